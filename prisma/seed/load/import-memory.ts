import { headersOf, type PlanColumn } from '@planerka/content-plan/domain';
import { contentHash } from '@planerka/platform/domain';
import { clientTable } from '../content/import-memory';
import { idOf } from './ids';
import type { Loading } from './loading';

/** How the client's own table was read when it came the last time. */
export async function loadImportMemory({ db, agencyId, calendar }: Loading): Promise<void> {
  const headers = clientTable.columns.map(([header]) => header);
  await db.planImportMapping.create({
    data: {
      agencyId,
      clientId: idOf('client', clientTable.client),
      signature: contentHash(headersOf([headers], 0)),
      columns: clientTable.columns.map(([, column]): PlanColumn | '' => column ?? ''),
      headers,
      usedAt: calendar.at(clientTable.usedDay, '11:20'),
    },
  });
}
