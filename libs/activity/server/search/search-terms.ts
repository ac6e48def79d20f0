import { slipsAllowed, slipsBetween, trigramsOf, type SearchQuery, type SearchTerm } from '@planerka/activity/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Reader } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** Words from `from` to `upto` answer the term of that number, that well. */
export interface Sought {
  readonly term: number;
  readonly from: string;
  readonly upto: string;
  readonly quality: number;
}

/** How the agency's own words answer what was asked. */
export interface Understood {
  /** Terms that say something; none where all are «и» and «на». */
  readonly terms: number;
  readonly sought: readonly Sought[];
  /** A word that nobody wrote was taken for another: a slip of the hand, the other layout of the keyboard. */
  readonly isGuess: boolean;
}

const quality = { exact: 10, form: 8, beginning: 6, meant: 3 } as const;
/** Of so many stems that share most pieces with a word one may be meant. */
const mostNear = 60;
/** A letter is in three pieces of its word. */
const piecesOfSlip = 3;

interface Known {
  readonly term: number;
  readonly how: 'stem' | 'form' | 'begins' | 'layout';
  readonly word: string;
  readonly stem: string;
}

interface Near {
  readonly term: number;
  readonly word: string;
  readonly stem: string;
}

interface Said extends SearchTerm {
  readonly stem: string;
  readonly known: readonly Known[];
}

/** Asks the agency's vocabulary: one statement, one more where somebody may have slipped. */
export async function understand(reader: Reader, viewer: CurrentMember, { terms }: SearchQuery): Promise<Understood> {
  const known = Map.groupBy(await reader.ask(viewer, vocabulary(viewer, terms)), ({ term }) => term);
  const said = terms.flatMap((term, place): Said[] => {
    const words = known.get(place) ?? [];
    const stem = words.find(({ how }) => how === 'stem')?.stem;
    // «на» alone may become «наклейка»; beside others it says nothing.
    return stem === undefined && terms.length > 1 ? [] : [{ ...term, stem: stem ?? term.word, known: words }];
  });
  const unknown = said.map(({ known: words }) => !words.some(({ how }) => how === 'form' || how === 'begins'));
  const isGuess = unknown.includes(true);
  const near = isGuess ? await reader.ask(viewer, nearby(viewer, said, unknown)) : [];
  const sought = said.flatMap((term, place) => {
    if (!unknown[place]) return written(term, place);
    return meant(
      term,
      place,
      near.filter((one) => one.term === place),
    );
  });
  return { terms: said.length, sought, isGuess };
}

const exactly = (word: string): { readonly from: string; readonly upto: string } => ({ from: word, upto: word });
const beginningWith = (word: string): { readonly from: string; readonly upto: string } => ({
  from: word,
  upto: `${word}\u{10FFFF}`,
});

/** Exactly so, in another form, as a beginning. */
function written({ word, isPrefix, known }: Said, term: number): readonly Sought[] {
  const forms = known.filter((one) => one.how === 'form' && one.word !== word);
  return [
    { term, ...exactly(word), quality: quality.exact },
    ...forms.map((form) => ({ term, ...exactly(form.word), quality: quality.form })),
    ...(isPrefix ? [{ term, ...beginningWith(word), quality: quality.beginning }] : []),
  ];
}

function meant({ word, stem, otherLayout, known }: Said, term: number, near: readonly Near[]): readonly Sought[] {
  const most = slipsAllowed(word);
  const slips = near.filter(
    (one) => slipsBetween(stem, one.stem, most) <= most || slipsBetween(word, one.word, most) <= most,
  );
  const layout = known.filter(({ how }) => how === 'layout');
  const words = [...layout, ...slips].map((one) => ({ term, ...exactly(one.word), quality: quality.meant }));
  return otherLayout === null ? words : [...words, { term, ...beginningWith(otherLayout), quality: quality.meant }];
}

const vocabulary = ({ agencyId }: CurrentMember, terms: readonly SearchTerm[]): RawBuilder<Known> => sql<Known>`
  WITH asked AS MATERIALIZED (
    SELECT (n - 1)::int AS term, word, upto, search_stem(word) AS stem, search_stem(nullif(other, '')) AS other
    FROM unnest(${terms.map(({ word }) => word)}::text[], ${terms.map((term) => (term.isPrefix ? beginningWith(term.word).upto : term.word))}::text[],
      ${terms.map(({ otherLayout }) => otherLayout ?? '')}::text[]) WITH ORDINALITY AS given (word, upto, other, n))
  SELECT term, 'stem' AS how, word, stem FROM asked WHERE stem IS NOT NULL
  UNION ALL
  SELECT asked.term, 'form', w.word, w.stem FROM asked
  JOIN search_word w ON w.agency_id = ${agencyId}::uuid AND w.stem = asked.stem
  UNION ALL
  SELECT asked.term, 'begins', w.word, w.stem FROM asked CROSS JOIN LATERAL (
    SELECT word, stem FROM search_word WHERE agency_id = ${agencyId}::uuid AND word >= asked.word AND word <= asked.upto LIMIT 1) w
  UNION ALL
  SELECT asked.term, 'layout', w.word, w.stem FROM asked
  JOIN search_word w ON w.agency_id = ${agencyId}::uuid AND w.stem = asked.other`;

/** Words whose stems have most of the pieces that the unknown ones have. */
function nearby({ agencyId }: CurrentMember, said: readonly Said[], unknown: readonly boolean[]): RawBuilder<Near> {
  const pieces = said.flatMap(({ word, stem }, term) => {
    const slips = unknown[term] ? slipsAllowed(word) : 0;
    if (slips === 0) return [];
    const all = trigramsOf(stem);
    return all.map((trigram) => ({ term, trigram, least: Math.max(1, all.length - piecesOfSlip * slips) }));
  });
  return sql<Near>`
    WITH near AS MATERIALIZED (
      SELECT piece.term, t.stem
      FROM unnest(${pieces.map(({ term }) => term)}::int[], ${pieces.map(({ trigram }) => trigram)}::text[],
        ${pieces.map(({ least }) => least)}::int[]) AS piece (term, trigram, least)
      JOIN search_trigram t ON t.agency_id = ${agencyId}::uuid AND t.trigram = piece.trigram
      GROUP BY piece.term, piece.least, t.stem HAVING count(*) >= piece.least
      ORDER BY count(*)::float / (length(t.stem) + 1) DESC LIMIT ${mostNear * said.length})
    SELECT near.term, w.word, w.stem FROM near
    JOIN search_word w ON w.agency_id = ${agencyId}::uuid AND w.stem = near.stem`;
}
