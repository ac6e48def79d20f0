import { can, type Viewer } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import type { RevisionState } from '@planerka/budgets/domain';
import type { Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { BudgetRevisionLineObject, BudgetRevisionObject } from '../budget/budget.object';

/** Rows of `rl` budget_revision_line, `l` budget_line and `cl` client. */
const revisionLine: ReadType = {
  name: 'BudgetRevisionLine',
  fields: {
    lineId: read.id(sql`l.id`),
    category: read.enumeration(sql`l.category`),
    month: read.month(sql`l.month`),
    previous: read.money(sql`rl.previous_minor`, sql`cl.currency`),
    newTotal: read.money(sql`rl.new_total_minor`, sql`cl.currency`),
    change: read.money(sql`(rl.new_total_minor - rl.previous_minor)`, sql`cl.currency`),
  } satisfies Record<keyof BudgetRevisionLineObject, ReadField>,
};

const nameOf = (member: string) => sql`(
  SELECT m.name FROM member m WHERE m.agency_id = r.agency_id AND m.id = ${sql.ref(member)})`;

const planned = read.join(
  'planned',
  sql`CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.planned_minor), 0) AS minor FROM budget_line l
    WHERE l.agency_id = c.agency_id AND l.campaign_id = c.id) planned`,
);

const asked = read.join(
  'asked',
  sql`CROSS JOIN LATERAL (
    SELECT coalesce(sum(rl.new_total_minor - rl.previous_minor), 0) AS minor FROM budget_revision_line rl
    WHERE rl.agency_id = r.agency_id AND rl.revision_id = r.id) asked`,
);

/** Rows of `r` budget_revision, `c` campaign and `cl` client. */
export const revisionRead: ReadType = {
  name: 'BudgetRevision',
  fields: {
    id: read.id(sql`r.id`),
    campaignId: read.id(sql`c.id`),
    campaignName: read.text(sql`c.name`),
    clientName: read.text(sql`cl.name`),
    state: read.enumeration<RevisionState>(sql`r.state`),
    reason: read.text(sql`r.reason`),
    requestedById: read.id(sql`r.requested_by_id`),
    requestedByName: read.text(nameOf('r.requested_by_id')),
    requestedAt: read.instant(sql`r.requested_at`),
    decidedByName: read.nullable(read.text(nameOf('r.decided_by_id'))),
    decidedAt: read.nullable(read.instant(sql`r.decided_at`)),
    decisionNote: read.text(sql`r.decision_note`),
    lines: read.many<BudgetRevisionLineObject>(
      () => revisionLine,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY abs(rl.new_total_minor - rl.previous_minor) DESC, l.month, l.category, l.id)
        FROM budget_revision_line rl
        JOIN budget_line l ON l.agency_id = rl.agency_id AND l.id = rl.line_id
        WHERE rl.agency_id = r.agency_id AND rl.revision_id = r.id)`,
    ),
    plannedBefore: read.money(sql`planned.minor`, sql`cl.currency`, planned),
    plannedAfter: read.money(sql`(planned.minor + asked.minor)`, sql`cl.currency`, planned, asked),
    version: read.int(sql`r.version`),
    availableActions: memberRule(
      {
        squadId: read.id(sql`cl.squad_id`),
        state: read.enumeration<RevisionState>(sql`r.state`),
        requestedById: read.id(sql`r.requested_by_id`),
      },
      (facts, viewer) => revisionActions(viewer, facts),
    ),
  } satisfies Record<keyof BudgetRevisionObject, ReadField>,
};

interface RevisionFacts {
  readonly squadId: Id;
  readonly state: RevisionState;
  readonly requestedById: Id;
}

/** Who decides has the decision as the next step; who asked may remind or take it back. */
function revisionActions(viewer: Viewer, { state, requestedById, squadId }: RevisionFacts): readonly string[] {
  if (state !== 'requested') return [];
  const decide = can(viewer, 'budget.decide', { squadId }) ? ['approve', 'refuse'] : [];
  const own = can(viewer, 'budget.withdraw', { squadId, requestedById }) ? ['withdraw'] : [];
  const remind = decide.length === 0 && can(viewer, 'budget.request', { squadId }) ? ['remind'] : [];
  return [...decide, ...remind, ...own];
}
