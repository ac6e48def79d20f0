// The practical limit: bare node:http and pg. The cookie's signature, one indexed read of the session, then the tenant's settings,
// one statement and the end of its transaction sent at once; the statement's text is passed through.
import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import { serve } from '../../lib/serve.ts';
import { claimOf, personOf } from '../../lib/session.ts';
import { LIMIT_STATEMENTS } from './statements.ts';

const { DATABASE_URL, SECRET = '' } = process.env;
const POOL = 20; // As many as the product takes.

const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: POOL,
  // What is asked before the last answer has come is sent at once.
  pipeline: true,
  // A statement is planned once for a connection: planning these takes longer than running them.
  options: '-c plan_cache_mode=force_generic_plan',
});

async function answer(request: IncomingMessage): Promise<string | undefined> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://limit');
  const screen = pathname.slice(1);
  const text = LIMIT_STATEMENTS[screen];
  const claim = claimOf(request, SECRET);
  if (!text || !claim) return undefined;
  const { agencyId, token } = claim;
  const client = await pool.connect();
  try {
    const userId = await personOf(client, token);
    if (!userId) return undefined;
    const [, { rows }] = await Promise.all([
      // SET takes no parameters: the agency was checked to be an id, the person comes from the database.
      client.query(`BEGIN READ ONLY; SET LOCAL app.agency_id = '${agencyId}'; SET LOCAL app.user_id = '${userId}'`),
      client.query<{ body: string }>({ name: screen, text, values: [agencyId, userId, ...searchParams.values()] }),
      client.query('COMMIT'),
    ]);
    return rows[0]?.body;
  } finally {
    client.release();
  }
}

serve(answer);
