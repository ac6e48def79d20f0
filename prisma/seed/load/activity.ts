import { chainStart, sealAll, type AuditContent } from '@planerka/activity/domain';
import { changesBetween } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import type { TaskAction, TaskState } from '../content/types';
import { idOf } from './ids';
import { inBatches, type Loading } from './loading';
import { stateAfter } from './tasks';

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
  const contents = demo.tasks.flatMap((task) => {
    let state: TaskState = 'draft';
    return task.events.map(({ action, by, at, comment }, index): AuditContent => {
      const before = state;
      state = stateAfter(action, task);
      return {
        agencyId,
        id: idOf('audit', task.slug, index),
        at: calendar.moment(at).toISOString(),
        actor: { memberId: members.has(by) ? idOf('member', by) : null, name: people.get(by) ?? '' },
        action: events[action],
        entity: { type: 'Task', id: idOf('task', task.slug) },
        clientId: idOf('client', task.client),
        ownersOnly: false,
        details: { title: task.title, from: before, to: state, reason: comment ?? '' },
        related: { clientId: idOf('client', task.client), taskId: idOf('task', task.slug) },
        changes: changesBetween({ state: before }, { state }),
        origin: null,
      };
    });
  });
  const { entries, end } = sealAll(
    chainStart,
    contents.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  );
  await inBatches(
    entries.map((entry) => ({
      agencyId,
      id: entry.id,
      at: entry.at,
      actorMemberId: entry.actor.memberId,
      actorName: entry.actor.name,
      action: entry.action,
      entityType: entry.entity.type,
      entityId: entry.entity.id,
      clientId: entry.clientId,
      ownersOnly: entry.ownersOnly,
      details: json(entry.details),
      related: json(entry.related),
      changes: json(entry.changes),
      ...(entry.origin && { origin: json(entry.origin) }),
      sequence: entry.sequence,
      previousHash: Buffer.from(entry.previousHash, 'hex'),
      hash: Buffer.from(entry.hash, 'hex'),
    })),
    (data) => db.auditEntry.createMany({ data }),
  );
  await db.auditChain.create({
    data: { agencyId, sequence: end.sequence, hash: Buffer.from(end.hash, 'hex') },
  });
}

const json = (value: object): Prisma.InputJsonObject => value;
