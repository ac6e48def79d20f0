import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { CompiledExecution } from './compiled/compiled-execution';
import { OperationReads } from '../reads/operation-reads';
import { Reads } from '../reads/reads';
import { AnsweredByReads, stringifyAnswer } from './answered-by-reads';
import { ActorSources, credentialsOf, type GraphQLContext } from './context';
import { CostLimit } from './cost';
import { limitRules, parseLimits } from './limits';
import { storesOf } from './operations/apollo-stores';
import { DirectAnswers } from './operations/direct-answers';
import { onlyOverSockets } from './only-over-sockets';
import { KnownOperations } from './operations/known-operations';
import { askedOver, OperationGate } from './operations/operation-gate';
import { SocketOperations } from './operations/socket-operations';
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
];

@Global()
@Module({ providers: executionParts, exports: executionParts })
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
    gate.admit(askedOver(request), credentials);
    return { actor: await sources.find(credentials), credentials, request, ...(reply && { reply }) };
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
  gate.admit(askedOver(request), credentials);
  const presumed = await sources.presume(credentials);
  return presumed && { actor: presumed.actor, presumed, credentials, request };
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
      cost,
      reads,
      execution,
    ],
    stringifyResult: stringifyAnswer,
    formatError: formatUnexpected,
    context: (request: FastifyRequest, reply?: FastifyReply) => requestContext(sources, gate, request, reply),
  }),
});
