import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token in a session cookie that better-auth has signed: `<token>.<HMAC-SHA256 of it, base64>`, percent-encoded.
 * Undefined where there is no such cookie, or its signature is not ours.
 */
export function signedToken(cookies: string, name: string, secret: string): string | undefined {
  const value = cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const [token, signature, ...rest] = decoded(value ?? '').split('.');
  if (!token || !signature || rest.length > 0) return undefined;
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
