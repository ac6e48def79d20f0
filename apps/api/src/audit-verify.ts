import { auditChains, type AgencyChainReport } from '@planerka/activity/server';
import pg from 'pg';

/** Every agency's audit log, looked through by the application's own role. Also the doctor's way to it. */
export async function verifyAuditChains(databaseUrl: string): Promise<AgencyChainReport[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const reports: AgencyChainReport[] = [];
    for await (const report of auditChains(client)) reports.push(report);
    return reports;
  } finally {
    await client.end();
  }
}
