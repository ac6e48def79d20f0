import type { Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id, Instant } from '@planerka/platform/domain';
import { knownId, type Given, type Value } from '@planerka/platform/server';
import type { TaskState } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';
import { taskScopeInput, type TaskScopeInput } from './task-scope';

export interface TaskFilter {
  readonly states?: readonly TaskState[] | null;
  readonly clientId?: Id | null;
  readonly campaignId?: Id | null;
  readonly itemId?: Id | null;
  readonly assigneeId?: Id | null;
  readonly discipline?: Discipline | null;
  readonly isOverdue?: boolean | null;
  /** Assigned to me, or written and reviewed by me. */
  readonly isMine?: boolean | null;
  readonly search?: string | null;
}

export interface TaskFilterInput extends TaskScopeInput {
  /** ISO 8601. */
  readonly at: string;
  readonly isIssued: true | undefined;
  readonly states: readonly TaskState[] | undefined;
  readonly clientId: Id | undefined;
  readonly campaignId: Id | undefined;
  readonly itemId: Id | undefined;
  readonly doneBy: Id | undefined;
  readonly discipline: Discipline | undefined;
  readonly isOverdue: true | undefined;
  readonly mine: Id | undefined;
  readonly search: string | undefined;
}

export function taskFilterInput(viewer: CurrentMember, filter: TaskFilter, at: Instant): TaskFilterInput {
  const search = filter.search?.trim().slice(0, 100);
  return {
    ...taskScopeInput(viewer),
    at: at.toString(),
    // An unfinished brief is its author's: whoever will do the work sees it when it is issued.
    isIssued: viewer.role === 'specialist' || undefined,
    states: filter.states ?? undefined,
    clientId: knownId(filter.clientId),
    campaignId: knownId(filter.campaignId),
    itemId: knownId(filter.itemId),
    doneBy: knownId(filter.assigneeId),
    discipline: filter.discipline ?? undefined,
    isOverdue: filter.isOverdue || undefined,
    mine: filter.isMine ? viewer.memberId : undefined,
    search: search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : undefined,
  };
}

/** What the filter says of `t`, apart from who asks. */
export function taskConditions(value: Value<TaskFilterInput>, given: Given<TaskFilterInput>): RawBuilder<boolean> {
  const conditions: readonly (readonly [keyof TaskFilterInput & string, RawBuilder<unknown>])[] = [
    ['isIssued', sql`t.state <> 'draft'`],
    ['states', sql`t.state::text = ANY(${value('states')}::text[])`],
    ['clientId', sql`t.client_id = ${value('clientId')}::uuid`],
    ['campaignId', sql`t.campaign_id = ${value('campaignId')}::uuid`],
    ['itemId', sql`t.item_id = ${value('itemId')}::uuid`],
    ['doneBy', sql`t.assignee_id = ${value('doneBy')}::uuid`],
    ['discipline', sql`t.discipline::text = ${value('discipline')}`],
    ['isOverdue', sql`t.state IN ('issued', 'in_progress') AND t.due_at < ${value('at')}::timestamptz`],
    ['mine', sql`(t.assignee_id = ${value('mine')}::uuid OR t.manager_id = ${value('mine')}::uuid)`],
    ['search', sql`t.title ILIKE ${value('search')}`],
  ];
  const asked = conditions.filter(([name]) => given(name)).map(([, condition]) => condition);
  return sql`${sql.join([sql`t.agency_id = ${value('agencyId')}::uuid`, ...asked], sql` AND `)}`;
}
