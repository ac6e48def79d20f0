import { memberRule } from '@planerka/agency/server';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { changeRequestActionsOf, type ChangeRequestState } from '@planerka/review/domain';
import { sql } from 'kysely';
import type { ChangeRequestObject } from './change-request.object';

const task = read.join('of_task', sql`JOIN task of_task ON of_task.agency_id = q.agency_id AND of_task.id = q.task_id`);
const decider = read.join(
  'decider',
  sql`LEFT JOIN member decider ON decider.agency_id = q.agency_id AND decider.id = q.decided_by_id`,
);
const state = read.enumeration<ChangeRequestState>(sql`q.state`);

/** Rows of `q` change request and `c` its client. */
export const changeRequestRead: ReadType = {
  name: 'ChangeRequest',
  fields: {
    id: read.id(sql`q.id`),
    taskId: read.id(sql`q.task_id`),
    taskTitle: read.text(sql`of_task.title`, task),
    clientId: read.id(sql`c.id`),
    clientName: read.text(sql`c.name`),
    round: read.int(sql`q.round`),
    price: memberRule(read.sum(sql`q.price_minor`, sql`q.currency`), read.sumOf),
    reason: read.text(sql`q.reason`),
    state,
    createdAt: read.instant(sql`q.created_at`),
    decidedAt: read.nullable(read.instant(sql`q.decided_at`)),
    decidedBy: read.nullable(read.text(sql`decider.name`, decider)),
    decisionNote: read.text(sql`q.decision_note`),
    version: read.int(sql`q.version`),
    availableActions: memberRule({ state }, (request) => changeRequestActionsOf(request.state)),
  } satisfies Record<keyof ChangeRequestObject, ReadField>,
};
