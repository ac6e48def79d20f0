import type { Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { brandProfileSchema, emptyBrandProfile, type BrandProfile } from '@planerka/clients/domain';
import { dateOf, Money, Temporal, type Currency, type Finding, type Id, type Instant } from '@planerka/platform/domain';
import { read, type Reader, type ReadType, type Tx } from '@planerka/platform/server';
import { briefSchema, readiness, type Brief, type BriefFacts } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { brandFor } from './brand-for';

/** The working draft with everything that stands around it. */
export interface DraftInContext {
  readonly brief: Brief;
  readonly brand: BrandProfile;
  readonly dueAt: Instant | null;
  readonly findings: readonly Finding[];
}

export async function briefReadiness(tx: Tx, taskId: Id): Promise<DraftInContext | null> {
  const { object, joins } = read.document(draftFacts);
  const [row] = await tx.query(sql<{ readonly draft: string }>`
    SELECT ${object} AS draft FROM task t
    JOIN brief_version b ON b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = 0 ${joins}
    WHERE t.agency_id = ${tx.agencyId}::uuid AND t.id = ${taskId}::uuid`);
  return row ? judge(JSON.parse(row.draft) as DraftDocument, tx.at) : null;
}

/** The same as it would be with another due moment, before anything is written. */
export async function readinessWith(
  reader: Reader,
  viewer: CurrentMember,
  { taskId, dueAt, at }: { readonly taskId: Id; readonly dueAt: Instant; readonly at: Instant },
): Promise<readonly Finding[]> {
  const { object, joins } = read.document(draftFacts);
  const [row] = await reader.ask(
    viewer,
    sql<{ readonly draft: string }>`
      SELECT ${object} AS draft FROM task t
      JOIN LATERAL (SELECT v.data, v.fee_minor, ${dueAt.toString()}::timestamptz AS due_at FROM brief_version v
        WHERE v.agency_id = t.agency_id AND v.task_id = t.id AND v.number = 0) b ON true ${joins}
      WHERE t.agency_id = ${viewer.agencyId}::uuid AND t.id = ${taskId}::uuid`,
  );
  return row ? judge(JSON.parse(row.draft) as DraftDocument, at).findings : [];
}

export interface DraftDocument {
  readonly title: string;
  readonly timeZone: string;
  readonly data: unknown;
  readonly dueAt: string | null;
  readonly estimatedMinutes: number | null;
  readonly fee: string;
  readonly currency: Currency;
  readonly assignee: { readonly disciplines: readonly Discipline[] } | null;
  readonly line: { readonly available: string; readonly isHard: boolean } | null;
  readonly item: { readonly publishAt: string } | null;
  readonly campaign: { readonly startsOn: string; readonly endsOn: string } | null;
  readonly brand: unknown;
}

const ofAgency = read.join('agency', sql`JOIN agency a ON a.id = t.agency_id`);

const assignee: ReadType = { name: 'Member', fields: { disciplines: read.listOf(read.text(sql`m.disciplines`)) } };
const item: ReadType = { name: 'ContentItem', fields: { publishAt: read.instant(sql`i.publish_at`) } };
const campaign: ReadType = {
  name: 'Campaign',
  fields: { startsOn: read.date(sql`p.starts_on`), endsOn: read.date(sql`p.ends_on`) },
};
const line: ReadType = {
  name: 'BudgetLine',
  fields: {
    // What this task has committed already is as good as free.
    available: read.text(
      sql`(l.available_minor + CASE WHEN l.id = t.budget_line_id THEN t.committed_minor ELSE 0 END)::text`,
    ),
    isHard: read.boolean(sql`l.is_hard`),
  },
};

export const agencyZone = read.text(sql`a.time_zone`, ofAgency);

/** The draft in its surroundings: rows of `t` task and `b` its draft. */
export const draftFacts = {
  title: read.text(sql`t.title`),
  timeZone: agencyZone,
  data: read.json(sql`b.data`),
  dueAt: read.nullable(read.instant(sql`b.due_at`)),
  estimatedMinutes: read.nullable(read.int(sql`t.estimated_minutes`)),
  fee: read.text(sql`b.fee_minor::text`),
  currency: read.text<Currency>(sql`t.currency`),
  assignee: read.one<NonNullable<DraftDocument['assignee']>>(
    () => assignee,
    (object) => sql`(SELECT ${object} FROM member m WHERE m.agency_id = t.agency_id AND m.id = t.assignee_id)`,
  ),
  line: read.one<NonNullable<DraftDocument['line']>>(
    () => line,
    (object) => sql`(
      SELECT ${object} FROM budget_line l
      WHERE l.agency_id = t.agency_id AND l.campaign_id = t.campaign_id AND l.category::text = t.discipline::text
        AND l.month = date_trunc('month', b.due_at AT TIME ZONE a.time_zone)::date)`,
  ),
  item: read.one<NonNullable<DraftDocument['item']>>(
    () => item,
    (object) => sql`(SELECT ${object} FROM content_item i WHERE i.agency_id = t.agency_id AND i.id = t.item_id)`,
  ),
  campaign: read.one<NonNullable<DraftDocument['campaign']>>(
    () => campaign,
    (object) => sql`(SELECT ${object} FROM campaign p WHERE p.agency_id = t.agency_id AND p.id = t.campaign_id)`,
  ),
  brand: read.json(brandFor(sql`t`)),
};

export function judge(draft: DraftDocument, at: Instant): DraftInContext {
  const brief = briefSchema.parse(draft.data);
  const brand = readBrand(draft.brand);
  const facts = factsOf(draft, brand, at);
  return { brief, brand, dueAt: facts.dueAt, findings: readiness(brief, facts) };
}

/** A profile that an older version of us has written is still a profile: what does not fit any more is left out. */
export function readBrand(data: unknown): BrandProfile {
  const read = brandProfileSchema.safeParse(data ?? {});
  return read.success ? read.data : emptyBrandProfile;
}

function factsOf(draft: DraftDocument, brand: BrandProfile, at: Instant): BriefFacts {
  const money = (minor: string): Money => Money.of(BigInt(minor), draft.currency);
  const { line, item, campaign } = draft;
  const dueAt = draft.dueAt === null ? null : Temporal.Instant.from(draft.dueAt);
  return {
    title: draft.title,
    dueAt,
    dueOn: dueAt && dateOf(dueAt, draft.timeZone),
    estimatedMinutes: draft.estimatedMinutes,
    fee: money(draft.fee),
    assignee: draft.assignee,
    budgetLine: line && { available: money(line.available), isHard: line.isHard },
    item: item && { publishAt: Temporal.Instant.from(item.publishAt) },
    campaign: campaign && {
      startsOn: Temporal.PlainDate.from(campaign.startsOn),
      endsOn: Temporal.PlainDate.from(campaign.endsOn),
    },
    brand,
    isAdMarkingWanted: brand.marking.isWanted,
    at,
  };
}
