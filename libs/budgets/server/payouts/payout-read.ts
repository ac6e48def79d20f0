import { can, leadScope, type MemberViewer } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { payoutActionsIn, type PayoutState } from '@planerka/budgets/domain';
import type { Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { PayableWorkObject, PayoutObject } from './payout.object';

/** `payout.view` as values of a statement. */
export interface PayoutScopeInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly memberId: Id;
  readonly seesAllPayouts: boolean;
  readonly payingSquadIds: readonly Id[];
}

export function payoutScopeInput(viewer: MemberViewer): PayoutScopeInput {
  const scope = leadScope(viewer);
  return {
    agencyId: viewer.agencyId,
    memberId: viewer.memberId,
    seesAllPayouts: scope.kind === 'all',
    payingSquadIds: scope.kind === 'all' ? [] : scope.squadIds,
  };
}

/** Everything of one's own, and as an owner everybody's. */
const whole = sql`(${read.value('seesAllPayouts')}::boolean OR p.member_id = ${read.value('memberId')}::uuid)`;
const ofSquads = sql`cl.squad_id = ANY(${read.value('payingSquadIds')}::uuid[])`;

const works = sql`payout_item i
  JOIN task t ON t.agency_id = i.agency_id AND t.id = i.task_id
  JOIN client cl ON cl.agency_id = t.agency_id AND cl.id = t.client_id`;
const ofPayout = sql`i.agency_id = p.agency_id AND i.payout_id = p.id`;

/** `payout.view` as a condition on `p` payout. */
export const inPayoutScope = sql<boolean>`(${whole} OR EXISTS (
  SELECT FROM ${works} WHERE ${ofPayout} AND ${ofSquads}))`;

/** Rows of `p` payout with `i`, `t` and `cl`. */
const payableWork: ReadType = {
  name: 'PayableWork',
  fields: {
    taskId: read.id(sql`t.id`),
    title: read.text(sql`t.title`),
    clientName: read.text(sql`cl.name`),
    amount: read.money(sql`i.amount_minor`, sql`p.currency`),
    owedSince: read.nullable(read.instant(sql`NULL::timestamptz`)),
  } satisfies Record<keyof PayableWorkObject, ReadField>,
};

/** Of all its works: a sum only of those that the viewer knows, and the squads that all of them were for. */
const together = read.join(
  'together',
  sql`CROSS JOIN LATERAL (
    SELECT coalesce(sum(i.amount_minor) FILTER (WHERE ${whole} OR ${ofSquads}), 0) AS minor, array_agg(DISTINCT cl.squad_id) AS squad_ids
    FROM ${works} WHERE ${ofPayout}) together`,
);

const nameOf = (member: string) => sql`(
  SELECT by.name FROM member by WHERE by.agency_id = p.agency_id AND by.id = ${sql.ref(member)})`;

/**
 * Rows of `p` payout and `m`, who is paid. Somebody paid by two squads has one payout: a manager sees the works of
 * their own, and what these come to.
 */
export const payoutRead: ReadType = {
  name: 'Payout',
  fields: {
    id: read.id(sql`p.id`),
    number: read.int(sql`p.number`),
    state: read.enumeration<PayoutState>(sql`p.state`),
    memberId: read.id(sql`p.member_id`),
    memberName: read.text(sql`m.name`),
    employment: read.enumeration(sql`m.employment`),
    total: read.money(sql`together.minor`, sql`p.currency`, together),
    works: read.many<PayableWorkObject>(
      () => payableWork,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY t.title, t.id) FROM ${works} WHERE ${ofPayout} AND (${whole} OR ${ofSquads}))`,
    ),
    preparedByName: read.text(sql`coalesce(${nameOf('p.prepared_by_id')}, '')`),
    preparedAt: read.instant(sql`p.prepared_at`),
    approvedByName: read.nullable(read.text(nameOf('p.approved_by_id'))),
    approvedAt: read.nullable(read.instant(sql`p.approved_at`)),
    paidOn: read.nullable(read.date(sql`p.paid_on`)),
    document: read.text(sql`p.document`),
    version: read.int(sql`p.version`),
    availableActions: memberRule(
      {
        state: read.enumeration<PayoutState>(sql`p.state`),
        memberId: read.id(sql`p.member_id`),
        squadIds: read.listOf(read.id(sql`together.squad_ids`, together)),
      },
      ({ state, ...facts }, viewer) => [
        ...(can(viewer, 'payout.approve', facts) ? payoutActionsIn(state) : []),
        ...(state === 'draft' && can(viewer, 'payout.prepare', facts) ? ['discard'] : []),
      ],
    ),
  } satisfies Record<keyof PayoutObject, ReadField>,
};
