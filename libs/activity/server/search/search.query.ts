import {
  marked,
  parseSearchQuery,
  passageOf,
  type Passage,
  type SearchProblem,
  type TermOf,
} from '@planerka/activity/domain';
import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { decodeCursor, encodeCursor, isId, type Id } from '@planerka/platform/domain';
import { badArgument, Clock, Reader, type Connection } from '@planerka/platform/server';
import { z } from 'zod';
import { foundKinds, matchesOf, type Asked, type FoundKind, type Match, type Matches } from './search-matches';
import { understand, type Sought } from './search-terms';

export interface SearchInput {
  readonly text: string;
  readonly kinds: readonly FoundKind[];
  readonly clientId: Id | null;
  readonly first: number;
  readonly after: string | null;
}

export interface Found extends Omit<Match, 'title' | 'body' | 'visibility' | 'score'> {
  readonly title: Passage;
  readonly passage: Passage | null;
  readonly isForClient: boolean;
}

export interface FoundGroup {
  readonly kind: FoundKind;
  readonly count: number;
  readonly found: Connection<Found>;
}

export interface SearchAnswer {
  readonly problem: SearchProblem | null;
  /** Nothing is spelled like that, and this is what was found of what may have been meant. */
  readonly isGuess: boolean;
  readonly groups: readonly FoundGroup[];
}

const nothing: SearchAnswer = { problem: null, isGuess: false, groups: [] };
const order = 'search';
const cursorKey = z.tuple([z.int(), z.string().refine(isId), z.iso.datetime()]);

/** What people wrote, found by its words in any form: two statements, three where it was misspelt. See ADR 18. */
@Injectable()
export class SearchQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async find(viewer: CurrentMember, input: SearchInput): Promise<SearchAnswer> {
    const start = startOf(input);
    const query = parseSearchQuery(input.text);
    if (!query.ok) return { ...nothing, problem: query.error };
    if (input.clientId !== null && !isId(input.clientId)) return nothing;
    const { terms, sought, isGuess } = await understand(this.reader, viewer, query.value);
    if (terms === 0) return nothing;
    const at = start?.at ?? this.clock.now().toString({ fractionalSecondDigits: 3 });
    const asked = { ...input, terms, sought, at, after: start };
    // A word that nothing is like: then nothing has all of them.
    if (new Set(sought.map(({ term }) => term)).size < terms) return nothing;
    const [found] = await this.reader.ask(viewer, matchesOf(viewer, asked));
    return { problem: null, isGuess, groups: found ? groupsOf(found, asked) : [] };
  }
}

function startOf({ after, kinds }: SearchInput): (NonNullable<Asked['after']> & { readonly at: string }) | null {
  if (after === null) return null;
  const key = decodeCursor(order, after, cursorKey);
  if (!key.ok) throw badArgument('after must be an endCursor of this list');
  if (kinds.length !== 1) throw badArgument('A further page is of one kind');
  const [score, id, at] = key.value;
  return { score, id, at };
}

function groupsOf({ counts, matches }: Matches, asked: Asked): readonly FoundGroup[] {
  const termOf = termsIn(asked.sought);
  const byKind = Map.groupBy(matches, ({ kind }) => kind);
  // In the order of their best, then those that were not asked for, by their number alone.
  const kinds = [...new Set([...byKind.keys(), ...foundKinds])].filter((kind) => counts[kind]);
  return kinds.map((kind) => {
    const all = byKind.get(kind) ?? [];
    const page = all.slice(0, asked.first);
    const last = page.at(-1);
    return {
      kind,
      count: counts[kind] ?? 0,
      found: {
        nodes: page.map((match) => present(match, termOf)),
        pageInfo: {
          hasNextPage: all.length > asked.first,
          endCursor: last ? encodeCursor(order, [last.score, last.id, asked.at]) : null,
        },
      },
    };
  });
}

/** Which term a word answers; of several the first. */
function termsIn(sought: readonly Sought[]): TermOf {
  const exact = new Map(sought.filter(({ from, upto }) => from === upto).map(({ from, term }) => [from, term]));
  const beginnings = sought.filter(({ from, upto }) => from !== upto);
  return (word) => exact.get(word) ?? beginnings.find(({ from }) => word.startsWith(from))?.term ?? null;
}

function present({ title, body, visibility, score: _, ...match }: Match, termOf: TermOf): Found {
  const passage = passageOf(body, termOf);
  const isShown = passage.marks.length > 0 || match.kind === 'comment' || match.kind === 'text';
  return {
    ...match,
    title: marked(title, termOf),
    passage: isShown ? passage : null,
    isForClient: visibility === 'client',
  };
}
