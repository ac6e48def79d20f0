import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createSourceEventStream, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { ActorSources, credentialsOf, type Credentials, type GraphQLContext } from '../graphql/context';
import { graphqlPath } from '../graphql/graphql.module';
import { SocketOperations } from '../graphql/operations/socket-operations';
import { LiveOperation } from './live-operation';
import { LiveStream } from './live-stream';
import { Outlet } from './outlet';
import { AnswersByOperation } from './shared-answers';

/** Subscriptions are small; forms and files do not come this way. */
const maxPayload = 64 * 1024;
/** The desk has one; each costs a message of every event. */
const maxSubscriptions = 10;

type SocketContext = Context<Record<string, unknown>, Extra & Record<string, unknown>>;

/** Subscriptions over WebSockets, spoken as graphql-transport-ws. Queries and mutations go over HTTP alone. */
@Injectable()
export class LiveServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload });
  private readonly answers = new AnswersByOperation((result) => this.operations.tell(result));
  private readonly outlets = new WeakMap<WebSocket, Outlet>();
  private readonly server: ReturnType<typeof useServer>;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly operations: SocketOperations,
    private readonly actors: ActorSources,
  ) {
    this.server = useServer<Record<string, unknown>, Record<string, unknown>>(
      {
        context: (context) => this.contextOf(context),
        onSubscribe: (context, _id, payload) =>
          Object.keys(context.subscriptions).length > maxSubscriptions
            ? [new GraphQLError(`A socket carries at most ${maxSubscriptions} subscriptions`)]
            : this.operations.read(payload, credentialsIn(context)),
        onNext: (_context, _id, _payload, _args, result) => this.operations.tell(result),
        execute: () => ({ errors: [new GraphQLError('Only subscriptions go over a socket')] }),
        subscribe: (args) => this.subscribe(args),
        onOperation: ({ extra }, id, _payload, _args, result) => {
          if (result instanceof LiveOperation) result.open(this.outletOf(extra), id);
        },
      },
      this.sockets,
    );
  }

  onApplicationBootstrap(): void {
    const server = this.http.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      if (request.url?.split('?')[0] !== graphqlPath) refuse(socket, '404 Not Found');
      else if (!isSameOrigin(request)) refuse(socket, '403 Forbidden');
      else
        this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
          this.sockets.emit('connection', webSocket, request);
        });
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.server.dispose();
  }

  private async contextOf(context: SocketContext): Promise<GraphQLContext> {
    const credentials = credentialsIn(context);
    return { actor: await this.actors.find(credentials), credentials };
  }

  private async subscribe(args: ExecutionArgs): Promise<LiveOperation | ExecutionResult> {
    const stream = await createSourceEventStream(args);
    if (stream instanceof LiveStream) return new LiveOperation(stream, this.answers.of(args));
    if (Symbol.asyncIterator in stream) throw new TypeError('A subscription returns a LiveStream');
    return stream;
  }

  private outletOf({ socket, request }: Extra): Outlet {
    let outlet = this.outlets.get(socket);
    if (!outlet) {
      outlet = new Outlet(socket, request.socket);
      this.outlets.set(socket, outlet);
    }
    return outlet;
  }
}

function credentialsIn({ connectionParams, extra: { request } }: SocketContext): Credentials {
  const agencyId = connectionParams?.['agencyId'];
  return credentialsOf(
    { ...request.headers, ...(typeof agencyId === 'string' && { 'x-planerka-agency': agencyId }) },
    request.socket.remoteAddress ?? '',
  );
}

/** A web page of another origin must not open a socket with our cookie. */
const isSameOrigin = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);

function refuse(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
