import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** What loads with every page says nothing about anybody's work. */
const silent = /^\/(assets|fonts|static|health)(\/|$)/;

/** An address as it may stand in a log: without the tokens of links and without what was asked for. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/^\/(g|invite|api\/calendar)\/.+/, '/$1/…');
}

/**
 * One line a request: who may look at logs learns when, what kind and how long, and never a header, a cookie, a query or a
 * body. The answer carries the line's id, so that whoever saw a failure can name it.
 */
export function logRequests(fastify: FastifyInstance): void {
  const log = new Logger('Http');
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    done();
    const path = loggedPath(request.url);
    if (silent.test(path)) return;
    const line = {
      requestId: request.id,
      method: request.method,
      path,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) log.error(line);
    else log.log(line);
  });
}
