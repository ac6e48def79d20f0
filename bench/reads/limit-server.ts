// The practical limit: bare node:http and pg. The cookie's signature, one indexed read of the session, the tenant's settings in a
// read-only transaction, one statement, its text passed through.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { tokenOf } from '../lib/session-cookie.ts';
import { LIMIT_STATEMENTS } from './limit-statements.ts';

const { DATABASE_URL, SECRET = '' } = process.env;
const POOL = 20; // As many as the product takes.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: POOL });

async function answer(request: IncomingMessage): Promise<string | undefined> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://limit');
  const screen = pathname.slice(1);
  const text = LIMIT_STATEMENTS[screen];
  const agencyId = request.headers['x-planerka-agency'];
  const token = tokenOf(request, SECRET);
  if (!text || !token || typeof agencyId !== 'string' || !UUID.test(agencyId)) return undefined;
  const client = await pool.connect();
  try {
    const sessions = await client.query<{ user_id: string }>({
      name: 'session',
      text: 'SELECT user_id FROM session WHERE token = $1 AND expires_at > now()',
      values: [token],
    });
    const userId = sessions.rows[0]?.user_id;
    if (!userId) return undefined;
    // SET takes no parameters: the agency was checked to be an id, the person comes from the database.
    await client.query(`BEGIN READ ONLY; SET LOCAL app.agency_id = '${agencyId}'; SET LOCAL app.user_id = '${userId}'`);
    const { rows } = await client.query<{ body: string }>({
      name: screen,
      text,
      values: [agencyId, userId, ...searchParams.values()],
    });
    await client.query('COMMIT');
    return rows[0]?.body;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  request.resume();
  answer(request).then(
    (body) => {
      response.writeHead(body === undefined ? 401 : 200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(body);
    },
    (error: unknown) => {
      response.writeHead(500).end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('SIGTERM', () => process.exit(0));
