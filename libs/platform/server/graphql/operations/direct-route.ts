import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLContext } from '../context';
import type { DirectAnswers, PlannedAnswer } from './direct-answers';
import type { KnownOperations } from './known-operations';

interface Parts {
  readonly operations: KnownOperations;
  readonly answers: DirectAnswers;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<GraphQLContext>;
  readonly presumedOf: (request: FastifyRequest) => Promise<GraphQLContext | null>;
}

interface AskedById {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: {
    readonly persistedQuery?: { readonly version?: unknown; readonly sha256Hash?: unknown };
  } | null;
}

type Variables = Readonly<Record<string, unknown>>;

const json = 'application/json; charset=utf-8';
const graphqlJson = 'application/graphql-response+json; charset=utf-8';

/** What our own pages and common clients accept, as Apollo negotiates it; whoever accepts something else goes to Apollo. */
const contentTypes = new Map([
  ['', json],
  ['*/*', json],
  ['application/json', json],
  // urql
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    graphqlJson,
  ],
  // the guest's page
  ['application/graphql-response+json, application/json', graphqlJson],
]);

/**
 * Answers in front of Apollo's handler what can be answered directly; whatever is not exactly an ordinary request by id goes on
 * to Apollo, which finds the context already made. Call it before the route of GraphQL is there.
 */
export function answerDirectly(
  fastify: FastifyInstance,
  path: string,
  { operations, answers, contextOf, presumedOf }: Parts,
): void {
  /** For those who have asked before, first as if they still were who they were then: that is found out on the way. */
  const dataOf = async (plan: PlannedAnswer, given: Variables, request: FastifyRequest, reply: FastifyReply) => {
    const presumed = plan.checksActor ? await presumedOf(request) : null;
    const data = presumed && (await plan.answer(given, presumed));
    return data ?? plan.answer(given, await contextOf(request, reply));
  };
  const preHandler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.method !== 'POST' || request.headers['content-type']?.startsWith('application/json') !== true) return;
    // What a token may ask is looked at on the ordinary way.
    if (request.headers.authorization !== undefined) return;
    const type = contentTypes.get(request.headers.accept ?? '');
    const body = (request.body ?? {}) as AskedById;
    const { version, sha256Hash } = body.extensions?.persistedQuery ?? {};
    if (type === undefined || body.query !== undefined || version !== 1 || typeof sha256Hash !== 'string') return;
    const known = operations.get(sha256Hash);
    if (!known || (body.operationName != null && body.operationName !== known.name)) return;
    const plan = answers.planOf(known);
    if (!plan) return;
    try {
      const data = await dataOf(plan, variablesOf(body), request, reply);
      if (data === null) return;
      return await reply.type(type).send(bodyOf(data));
    } catch (problem) {
      // Apollo does it anew and says what is wrong, as it says it to everyone.
      request.log.debug({ err: problem, operation: known.name }, 'No direct answer');
      return;
    }
  };
  fastify.addHook('onRoute', (route) => {
    if (route.url === path) route.preHandler = preHandler;
  });
}

const [opening, closing] = [Buffer.from('{"data":'), Buffer.from('}\n')];

/** Pieces become one at the very end: nothing before it has been copied or read as a text. */
const bodyOf = (data: string | readonly Buffer[]): string | Buffer =>
  typeof data === 'string' ? `{"data":${data}}\n` : Buffer.concat([opening, ...data, closing]);

/** Others than an object are refused by Apollo. */
function variablesOf({ variables }: AskedById): Variables {
  if (variables == null) return {};
  if (typeof variables !== 'object' || Array.isArray(variables)) throw new TypeError('variables must be an object');
  return variables as Variables;
}
