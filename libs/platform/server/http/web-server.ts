import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@planerka/platform/domain';
import type pg from 'pg';
import type { Config } from '../config/config';
import { POOL } from '../database/database.tokens';
import { FileDownloads } from '../files/file-downloads';
import { Uploads } from '../files/uploads';
import { ActorSources } from '../graphql/context';
import { graphqlPath, presumedContext, requestContext } from '../graphql/graphql.module';
import { DirectAnswers } from '../graphql/operations/direct-answers';
import { answerDirectly } from '../graphql/operations/direct-route';
import { KnownOperations } from '../graphql/operations/known-operations';
import { OperationGate } from '../graphql/operations/operation-gate';
import { LiveServer } from '../live/live-server';
import { compressAnswers } from './compression';
import { contentSecurity } from './content-security';
import { speakToTheLetter } from './graphql-over-http';
import { serveMetrics } from './metrics';
import { isFromElsewhere } from './origins';
import { rememberOrigins } from '../requests/request-origin';
import { logRequests } from './request-log';
import { endSlowRequests, patienceOf } from './slow-clients';
import { trustOf } from './trusted-proxies';
import { serveWebPages } from './web-pages';

/** Bodies of JSON requests; files go another way, in pieces. */
const bodyLimit = 4 * 1024 * 1024;

export function createHttpAdapter(config: Pick<Config, 'trustProxy' | 'patience'>): FastifyAdapter {
  const { headers, request, silence, keepAlive, round } = patienceOf(config);
  return new FastifyAdapter({
    bodyLimit,
    trustProxy: trustOf(config.trustProxy),
    requestTimeout: request,
    connectionTimeout: silence,
    keepAliveTimeout: keepAlive,
    http: { headersTimeout: headers, connectionsCheckingInterval: round },
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
  });
}

/** Security headers, refusal of other origins, and the built web application beside the API. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(helmet, {
    contentSecurityPolicy: { directives: contentSecurity },
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
    // The address of a client's or an invitation's page holds its token: a proxy's log must not get it from a header.
    referrerPolicy: { policy: 'strict-origin' },
  });
  logRequests(fastify);
  endSlowRequests(fastify, '/uploads', config);
  rememberOrigins(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (isFromElsewhere(request.headers, config)) {
      await reply.code(403).send({ message: 'Requests from other origins are refused' });
    }
  });
  await serveMetrics(fastify, config, { pool: app.get<pg.Pool>(POOL), sockets: () => app.get(LiveServer).socketCount });
  speakToTheLetter(fastify, graphqlPath);
  await compressAnswers(fastify);
  const [sources, gate] = [app.get(ActorSources), app.get(OperationGate)];
  answerDirectly(fastify, graphqlPath, {
    operations: app.get(KnownOperations),
    answers: app.get(DirectAnswers),
    contextOf: (request, reply) => requestContext(sources, gate, request, reply),
    presumedOf: (request) => presumedContext(sources, gate, request),
  });
  await fastify.register((pages) => serveWebPages(pages, config.webRoot));
  // A scope of its own: nobody's file is looked for in a compressed copy.
  await fastify.register(async (files) => {
    await files.register(fastifyStatic, { serve: false });
    app.get(FileDownloads).mount(files);
  });
  await app.get(Uploads).mount(fastify);
}
