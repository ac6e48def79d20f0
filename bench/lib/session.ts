import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type pg from 'pg';

const COOKIE = /(?:^|; )planerka\.session_token=([^;]+)/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose request it says it is. */
export interface Claim {
  readonly token: string;
  readonly agencyId: string;
}

/** Null unless the cookie was signed with this secret, as better-auth signs it, and the agency is an id. */
export function claimOf({ headers }: { readonly headers: IncomingHttpHeaders }, secret: string): Claim | null {
  const [token, signature] = decodeURIComponent(COOKIE.exec(headers.cookie ?? '')?.[1] ?? '').split('.');
  const agencyId = headers['x-planerka-agency'];
  if (!token || !signature || typeof agencyId !== 'string' || !UUID.test(agencyId)) return null;
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? { token, agencyId } : null;
}

/** Who has signed in: one read by the token's index. */
export async function personOf(db: pg.Pool | pg.PoolClient, token: string): Promise<string | undefined> {
  const { rows } = await db.query<{ user_id: string }>({
    name: 'session',
    text: 'SELECT user_id FROM session WHERE token = $1 AND expires_at > now()',
    values: [token],
  });
  return rows[0]?.user_id;
}
