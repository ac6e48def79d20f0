import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const COOKIE = /(?:^|; )planerka\.session_token=([^;]+)/;

/** The token of a cookie that was signed with this secret, as better-auth signs it. */
export function tokenOf({ headers }: IncomingMessage, secret: string): string | undefined {
  const [token, signature] = decodeURIComponent(COOKIE.exec(headers.cookie ?? '')?.[1] ?? '').split('.');
  if (!token || !signature) return undefined;
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}
