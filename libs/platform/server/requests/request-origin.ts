import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** From where something was asked, for the audit log. */
export interface RequestOrigin {
  readonly address: string;
  /** What the browser or the program calls itself. */
  readonly device: string;
  /** The name of the API token that it came by. */
  readonly token?: string;
}

const maxDevice = 300;

/** Who asks by a token is known only when somebody looks. */
type OpenOrigin = { -readonly [Key in keyof RequestOrigin]: RequestOrigin[Key] };

const origins = new AsyncLocalStorage<OpenOrigin>();

/** Of the request that is being answered; undefined in a job, a dispatcher's round and whatever else the system does by itself. */
export const requestOrigin = (): RequestOrigin | undefined => origins.getStore();

/** The request turns out to have come by a token of that name. */
export function cameByToken(name: string): void {
  const origin = origins.getStore();
  if (origin) origin.token = name;
}

/** Asked for after the body has been read: reading it would lose what belongs to the request. */
export function rememberOrigins(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const device = (request.headers['user-agent'] ?? '').slice(0, maxDevice).toWellFormed();
    origins.run({ address: request.ip, device }, done);
  });
}
