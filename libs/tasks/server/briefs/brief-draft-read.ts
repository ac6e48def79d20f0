import { isDeliverableType, rateFor, suggestedFee, type Discipline, type RateUnit } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { Money, Temporal, type Currency, type Id } from '@planerka/platform/domain';
import { read, type MoneyObject, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { BriefDraftObject } from '../tasks/task-details.object';
import { agencyZone, draftFacts, judge } from './brief-readiness';

interface RateRow {
  readonly memberId: Id | null;
  readonly deliverableType: string | null;
  readonly unit: RateUnit;
  readonly amount: string;
  readonly validFrom: string;
}

const now = sql`${read.value('at')}::timestamptz`;

const rate: ReadType = {
  name: 'Rate',
  fields: {
    memberId: read.nullable(read.id(sql`r.member_id`)),
    deliverableType: read.nullable(read.text(sql`r.deliverable_type`)),
    unit: read.text(sql`r.unit`),
    amount: read.text(sql`r.amount_minor::text`),
    validFrom: read.date(sql`r.valid_from`),
  },
};

/** What the assignee's rate card says about the work, and what of the brief it looks at. */
const feeFacts = {
  assigneeId: read.nullable(read.id(sql`t.assignee_id`)),
  discipline: read.enumeration<Discipline>(sql`t.discipline`),
  // Of a text its kind, of anything else the work.
  work: read.nullable(read.text(sql`coalesce(b.data ->> 'textType', b.data ->> 'work')`)),
  timeZone: agencyZone,
  on: read.date(sql`(coalesce(b.due_at, ${now}) AT TIME ZONE a.time_zone)::date`),
  estimatedMinutes: draftFacts.estimatedMinutes,
  currency: draftFacts.currency,
  rates: read.many<RateRow>(
    () => rate,
    (object) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY r.id) FROM rate r
      WHERE r.agency_id = t.agency_id AND r.discipline = t.discipline AND r.currency = t.currency
        AND (r.member_id = t.assignee_id OR r.member_id IS NULL))`,
  ),
};

/** Rows of `t` task and `b`, its draft: only whoever may write it comes to see one. */
export const briefDraftRead: ReadType = {
  name: 'BriefDraft',
  fields: {
    id: read.id(sql`b.id`),
    version: read.int(sql`b.version`),
    data: read.json(sql`b.data`),
    brand: draftFacts.brand,
    dueAt: draftFacts.dueAt,
    fee: memberRule(read.sum(sql`b.fee_minor`, sql`t.currency`), read.sumOf),
    suggestedFee: memberRule(feeFacts, feeByRates),
    findings: read.fleeting(
      memberRule(
        { ...draftFacts, at: read.instant(now) },
        ({ at, ...draft }) => judge(draft, Temporal.Instant.from(at)).findings,
      ),
    ),
    updatedAt: read.instant(sql`b.updated_at`),
  } satisfies Record<keyof BriefDraftObject, ReadField>,
};

interface FeeFacts {
  readonly assigneeId: Id | null;
  readonly discipline: Discipline;
  readonly work: string | null;
  readonly on: string;
  readonly estimatedMinutes: number | null;
  readonly currency: Currency;
  readonly rates: readonly RateRow[];
}

function feeByRates({
  assigneeId,
  discipline,
  work,
  on,
  estimatedMinutes,
  currency,
  rates,
}: FeeFacts): MoneyObject | null {
  if (assigneeId === null) return null;
  const deliverableType = work !== null && isDeliverableType(work) ? work : null;
  const found = rateFor(
    rates.map(({ amount, validFrom, ...row }) => ({
      ...row,
      discipline,
      amount: Money.of(BigInt(amount), currency),
      validFrom: Temporal.PlainDate.from(validFrom),
    })),
    { memberId: assigneeId, discipline, deliverableType, on: Temporal.PlainDate.from(on) },
  );
  return (found && suggestedFee(found, estimatedMinutes))?.toJSON() ?? null;
}
