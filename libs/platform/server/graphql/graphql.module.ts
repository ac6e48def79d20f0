import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { GraphQLError } from 'graphql';
import { CompiledExecution } from './compiled/compiled-execution';
import { OperationReads } from '../reads/operation-reads';
import { Reads } from '../reads/reads';
import { AnsweredByReads, stringifyAnswer } from './answered-by-reads';
import { ActorSources, credentialsOf, type Actor, type Credentials, type GraphQLContext } from './context';
import { CostLimit } from './cost';
import { limitRules, parseLimits } from './limits';
import { OperationGuards } from './operation-guards';
import { storesOf } from './operations/apollo-stores';
import { DirectAnswers } from './operations/direct-answers';
import { onlyOverSockets } from './only-over-sockets';
import { KnownOperations } from './operations/known-operations';
import { askedOver, OperationGate } from './operations/operation-gate';
import { SocketOperations } from './operations/socket-operations';
import { ToldErrors } from './told-errors';
import { formatUnexpected } from './unexpected-error';

@Global()
@Module({ providers: [ActorSources], exports: [ActorSources] })
export class ActorModule {}

const executionParts = [
  Reads,
  OperationReads,
  AnsweredByReads,
  CompiledExecution,
  KnownOperations,
  OperationGate,
  DirectAnswers,
  SocketOperations,
  CostLimit,
  OperationGuards,
];

@Global()
@Module({
  providers: [...executionParts, { provide: APP_FILTER, useClass: ToldErrors }],
  exports: executionParts,
})
export class ExecutionModule {}

/** Of requests that were looked at before Apollo: who is asking is found out once. */
const made = new WeakMap<FastifyRequest, Promise<GraphQLContext>>();

/** The context of a request; the gate has let it through. */
export function requestContext(
  sources: ActorSources,
  gate: OperationGate,
  request: FastifyRequest,
  reply: FastifyReply | undefined,
): Promise<GraphQLContext> {
  const make = async (): Promise<GraphQLContext> => {
    const credentials = credentialsOf(request.headers, request.ip);
    // Only whoever has a token may ask in words of their own everywhere, so it is looked at before what is asked.
    const bearer = credentials.bearer === undefined ? null : await bearerOf(sources, credentials);
    gate.admit(askedOver(request), bearer !== null);
    const actor = bearer ?? (await sources.find(credentials));
    return { actor, credentials, request, ...(reply && { reply }) };
  };
  const context = made.get(request) ?? make();
  made.set(request, context);
  return context;
}

/** The same of whom these credentials have led to before, not looked up yet; null where that is nobody. */
export async function presumedContext(
  sources: ActorSources,
  gate: OperationGate,
  request: FastifyRequest,
): Promise<GraphQLContext | null> {
  const credentials = credentialsOf(request.headers, request.ip);
  // A token's bearer is looked up each time.
  if (credentials.bearer !== undefined) return null;
  gate.admit(askedOver(request), false);
  const presumed = await sources.presume(credentials);
  return presumed && { actor: presumed.actor, presumed, credentials, request };
}

/** A token that is wrong is said to be so: what a program may not do is no page that asks people to sign in. */
async function bearerOf(sources: ActorSources, credentials: Credentials): Promise<Actor> {
  const actor = await sources.find(credentials);
  if (actor?.tokenId !== undefined) return actor;
  throw new GraphQLError('This API token is unknown, revoked or past its day', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}

export const graphqlPath = '/graphql';

/** GraphQL for the whole product: code first, one endpoint. Subscriptions are carried by `LiveServer`. */
export const PlatformGraphQLModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  imports: [ActorModule, ExecutionModule],
  inject: [
    CONFIG,
    ActorSources,
    AnsweredByReads,
    CompiledExecution,
    KnownOperations,
    OperationGate,
    DirectAnswers,
    SocketOperations,
    CostLimit,
    OperationGuards,
  ],
  useFactory: (
    config: Config,
    sources: ActorSources,
    reads: AnsweredByReads,
    execution: CompiledExecution,
    operations: KnownOperations,
    gate: OperationGate,
    answers: DirectAnswers,
    sockets: SocketOperations,
    cost: CostLimit,
    guards: OperationGuards,
  ): ApolloDriverConfig => ({
    path: graphqlPath,
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: config.introspection,
    csrfPrevention: true,
    // Enhancers on field resolvers cost more than Postgres does; permissions are checked in services.
    fieldResolverEnhancers: [],
    buildSchemaOptions: { numberScalarMode: 'integer' },
    parseOptions: parseLimits,
    validationRules: limitRules,
    ...storesOf(operations),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      onlyOverSockets,
      operations,
      answers,
      sockets,
      guards,
      cost,
      reads,
      execution,
    ],
    stringifyResult: stringifyAnswer,
    formatError: formatUnexpected,
    context: (request: FastifyRequest, reply?: FastifyReply) => requestContext(sources, gate, request, reply),
  }),
});
