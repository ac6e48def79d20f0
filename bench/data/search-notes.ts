import type { Client } from 'pg';

/** What was laid down is nothing that the server has to index first: it would, beside what is measured, and remember it. */
export async function forgetSearchNotes(db: Client, agencyId: string): Promise<void> {
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  await db.query('DELETE FROM search_pending WHERE agency_id = $1', [agencyId]);
  await db.query('COMMIT');
}
