import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config';

const second = 1_000;

/** Who sends a byte a minute keeps a connection for this long at most. A piece of an upload is 8 MB: 30 kB/s will do. */
export const patienceOf = ({ patience }: Pick<Config, 'patience'>) => ({
  /** Until the headers are complete. */
  headers: 20 * second * patience,
  /** Until the last byte of the body. */
  request: 300 * second * patience,
  /** A body of JSON is no upload: it is here soon, or its connection ends. */
  json: 30 * second * patience,
  /** Without a byte in either direction. */
  silence: 120 * second * patience,
  /** Between requests; longer than the minute that proxies keep a connection, or they would meet a closed one. */
  keepAlive: 72 * second * patience,
  /** How often headers and requests are looked at. */
  round: 5 * second * patience,
});

export function endSlowRequests(fastify: FastifyInstance, uploads: string, config: Pick<Config, 'patience'>): void {
  const { json } = patienceOf(config);
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (!request.url.startsWith(uploads)) {
      const timer = setTimeout(() => request.raw.destroy(), json).unref();
      payload.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
}
