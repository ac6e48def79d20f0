import { titleWeight } from '@planerka/activity/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { sql, type RawBuilder } from 'kysely';
import type { Sought } from './search-terms';
import { kindsFor, visibleTo } from './search-visibility';

/** A kind as people look for it: a draft is found as its task. */
export const foundKinds = ['client', 'campaign', 'item', 'task', 'text', 'comment'] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface Asked {
  readonly sought: readonly Sought[];
  readonly terms: number;
  /** None: all. */
  readonly kinds: readonly FoundKind[];
  readonly clientId: Id | null;
  readonly first: number;
  /** The end of the page before, of one kind. */
  readonly after: { readonly score: number; readonly id: Id } | null;
  /** The moment by which things are fresh, the same for all pages. */
  readonly at: string;
}

/** One thing that was found, with its names as they are now. */
export interface Match {
  readonly kind: FoundKind;
  readonly id: Id;
  readonly score: number;
  readonly title: string;
  readonly body: string;
  readonly clientId: Id;
  readonly clientName: string;
  readonly taskId: Id | null;
  readonly state: string | null;
  readonly author: string | null;
  readonly visibility: string | null;
  readonly at: string;
}

export interface Matches {
  readonly counts: Partial<Record<FoundKind, number>>;
  readonly matches: readonly Match[];
}

/** So many documents of one word are looked at, the newest: what more have says little of any. */
const mostOfWord = 5_000;
/** In points of a tenth: fresh things, and work that is not over, before their equals. */
const fresh = 10;
const open = 8;
const freshDays = 30;

/**
 * Which things have all the words, what each is worth, and of the best of each kind what is shown: one statement. Words that stand in
 * the client's name are taken as said by everything of that client: «сосна скидки».
 */
export function matchesOf(viewer: CurrentMember, asked: Asked): RawBuilder<Matches> {
  const { agencyId } = viewer;
  const agency = sql`${agencyId}::uuid`;
  const { sought, terms, kinds, clientId, first, after, at } = asked;
  const wanted = kinds.length > 0 ? kinds : foundKinds;
  const everyTerm = 2 ** terms - 1;
  return sql<Matches>`
    WITH sought AS (
      SELECT * FROM unnest(${sought.map(({ term }) => term)}::int[], ${sought.map(({ from }) => from)}::text[],
        ${sought.map(({ upto }) => upto)}::text[], ${sought.map(({ quality }) => quality)}::int[]) AS given (term, first, last, quality)),
    hit AS (
      SELECT p.document_id, sought.term, max(p.weight * sought.quality) AS points, max(p.weight) AS weight
      FROM sought CROSS JOIN LATERAL (
        SELECT document_id, weight FROM search_posting
        WHERE agency_id = ${agency} AND word >= sought.first AND word <= sought.last
        ORDER BY word DESC, document_id DESC LIMIT ${mostOfWord}) p
      GROUP BY p.document_id, sought.term),
    found AS MATERIALIZED (
      SELECT document_id, bit_or(1 << term) AS said, bit_or(CASE WHEN weight >= ${titleWeight} THEN 1 << term ELSE 0 END) AS named,
        sum(points) AS points
      FROM hit GROUP BY document_id),
    brand AS MATERIALIZED (
      SELECT d.client_id, found.named FROM client c
      JOIN search_document d ON d.agency_id = ${agency} AND d.entity_id = c.id AND d.kind = 'client'
      JOIN found ON found.document_id = d.id
      WHERE c.agency_id = ${agency}),
    -- Most of what has one of the words has not all of them: that is known before any of it is looked up.
    document AS MATERIALIZED (
      SELECT d.id, d.kind, d.entity_id, d.client_id, d.audience, d.task_id, found.said,
        round(10 * (found.points + CASE WHEN d.is_open THEN ${open} ELSE 0 END
          + ${fresh} / (1 + abs(extract(epoch FROM ${at}::timestamptz - d.at)) / (86400 * ${freshDays}))))::int AS score
      FROM found JOIN search_document d ON d.agency_id = ${agency} AND d.id = found.document_id
      WHERE found.said | coalesce((SELECT bit_or(named) FROM brand), 0) = ${everyTerm} AND d.kind = ANY(${kindsFor(viewer)}::text[])
        AND (${clientId}::uuid IS NULL OR d.client_id = ${clientId}::uuid)),
    visible AS (
      SELECT d.id, CASE d.kind WHEN 'draft' THEN 'task' ELSE d.kind END AS kind, d.entity_id, d.score
      FROM document d JOIN client c ON c.agency_id = ${agency} AND c.id = d.client_id LEFT JOIN brand ON brand.client_id = d.client_id
      WHERE d.said | coalesce(brand.named, 0) = ${everyTerm} AND ${visibleTo(viewer)}
        -- The index follows a moment later: what is deleted is neither shown nor counted meanwhile.
        AND (d.kind <> 'item' OR EXISTS (SELECT 1 FROM content_item there
          WHERE there.agency_id = ${agency} AND there.id = d.entity_id AND there.deleted_at IS NULL))),
    thing AS MATERIALIZED (
      SELECT kind, entity_id, max(score) AS score, (array_agg(id ORDER BY score DESC))[1] AS document_id
      FROM visible GROUP BY kind, entity_id),
    placed AS (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY score DESC, entity_id DESC) AS place FROM thing
      WHERE kind = ANY(${wanted}::text[])
        AND (${after?.score ?? null}::int IS NULL OR (score, entity_id) < (${after?.score ?? null}::int, ${after?.id ?? null}::uuid)))
    SELECT
      (SELECT coalesce(json_object_agg(kind, things), '{}') FROM (SELECT kind, count(*) AS things FROM thing GROUP BY kind) counted) AS counts,
      (SELECT coalesce(json_agg(shown ORDER BY shown.score DESC, shown.id DESC), '[]') FROM (
        SELECT p.kind, p.entity_id AS id, p.score, d.client_id AS "clientId", c.name AS "clientName", d.task_id AS "taskId",
          coalesce(m.name, i.title, t.title, c.name) AS title, x.body, coalesce(m.state::text, i.status::text, t.state::text) AS state,
          o.author_name AS author, o.visibility::text AS visibility, coalesce(o.created_at, i.publish_at, d.at) AS at
        FROM placed p
        JOIN search_document d ON d.agency_id = ${agency} AND d.id = p.document_id
        JOIN search_text x ON x.agency_id = ${agency} AND x.document_id = p.document_id
        JOIN client c ON c.agency_id = ${agency} AND c.id = d.client_id
        LEFT JOIN campaign m ON p.kind = 'campaign' AND m.agency_id = ${agency} AND m.id = p.entity_id
        LEFT JOIN content_item i ON p.kind = 'item' AND i.agency_id = ${agency} AND i.id = p.entity_id
        LEFT JOIN task t ON t.agency_id = ${agency} AND t.id = d.task_id
        LEFT JOIN comment o ON p.kind = 'comment' AND o.agency_id = ${agency} AND o.id = p.entity_id
        WHERE p.place <= ${first + 1}) shown) AS matches`;
}
