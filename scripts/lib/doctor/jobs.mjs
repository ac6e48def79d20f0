/** A handler has failed so often that somebody should look. */
const STUCK_ATTEMPTS = 5;

export async function checkJobs({ client }) {
  const { rows: lost } = await client.query(`
    SELECT t.identifier AS name, count(*)::int AS count, max(j.last_error) AS error
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.attempts >= j.max_attempts GROUP BY 1 ORDER BY 1`);
  await client.query(`SET LOCAL app.system = 'on'`);
  const { rows: stuck } = await client.query(
    `SELECT type, count(*)::int AS count FROM outbox_event
     WHERE dispatched_at IS NULL AND attempts >= $1 GROUP BY 1 ORDER BY 1`,
    [STUCK_ATTEMPTS],
  );
  await client.query(`SET LOCAL app.system = 'off'`);
  const { rows: waiting } = await client.query('SELECT count(*)::int AS count FROM graphile_worker._private_jobs');
  return {
    problems: [
      ...lost.map(
        ({ name, count, error }) => `${count} jobs ${name} have given up: ${error?.split('\n')[0] ?? 'unknown'}.`,
      ),
      ...stuck.map(({ type, count }) => `${count} events ${type} are tried again and again.`),
    ],
    found: `${waiting[0].count} jobs waiting`,
  };
}
