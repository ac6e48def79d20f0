import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A document that could not be read or run: the request was well-formed, and the answer is GraphQL's. */
const aboutTheDocument = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** The two places where Apollo speaks GraphQL over HTTP otherwise than its specification asks. */
export function speakToTheLetter(fastify: FastifyInstance, path: string): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'GET' && isUnder(request, path) && carriesNothing(request)) {
      request.headers['apollo-require-preflight'] = 'not needed';
    }
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const isAsked = request.headers.accept?.includes('application/json') === true;
    const isLegacy = isAsked && String(reply.getHeader('content-type')).startsWith('application/json');
    if (reply.statusCode === 400 && isLegacy && isUnder(request, path) && isAboutTheDocument(payload)) reply.code(200);
    done(null, payload);
  });
}

/**
 * A page of another site that makes a browser ask this gains nothing by it: no cookie comes along, a GET changes nothing, and the
 * answer is not shown to that page. What says that it comes from elsewhere is refused all the same.
 */
const carriesNothing = ({ headers }: FastifyRequest): boolean =>
  headers.cookie === undefined && !['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));

/**
 * Of a client that asked for `application/json` and for nothing newer: to it the status says only whether the request itself was understood, as clients and proxies of before
 * `application/graphql-response+json` expect it.
 */
function isAboutTheDocument(payload: unknown): boolean {
  if (typeof payload !== 'string') return false;
  const { errors = [] } = JSON.parse(payload) as { errors?: readonly { readonly extensions?: { code?: string } }[] };
  return errors.length > 0 && errors.every(({ extensions }) => aboutTheDocument.has(extensions?.code ?? ''));
}

const isUnder = ({ url }: FastifyRequest, path: string): boolean => url.split('?')[0] === path;
