import type { Client } from 'pg';
import type { BenchAgency } from '../data/agency.ts';

/** One that has all a task's page can show: it is with the client, who has been asked. */
export async function taskWithClient(db: Client, { agencyId, manager }: BenchAgency): Promise<string> {
  await db.query(`BEGIN READ ONLY; SET LOCAL app.agency_id = '${agencyId}'`);
  const { rows } = await db.query<{ id: string }>(
    `SELECT t.id FROM task t JOIN approval_subject s ON s.agency_id = t.agency_id AND s.task_id = t.id
      JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
      WHERE t.state = 'client_review' AND c.squad_id = ANY($1) ORDER BY t.id LIMIT 1`,
    [manager.squadIds],
  );
  await db.query('COMMIT');
  if (!rows[0]) throw new Error('No task of the manager is with its client');
  return rows[0].id;
}
