import { planShownSchema } from '@planerka/content-plan/domain';
import { idOf } from './ids';
import type { Loading } from './loading';

/** What a manager looks at again and again: one view of hers, one that she shares. */
export async function loadPlanViews({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const manager = demo.approvals[0]?.requestedBy ?? '';
  const [client] = demo.clients;
  if (!client) return;
  const own = { agencyId, createdById: idOf('member', manager) };
  await db.planView.createMany({
    data: [
      {
        ...own,
        id: idOf('plan-view', 'waiting'),
        name: 'Ждут клиента или горят',
        isShared: true,
        shown: planShownSchema.parse({
          layout: 'table',
          ofAllClients: true,
          statuses: ['awaiting_client', 'missed'],
          hiddenColumns: ['format', 'people'],
        }),
        createdAt: calendar.at(-20, '11:00'),
      },
      {
        ...own,
        id: idOf('plan-view', 'proofreading'),
        name: 'Вычитка по темам',
        clientId: idOf('client', client.slug),
        shown: planShownSchema.parse({
          layout: 'table',
          sortedBy: 'title',
          hiddenColumns: ['campaign', 'people', 'work'],
        }),
        createdAt: calendar.at(-6, '18:10'),
      },
    ],
  });
}
