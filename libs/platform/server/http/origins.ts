import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config/config';

/**
 * Whether a page that is not ours causes this request: a browser says so by `Origin`, and by `Sec-Fetch-Site` where it sends no
 * origin. Whoever is no browser sends neither, and has no cookie of anybody's but their own.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders, { publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site';
  if (!URL.canParse(origin)) return true;
  const asked = new URL(origin).host;
  return asked !== host && (publicUrl === undefined || asked !== new URL(publicUrl).host);
}
