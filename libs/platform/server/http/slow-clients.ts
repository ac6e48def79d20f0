import type { FastifyInstance } from 'fastify';

const second = 1_000;

/** Who sends a byte a minute keeps a connection for this long at most. A piece of an upload is 8 MB: 30 kB/s will do. */
export const patience = {
  /** Until the headers are complete. */
  headers: 20 * second,
  /** Until the last byte of the body. */
  request: 300 * second,
  /** Without a byte in either direction. */
  silence: 120 * second,
  /** Between requests; longer than the minute that proxies keep a connection, or they would meet a closed one. */
  keepAlive: 72 * second,
} as const;

/** A body of JSON is no upload: it is here soon, or its connection ends. */
const jsonPatience = 30 * second;

/** Sets what Fastify's own options leave out. */
export function endSlowRequests(fastify: FastifyInstance, uploads: string): void {
  fastify.server.headersTimeout = patience.headers;
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (!request.url.startsWith(uploads)) {
      const timer = setTimeout(() => request.raw.destroy(), jsonPatience).unref();
      payload.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
}
