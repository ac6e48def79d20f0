import { setTimeout } from 'node:timers/promises';
import { asAdmin } from './as-admin';
import { testDatabase } from './test-database';

/** Once a running server has taken everything these agencies have written into its search index. */
export async function searchIndexed(...agencyIds: readonly string[]): Promise<void> {
  const { adminUrl } = await testDatabase();
  await asAdmin(adminUrl, async (admin) => {
    const waiting = 'SELECT FROM search_pending WHERE agency_id = ANY($1)';
    while ((await admin.query(waiting, [agencyIds])).rowCount) await setTimeout(20);
  });
}
