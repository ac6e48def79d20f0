import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { newNonce, withStyleNonce } from './content-security';

/** Paths the API answers; every other GET is a page of the web application. */
const apiPaths = /^\/(graphql|api|files|uploads|health)(\/|\?|$)/;

/** The built web application: its two pages at whatever address, and beside them what they load. */
export async function serveWebPages(fastify: FastifyInstance, root: string): Promise<void> {
  const [page, guestPage] = await Promise.all([pageOf(root, 'index.html'), pageOf(root, 'guest.html')]);
  // The build leaves .br and .gz beside each file that is worth it (apps/web/precompress.ts).
  await fastify.register(fastifyStatic, { root, serve: false, preCompressed: true });
  fastify.get('/*', { compress: false }, async (request, reply) => {
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
    const { parts, etag } = isGuest ? guestPage : page;
    if (isGuest) {
      // What opens by a key is kept by nobody on the way.
      reply.header('cache-control', 'no-store');
    } else {
      // A page bears its nonce: no proxy may hand one reader's copy to another.
      reply.header('cache-control', 'private, no-cache').header('etag', etag);
      if (isKnown(request.headers['if-none-match'], etag)) {
        // The copy that is kept goes on with the policy it came with: a newer one would name another nonce.
        return reply.removeHeader(policyHeader).code(304).send();
      }
    }
    const nonce = newNonce();
    return reply
      .header(policyHeader, withStyleNonce(String(reply.getHeader(policyHeader)), nonce))
      .type('text/html; charset=utf-8')
      .send(parts.join(nonce));
  });
}

const policyHeader = 'content-security-policy';
/** Where apps/web/index.html and guest.html want it. */
const noncePlace = 'STYLE_NONCE';

interface Page {
  /** What stands around the places of the nonce. */
  readonly parts: readonly string[];
  /** By what it holds beside the nonce, so that all nodes of one build give the same. */
  readonly etag: string;
}

async function pageOf(root: string, file: string): Promise<Page> {
  const text = await readFile(join(root, file), 'utf8').catch(
    () => `<!doctype html><title>Planerka</title><p>Build the web first: npm run build.</p>`,
  );
  return {
    parts: text.split(noncePlace),
    etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
  };
}

/** Whether a request's `if-none-match` names this tag. A proxy that compresses on the way makes a tag weak. */
export const isKnown = (held: string | undefined, etag: string): boolean =>
  held?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;
