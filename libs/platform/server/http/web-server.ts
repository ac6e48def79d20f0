import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@planerka/platform/domain';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config';
import { FileDownloads } from '../files/file-downloads';
import { Uploads } from '../files/uploads';
import { logRequests } from './request-log';

/** Bodies of JSON requests; files go another way, in pieces. */
const bodyLimit = 4 * 1024 * 1024;

export const createHttpAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit,
    trustProxy: 'loopback',
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
  });

/** Paths the API answers; every other GET is a page of the web application. */
const apiPaths = /^\/(graphql|api|files|uploads|health)(\/|\?|$)/;

/** Security headers, refusal of other origins, and the built web application beside the API. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine writes its responsive values into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
    // The address of a client's or an invitation's page holds its token: a proxy's log must not get it from a header.
    referrerPolicy: { policy: 'strict-origin' },
  });
  logRequests(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers;
    if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return;
    if (!URL.canParse(origin) || new URL(origin).host !== host) {
      await reply.code(403).send({ message: 'Requests from other origins are refused' });
    }
  });
  await serveStatic(fastify, config.webRoot);
  app.get(FileDownloads).mount(fastify);
  await app.get(Uploads).mount(fastify);
}

async function serveStatic(fastify: FastifyInstance, root: string): Promise<void> {
  const [page, guestPage] = await Promise.all([pageOf(root, 'index.html'), pageOf(root, 'guest.html')]);
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
  });
  fastify.get('/*', async (request, reply) => {
    if (apiPaths.test(request.url)) return reply.callNotFound();
    const path = decodeURIComponent(request.url.split('?')[0] ?? '/').slice(1);
    // Hashed names never change what they hold; pages always may.
    if (/^(assets|fonts|static)\//.test(path) || /\.[a-z0-9]{2,5}$/i.test(path)) {
      const hashed = path.startsWith('assets/');
      return reply.sendFile(path, { immutable: hashed, maxAge: hashed ? '365d' : '1h' });
    }
    const isGuest = path.startsWith('g/');
    if (isGuest) {
      // The address is the key: no search engine keeps it, and no page that is left for hears of it.
      reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer');
    }
    const body = isGuest ? guestPage : page;
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(body);
  });
}

const pageOf = (root: string, file: string): Promise<string> =>
  readFile(join(root, file), 'utf8').catch(
    () => `<!doctype html><title>Planerka</title><p>Build the web first: npm run build.</p>`,
  );
