import type { TaskAction } from '../content/types';
import { idOf } from './ids';
import { inBatches, type Loading } from './loading';

const events: Readonly<Record<TaskAction, string>> = {
  issue: 'task.issued',
  accept: 'task.accepted',
  decline: 'task.declined',
  revise: 'task.revised',
  submit: 'task.submitted',
  request_changes: 'task.changes_requested',
  approve: 'task.approved',
  client_approve: 'task.client_approved',
  client_request_changes: 'task.client_requested_changes',
  withdraw: 'task.withdrawn',
  reopen: 'task.reopened',
  cancel: 'task.cancelled',
};

/** The audit log as the work would have left it. */
export async function loadActivity({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const people = new Map([
    ...demo.agency.members.map(({ slug, name }) => [slug, name] as const),
    ...demo.clients.flatMap(({ contacts }) => contacts.map(({ slug, name }) => [slug, name] as const)),
  ]);
  const members = new Set(demo.agency.members.map(({ slug }) => slug));
  await inBatches(
    demo.tasks.flatMap((task) =>
      task.events.map(({ action, by, at }, index) => ({
        agencyId,
        id: idOf('audit', task.slug, index),
        at: calendar.moment(at),
        actorMemberId: members.has(by) ? idOf('member', by) : null,
        actorName: people.get(by) ?? '',
        action: events[action],
        entityType: 'Task',
        entityId: idOf('task', task.slug),
        clientId: idOf('client', task.client),
        details: { title: task.title },
      })),
    ),
    (data) => db.auditEntry.createMany({ data }),
  );
}
