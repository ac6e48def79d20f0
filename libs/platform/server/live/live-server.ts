import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createSourceEventStream, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { CONFIG, type Config } from '../config/config';
import { ActorSources, credentialsOf, type Credentials, type GraphQLContext } from '../graphql/context';
import { graphqlPath } from '../graphql/graphql.module';
import { SocketOperations } from '../graphql/operations/socket-operations';
import { clientAddress, trustOf } from '../http/trusted-proxies';
import { isFromElsewhere } from '../http/origins';
import { LiveOperation } from './live-operation';
import { LiveSockets } from './live-sockets';
import { LiveStream } from './live-stream';
import { Outlet } from './outlet';
import { AnswersByOperation } from './shared-answers';
import { SocketCounts } from './socket-counts';

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
  private readonly addresses: SocketCounts;
  private readonly present: LiveSockets;
  private readonly addressOf: (request: IncomingMessage) => string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: HttpAdapterHost,
    private readonly operations: SocketOperations,
    private readonly actors: ActorSources,
  ) {
    this.addresses = new SocketCounts(config.socketsPerAddress);
    this.present = new LiveSockets(actors, config.socketsPerPerson);
    const trust = trustOf(config.trustProxy);
    this.addressOf = (request) => clientAddress(request, trust);
    this.server = useServer<Record<string, unknown>, Record<string, unknown>>(
      {
        // Who it is, is asked at the door: `false` is the protocol's 4403.
        onConnect: (context) => this.present.admit(context.extra.socket, this.credentialsIn(context)),
        context: (context) => this.contextOf(context),
        onSubscribe: (context, _id, payload) =>
          Object.keys(context.subscriptions).length > maxSubscriptions
            ? [new GraphQLError(`A socket carries at most ${maxSubscriptions} subscriptions`)]
            : this.operations.read(payload),
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
      // Whatever breaks on the way ends this socket alone.
      socket.on('error', () => socket.destroy());
      const address = this.addressOf(request);
      if (request.url?.split('?')[0] !== graphqlPath) refuse(socket, '404 Not Found');
      // A web page of another origin must not open a socket with our cookie.
      else if (isFromElsewhere(request.headers, this.config)) refuse(socket, '403 Forbidden');
      else if (!this.addresses.enter(address)) refuse(socket, '429 Too Many Requests');
      else {
        socket.once('close', () => this.addresses.leave(address));
        this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
          this.sockets.emit('connection', webSocket, request);
        });
      }
    });
  }

  get socketCount(): number {
    return this.sockets.clients.size;
  }

  /** Looks anew whether those who are connected may still be; also once a minute by itself. */
  review(): Promise<void> {
    return this.present.review();
  }

  async onModuleDestroy(): Promise<void> {
    this.present.stop();
    await this.server.dispose();
  }

  private async contextOf(context: SocketContext): Promise<GraphQLContext> {
    const credentials = this.credentialsIn(context);
    return { actor: await this.actors.find(credentials), credentials };
  }

  private credentialsIn({ connectionParams, extra: { request } }: SocketContext): Credentials {
    const { agencyId, guestToken, guestPin } = connectionParams ?? {};
    // A socket is a page's: programs ask over HTTP, each time with their token.
    return credentialsOf(
      {
        ...request.headers,
        authorization: undefined,
        ...(typeof agencyId === 'string' && { 'x-planerka-agency': agencyId }),
        // A browser sends its cookie along; whoever comes by a link comes by that alone, as over HTTP.
        ...(typeof guestToken === 'string' && { cookie: undefined, 'x-planerka-guest': guestToken }),
        ...(typeof guestPin === 'string' && { 'x-planerka-pin': guestPin }),
      },
      this.addressOf(request),
    );
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

function refuse(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
