import { planShownSchema } from '@planerka/content-plan/domain';
import { tasksShownSchema } from '@planerka/tasks/domain';
import { idOf } from './ids';
import type { Loading } from './loading';

/** What people look at again and again, of the plan and of tasks: some views of their own, some that they share. */
export async function loadSavedViews({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const manager = demo.approvals[0]?.requestedBy ?? '';
  const [client] = demo.clients;
  if (!client) return;
  const own = { agencyId, createdById: idOf('member', manager) };
  await db.savedView.createMany({
    data: [
      {
        ...own,
        id: idOf('plan-view', 'waiting'),
        page: 'plan',
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
        page: 'plan',
        name: 'Вычитка по темам',
        clientId: idOf('client', client.slug),
        shown: planShownSchema.parse({
          layout: 'table',
          sortedBy: 'title',
          hiddenColumns: ['campaign', 'people', 'work'],
        }),
        createdAt: calendar.at(-6, '18:10'),
      },
      {
        ...own,
        id: idOf('task-view', 'overdue'),
        page: 'tasks',
        name: 'Просрочено у команды',
        isShared: true,
        shown: tasksShownSchema.parse({ layout: 'table', isOverdue: true, orderedBy: 'due' }),
        createdAt: calendar.at(-30, '09:40'),
      },
      {
        ...own,
        id: idOf('task-view', 'to-review'),
        page: 'tasks',
        name: 'Жду от команды и принимаю',
        shown: tasksShownSchema.parse({ layout: 'table', isMine: true, states: ['in_progress', 'in_review'] }),
        createdAt: calendar.at(-12, '10:05'),
      },
      {
        ...own,
        id: idOf('task-view', 'designers'),
        page: 'tasks',
        name: 'Дизайн на квартал',
        isShared: true,
        shown: tasksShownSchema.parse({ layout: 'timeline', discipline: 'design', zoom: 'quarter' }),
        createdAt: calendar.at(-9, '16:30'),
      },
    ],
  });
}
