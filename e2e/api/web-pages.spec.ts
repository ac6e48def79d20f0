import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startApi, stopApi } from './harness';

const script = `export const words = [${'"стол", '.repeat(500)}];\n`;
const schemaQuestion = { query: '{ __schema { types { name fields { name } } } }' };

let root: string;
let app: NestFastifyApplication;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'planerka-web-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="STYLE_NONCE" /><title>Планерка</title>',
  );
  writeFileSync(
    join(root, 'guest.html'),
    '<!doctype html><meta property="csp-nonce" nonce="STYLE_NONCE" /><title>Согласование</title>',
  );
  writeFileSync(join(root, 'assets', 'page-Ab12.js'), script);
  writeFileSync(join(root, 'assets', 'page-Ab12.js.br'), brotliCompressSync(script));
  writeFileSync(join(root, 'assets', 'page-Ab12.js.gz'), gzipSync(script));
  writeFileSync(join(root, 'assets', 'inter-Cd34.woff2'), 'a font');
  ({ app } = await startApi({ WEB_ROOT: root }));
});
afterAll(async () => {
  await stopApi();
  rmSync(root, { recursive: true });
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: 'GET', url, headers });
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };

describe('What a page loads', () => {
  it('comes as the build packed it, in the best way that the browser takes', async () => {
    const best = await get('/assets/page-Ab12.js', browser);
    expect(best.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(best.headers['content-type']).toContain('javascript');
    expect(brotliDecompressSync(best.rawPayload).toString()).toBe(script);

    const old = await get('/assets/page-Ab12.js', { 'accept-encoding': 'gzip' });
    expect(old.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(old.rawPayload).toString()).toBe(script);

    const plain = await get('/assets/page-Ab12.js');
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body).toBe(script);
  });

  it('is asked for once, since its name changes with it', async () => {
    const { headers } = await get('/assets/page-Ab12.js', browser);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const again = await get('/assets/page-Ab12.js', { ...browser, 'if-none-match': headers.etag ?? '' });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('is not packed twice: a font goes as it is', async () => {
    const { headers, body } = await get('/assets/inter-Cd34.woff2', browser);
    expect(headers).toMatchObject({ 'content-type': 'font/woff2' });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(body).toBe('a font');
  });

  it('is missed for the moment only when it is of another build', async () => {
    const { statusCode, headers } = await get('/assets/page-Zz99.js', browser);
    expect(statusCode).toBe(404);
    expect(headers['cache-control'] ?? '').not.toContain('immutable');
  });
});

describe('A page', () => {
  it('is asked for anew each time, and sent when it has changed', async () => {
    const address = '/tasks';
    const first = await get(address, browser);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(first.body).toContain('Планерка');
    const again = await get(address, { ...browser, 'if-none-match': `W/${first.headers.etag ?? ''}` });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    const newer = await get(address, { ...browser, 'if-none-match': '"of-another-build"' });
    expect(newer.statusCode).toBe(200);
  });

  it.each(['/tasks', '/g/some-token'])(
    '%s bears a nonce of its own, which its policy wants of styles',
    async (address) => {
      const nonces = await Promise.all(
        [1, 2].map(async () => {
          const { body, headers } = await get(address);
          const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
          expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
          expect(headers['content-security-policy']).toContain(`style-src-elem 'self' 'nonce-${nonce}'`);
          return nonce;
        }),
      );
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );

  it('that is kept goes on with the policy that it came with', async () => {
    const { headers } = await get('/tasks');
    const again = await get('/tasks', { 'if-none-match': headers.etag ?? '' });
    expect(again.headers).not.toHaveProperty('content-security-policy');
    // What is no page has no style elements.
    expect((await get('/health/live')).headers['content-security-policy']).not.toContain('nonce');
  });

  it('of a guest is kept by no search engine and names no address, changed or not', async () => {
    const { headers } = await get('/g/some-token');
    const guest = {
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    };
    expect(headers).toMatchObject(guest);
    const again = await get('/g/some-token', { 'if-none-match': headers.etag ?? '' });
    expect(again.headers).toMatchObject(guest);
    expect((await get('/tasks')).headers).not.toHaveProperty('x-robots-tag');
  });
});

describe('An answer', () => {
  const ask = (headers: Readonly<Record<string, string>>, payload: object) =>
    app.inject({ method: 'POST', url: '/graphql', headers: { 'x-planerka-csrf': '1', ...headers }, payload });

  it('of some length is packed, and says the same', async () => {
    const plain = await ask({}, schemaQuestion);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const packed = await ask(browser, schemaQuestion);
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  });

  it('of a line goes as it is', async () => {
    const { headers } = await ask(browser, { query: '{ __typename }' });
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('is not made from a packed question, which may unpack to anything', async () => {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-planerka-csrf': '1', 'content-type': 'application/json', 'content-encoding': 'gzip' },
      payload: gzipSync(JSON.stringify({ query: '{ __typename }' })),
    });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });
});
