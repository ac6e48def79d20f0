import type { Discipline } from '@planerka/agency/domain';
import { brandProfileSchema, emptyBrandProfile, type BrandProfile } from '@planerka/clients/domain';
import { dateOf, Money, Temporal, type Currency, type Finding, type Id, type Instant } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { briefSchema, readiness, type Brief, type BriefFacts } from '@planerka/tasks/domain';

/** The working draft with everything that stands around it. */
export interface DraftInContext {
  readonly brief: Brief;
  readonly brand: BrandProfile;
  readonly dueAt: Instant | null;
  readonly findings: readonly Finding[];
}

export async function briefReadiness(tx: Tx, taskId: Id): Promise<DraftInContext | null> {
  const rows = await tx.db.$queryRawUnsafe<readonly { draft: DraftDocument }[]>(
    draftInTransaction,
    tx.agencyId,
    taskId,
  );
  return rows[0] ? judge(rows[0].draft, tx.at) : null;
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

/** The draft in its surroundings, as an expression over `t` task, `b` its draft, `a` agency, `m` assignee. */
const draftDocument = `json_build_object(
    'title', t.title, 'timeZone', a.time_zone, 'data', b.data, 'dueAt', b.due_at, 'estimatedMinutes', t.estimated_minutes,
    'fee', b.fee_minor::text, 'currency', t.currency,
    'assignee', CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('disciplines', m.disciplines) END,
    'line', (
      SELECT json_build_object(
        'available', (l.available_minor + CASE WHEN l.id = t.budget_line_id THEN t.committed_minor ELSE 0 END)::text,
        'isHard', l.is_hard)
      FROM budget_line l
      WHERE l.agency_id = t.agency_id AND l.campaign_id = t.campaign_id AND l.category::text = t.discipline::text
        AND l.month = date_trunc('month', b.due_at AT TIME ZONE a.time_zone)::date),
    'item', (
      SELECT json_build_object('publishAt', i.publish_at) FROM content_item i
      WHERE i.agency_id = t.agency_id AND i.id = t.item_id),
    'campaign', (
      SELECT json_build_object('startsOn', p.starts_on, 'endsOn', p.ends_on) FROM campaign p
      WHERE p.agency_id = t.agency_id AND p.id = t.campaign_id),
    'brand', (
      SELECT r.data FROM brand_profile r WHERE r.agency_id = t.agency_id AND r.client_id = t.client_id)
  )`;

const draftTables = `
  JOIN agency a ON a.id = t.agency_id
  JOIN brief_version b ON b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = 0
  LEFT JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id`;

/** For commands: $1 the agency, $2 the task. */
const draftInTransaction = `
  SELECT ${draftDocument} AS draft FROM task t ${draftTables} WHERE t.agency_id = $1::uuid AND t.id = $2::uuid`;

/** For screens: a subselect over the outer `t`, with what a form needs besides. */
export const draftForForm = `(
  SELECT json_build_object(
    'id', b.id, 'version', b.version, 'updatedAt', b.updated_at, 'context', ${draftDocument},
    'rates', (
      SELECT coalesce(json_agg(json_build_object(
        'memberId', r.member_id, 'discipline', r.discipline, 'deliverableType', r.deliverable_type, 'unit', r.unit,
        'amount', r.amount_minor::text, 'validFrom', r.valid_from)), '[]')
      FROM rate r
      WHERE r.agency_id = t.agency_id AND r.discipline = t.discipline AND r.currency = t.currency
        AND (r.member_id = t.assignee_id OR r.member_id IS NULL)))
  FROM (SELECT t.*) t ${draftTables})`;

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
