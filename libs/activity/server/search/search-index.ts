import { trigramsOf, weighWords } from '@planerka/activity/domain';
import { newId, type Id } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import type { DocumentKind, PendingKind, Source } from './search-sources';

/** What of the index belongs to a thing that waits under that kind. */
const documentsOf: Readonly<Record<PendingKind, readonly DocumentKind[]>> = {
  client: ['client'],
  campaign: ['campaign'],
  item: ['item'],
  task: ['task', 'draft', 'text'],
  comment: ['comment'],
};

interface Indexed {
  readonly id: Id;
  readonly kind: DocumentKind;
  readonly entityId: Id;
  readonly words: readonly string[];
  readonly weights: readonly number[];
}

interface Posting {
  readonly documentId: Id;
  readonly word: string;
  readonly weight: number;
}

const keyOf = ({ kind, entityId }: { readonly kind: string; readonly entityId: Id }): string => `${kind} ${entityId}`;

/**
 * Makes the index say of these things what they say now: what is new comes in, what is gone goes, what is the same is left alone.
 * Doing it twice is as good as once.
 */
export async function indexAnew(
  tx: Tx,
  kind: PendingKind,
  entityIds: readonly Id[],
  sources: readonly Source[],
): Promise<void> {
  const known = new Map((await tx.query(indexed(tx.agencyId, kind, entityIds))).map((one) => [keyOf(one), one]));
  const kept = new Map(sources.map((source) => [keyOf(source), known.get(keyOf(source))?.id ?? newId()]));
  const gone = [...known].flatMap(([key, one]) => (kept.has(key) ? [] : [one]));
  const coming: Posting[] = [];
  const going: Posting[] = gone.flatMap((one) => [...postingsOf(one).values()]);
  for (const source of sources) {
    const documentId = kept.get(keyOf(source)) ?? newId();
    const before = postingsOf(known.get(keyOf(source)));
    const weights = weighWords(source.title, source.body);
    for (const [word, weight] of weights)
      if (before.get(word)?.weight !== weight) coming.push({ documentId, word, weight });
    for (const posting of before.values()) if (!weights.has(posting.word)) going.push(posting);
  }
  await keepWords(tx, [...new Set(coming.map(({ word }) => word))]);
  if (going.length > 0) tx.write(deletePostings(tx.agencyId, going));
  if (coming.length > 0) tx.write(writePostings(tx.agencyId, coming));
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    tx.write(sql`DELETE FROM search_document WHERE agency_id = ${tx.agencyId} AND id = ANY(${ids}::uuid[])`);
    tx.write(sql`DELETE FROM search_text WHERE agency_id = ${tx.agencyId} AND document_id = ANY(${ids}::uuid[])`);
  }
  if (sources.length > 0) writeDocuments(tx, sources, (source) => kept.get(keyOf(source)) ?? newId());
}

const postingsOf = (indexed: Indexed | undefined): ReadonlyMap<string, Posting> =>
  new Map(
    indexed?.words.map((word, place) => [word, { documentId: indexed.id, word, weight: indexed.weights[place] ?? 0 }]),
  );

const indexed = (agencyId: Id, kind: PendingKind, entityIds: readonly Id[]): RawBuilder<Indexed> => sql`
  SELECT d.id, d.kind, d.entity_id AS "entityId", t.words, t.weights
  FROM search_document d JOIN search_text t ON t.agency_id = d.agency_id AND t.document_id = d.id
  WHERE d.agency_id = ${agencyId} AND d.entity_id = ANY(${entityIds}::uuid[]) AND d.kind = ANY(${documentsOf[kind]}::text[])`;

/** The agency's vocabulary: a word that says nothing has no stem and does not come in. */
async function keepWords(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const added = await tx.query(sql<{ readonly stem: string }>`
    INSERT INTO search_word (agency_id, word, stem)
    SELECT ${tx.agencyId}::uuid, word, stem FROM unnest(${[...words].sort()}::text[]) AS word, LATERAL (SELECT search_stem(word) AS stem) found
    WHERE stem IS NOT NULL ON CONFLICT DO NOTHING RETURNING stem`);
  const pairs = [...new Set(added.map(({ stem }) => stem))].flatMap((stem) =>
    /\p{N}/u.test(stem) ? [] : trigramsOf(stem).map((trigram) => ({ trigram, stem })),
  );
  if (pairs.length === 0) return;
  tx.write(sql`
    INSERT INTO search_trigram (agency_id, trigram, stem)
    SELECT ${tx.agencyId}::uuid, trigram, stem
    FROM unnest(${pairs.map(({ trigram }) => trigram)}::text[], ${pairs.map(({ stem }) => stem)}::text[]) AS pair (trigram, stem)
    ON CONFLICT DO NOTHING`);
}

const columnsOf = (postings: readonly Posting[]): RawBuilder<unknown> => sql`
  unnest(${postings.map(({ word }) => word)}::text[], ${postings.map(({ documentId }) => documentId)}::uuid[],
    ${postings.map(({ weight }) => weight)}::smallint[]) AS given (word, document_id, weight)`;

const deletePostings = (agencyId: Id, postings: readonly Posting[]): RawBuilder<unknown> => sql`
  DELETE FROM search_posting p USING ${columnsOf(postings)}
  WHERE p.agency_id = ${agencyId} AND p.word = given.word AND p.document_id = given.document_id`;

const writePostings = (agencyId: Id, postings: readonly Posting[]): RawBuilder<unknown> => sql`
  INSERT INTO search_posting (agency_id, word, document_id, weight)
  SELECT ${agencyId}::uuid, given.word, given.document_id, given.weight FROM ${columnsOf(postings)}
  JOIN search_word w ON w.agency_id = ${agencyId} AND w.word = given.word
  ON CONFLICT (agency_id, word, document_id) DO UPDATE SET weight = excluded.weight`;

function writeDocuments(tx: Tx, sources: readonly Source[], idOf: (source: Source) => Id): void {
  const documents = sources.map((source) => {
    const weights = weighWords(source.title, source.body);
    return {
      id: idOf(source),
      kind: source.kind,
      entity_id: source.entityId,
      audience: source.audience,
      client_id: source.clientId,
      task_id: source.taskId,
      is_open: source.isOpen,
      at: source.at,
      body: source.body,
      words: [...weights.keys()],
      weights: [...weights.values()],
    };
  });
  const given = JSON.stringify(documents);
  tx.write(sql`
    INSERT INTO search_document (agency_id, id, kind, entity_id, audience, client_id, task_id, is_open, at)
    SELECT ${tx.agencyId}::uuid, id, kind, entity_id, audience, client_id, task_id, is_open, at
    FROM json_to_recordset(${given}::json) AS given (id uuid, kind text, entity_id uuid, audience text, client_id uuid, task_id uuid,
      is_open boolean, at timestamptz)
    ON CONFLICT (agency_id, id) DO UPDATE SET audience = excluded.audience, client_id = excluded.client_id,
      task_id = excluded.task_id, is_open = excluded.is_open, at = excluded.at`);
  tx.write(sql`
    INSERT INTO search_text (agency_id, document_id, body, words, weights)
    SELECT ${tx.agencyId}::uuid, id, body, words, weights
    FROM json_to_recordset(${given}::json) AS given (id uuid, body text, words text[], weights smallint[])
    ON CONFLICT (agency_id, document_id) DO UPDATE SET body = excluded.body, words = excluded.words, weights = excluded.weights
    WHERE (search_text.body, search_text.words, search_text.weights) IS DISTINCT FROM (excluded.body, excluded.words, excluded.weights)`);
}
