import type { Id, PlainDate } from '@planerka/platform/domain';
import type { ReadRow } from './plan-row';
import type { PlanItem, PlanRow } from './plan-table';
import { titleLikeness } from './title-likeness';

/** By what a row found its publication: its code, its very day, time and title, or that it is much like it. */
export type RowMatch = 'id' | 'same' | 'alike';

export interface Known {
  readonly item: PlanItem;
  readonly match: RowMatch;
}

/** «Стол из дуба» and «Столы из дуба» are one topic; «Стол из дуба» and «Стул из ясеня» are two. */
const alikeFrom = 0.6;

export const naturalKey = ({ date, time, title }: Pick<PlanItem, 'date' | 'time' | 'title'>): string =>
  [date.toString(), time.toString({ smallestUnit: 'minute' }), title.trim().toLowerCase()].join(' ');

/**
 * Which publication each row is about, where it is there already. What is certain goes first; of the others one of the same day,
 * on a channel they share, whose title is most like. No publication is found twice by likeness.
 */
export function findKnown(
  rows: readonly (ReadRow | null)[],
  existing: readonly PlanItem[],
  isAllowed: (row: number) => boolean,
): readonly (Known | null)[] {
  const byId = new Map(existing.map((item) => [item.id, item]));
  const byKey = new Map(existing.map((item) => [naturalKey(item), item]));
  const found: (Known | null)[] = rows.map((row) => {
    if (!row) return null;
    const item = row.id === null ? byKey.get(naturalKey(row)) : byId.get(row.id);
    return item ? { item, match: row.id === null ? 'same' : 'id' } : null;
  });
  const taken = new Set<Id>(found.flatMap((known) => (known ? [known.item.id] : [])));
  const byDay = Map.groupBy(existing, ({ date }) => date.toString());
  const pairs = rows.flatMap((row, index) =>
    row && row.id === null && !found[index] && isAllowed(index)
      ? (byDay.get(row.date.toString()) ?? [])
          .filter((item) => !taken.has(item.id) && shareChannel(row, item))
          .map((item) => ({ index, item, likeness: titleLikeness(row.title, item.title) }))
          .filter(({ likeness }) => likeness >= alikeFrom)
      : [],
  );
  for (const { index, item } of pairs.toSorted((one, other) => other.likeness - one.likeness)) {
    if (found[index] || taken.has(item.id)) continue;
    found[index] = { item, match: 'alike' };
    taken.add(item.id);
  }
  return found;
}

/** A publication that a series of the client is going to make. */
export interface ComingTurn {
  readonly date: PlainDate;
  readonly title: string;
  readonly channelIds: readonly Id[];
}

/** Of turns by their days, the one that the row would double. */
export const turnLike = (
  row: Pick<PlanRow, 'date' | 'title' | 'channelIds'>,
  turns: ReadonlyMap<string, readonly ComingTurn[]>,
): ComingTurn | null =>
  (turns.get(row.date.toString()) ?? [])
    .filter((turn) => shareChannel(row, turn) && titleLikeness(row.title, turn.title) >= alikeFrom)
    .toSorted((one, other) => titleLikeness(row.title, other.title) - titleLikeness(row.title, one.title))[0] ?? null;

type OnChannels = Pick<PlanRow, 'channelIds'>;

/** Where one of them says no channel, nothing speaks against it. */
const shareChannel = ({ channelIds }: OnChannels, item: OnChannels): boolean =>
  channelIds.length === 0 || item.channelIds.length === 0 || channelIds.some((id) => item.channelIds.includes(id));
