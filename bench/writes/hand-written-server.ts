// The commands as one would write them by hand: bare node:http and pg, the same session check and tenant settings, one transaction
// of prepared statements one after the other, the same rows left behind. It knows no other case than that all is well.
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { serve } from '../lib/serve.ts';
import { claimOf, personOf } from '../lib/session.ts';
import { accept, approve, payout, submit } from './hand-written-commands.ts';
import type { Transaction } from './transaction.ts';

const { DATABASE_URL, SECRET = '' } = process.env;
const POOL = 20; // As many as the product takes.
const COMMANDS: Readonly<Record<string, (transaction: Transaction, input: never) => Promise<unknown>>> = {
  accept,
  submit,
  approve,
  payout,
};

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: POOL });

async function answer(request: IncomingMessage): Promise<string | undefined> {
  const command = COMMANDS[(request.url ?? '').slice(1)];
  const claim = claimOf(request, SECRET);
  if (!command || !claim) return undefined;
  const { agencyId, token } = claim;
  const { variables } = JSON.parse(await text(request)) as { variables: { input: never } };
  const client = await pool.connect();
  try {
    const userId = await personOf(client, token);
    if (!userId) return undefined;
    // SET takes no parameters: the agency was checked to be an id, the person comes from the database.
    await client.query(`BEGIN; SET LOCAL app.agency_id = '${agencyId}'; SET LOCAL app.user_id = '${userId}'`);
    const done = await command(await transactionOf(client, agencyId, userId), variables.input);
    await client.query('COMMIT');
    return JSON.stringify({ data: { done } });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function transactionOf(client: pg.PoolClient, agencyId: string, userId: string): Promise<Transaction> {
  const ask = async <Row extends object>(name: string, text: string, values: unknown[]): Promise<readonly Row[]> => {
    const { rows } = await client.query<Row>({ name, text, values });
    return rows;
  };
  const [member] = await ask<Transaction['member']>(
    'member',
    `SELECT m.id, m.name, m.role, array(SELECT s.squad_id FROM squad_member s
        WHERE s.agency_id = m.agency_id AND s.member_id = m.id) AS squads
      FROM member m WHERE m.agency_id = $1 AND m.user_id = $2 AND m.deactivated_at IS NULL`,
    [agencyId, userId],
  );
  if (!member) throw new Error('Nobody of this agency');
  return { agencyId, member, ask };
}

serve(answer);
