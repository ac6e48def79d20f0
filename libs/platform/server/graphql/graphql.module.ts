import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from 'graphql-ws';
import { CompiledExecution } from './compiled/compiled-execution';
import { ActorSources, credentialsOf, type GraphQLContext } from './context';
import { limitRules } from './limits';
import { formatUnexpected } from './unexpected-error';

@Global()
@Module({ providers: [ActorSources], exports: [ActorSources] })
export class ActorModule {}

@Module({ providers: [CompiledExecution], exports: [CompiledExecution] })
class ExecutionModule {}

interface SocketExtra {
  readonly request: {
    readonly headers: Record<string, string | undefined>;
    readonly socket: { readonly remoteAddress?: string };
  };
}

const isSocket = (value: FastifyRequest | Context): value is Context => 'connectionParams' in value;

async function contextOf(
  sources: ActorSources,
  source: FastifyRequest | Context,
  reply: FastifyReply | undefined,
): Promise<GraphQLContext> {
  if (isSocket(source)) {
    const { request } = source.extra as SocketExtra;
    const params = (source.connectionParams ?? {}) as Record<string, unknown>;
    const agencyId = params['agencyId'];
    const credentials = credentialsOf(
      { ...request.headers, ...(typeof agencyId === 'string' && { 'x-planerka-agency': agencyId }) },
      request.socket.remoteAddress ?? '',
    );
    return { actor: await sources.find(credentials), credentials };
  }
  const credentials = credentialsOf(source.headers, source.ip);
  return { actor: await sources.find(credentials), credentials, request: source, ...(reply && { reply }) };
}

/** A web page of another origin must not open a socket with our cookie. */
function sameOrigin(context: Context): boolean {
  const { headers } = (context.extra as SocketExtra).request;
  const { origin, host } = headers;
  return origin === undefined || new URL(origin).host === host;
}

/** GraphQL for the whole product: code first, one endpoint, subscriptions over graphql-ws. */
export const PlatformGraphQLModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  imports: [ActorModule, ExecutionModule],
  inject: [ActorSources, CompiledExecution],
  useFactory: (sources: ActorSources, execution: CompiledExecution): ApolloDriverConfig => ({
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    // Enhancers on field resolvers cost more than Postgres does; permissions are checked in services.
    fieldResolverEnhancers: [],
    buildSchemaOptions: { numberScalarMode: 'integer' },
    validationRules: limitRules,
    plugins: [ApolloServerPluginCacheControlDisabled(), execution],
    formatError: formatUnexpected,
    context: (source: FastifyRequest | Context, reply?: FastifyReply) => contextOf(sources, source, reply),
    subscriptions: { 'graphql-ws': { path: '/graphql', onConnect: sameOrigin } },
  }),
});
