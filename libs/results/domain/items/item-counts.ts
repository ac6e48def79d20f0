import { isNetwork, type Network } from '@planerka/clients/domain';

/** What networks count of one publication, from its beginning to the day it was looked at. */
export const itemCounts = [
  'reach',
  'impressions',
  'views',
  'likes',
  'comments',
  'shares',
  'saves',
  'clicks',
  'newFollowers',
] as const;
export type ItemCount = (typeof itemCounts)[number];

/** null where nobody looked, or the network does not say. */
export type ItemCounts = { readonly [Count in ItemCount]: number | null };

/** With what its promotion cost by then, in the client's currency. */
export interface MeasuredCounts extends ItemCounts {
  readonly spendMinor: bigint | null;
}

export const noCounts: ItemCounts = countsFrom(() => null);

const ofNetwork: Readonly<Record<Network, readonly ItemCount[]>> = {
  vk: ['reach', 'views', 'likes', 'comments', 'shares', 'clicks', 'newFollowers'],
  telegram: ['views', 'likes', 'comments', 'shares', 'clicks', 'newFollowers'],
  ok: ['reach', 'views', 'likes', 'comments', 'shares', 'clicks', 'newFollowers'],
  youtube: ['impressions', 'views', 'reach', 'likes', 'comments', 'shares', 'newFollowers'],
  tiktok: ['views', 'reach', 'likes', 'comments', 'shares', 'saves', 'newFollowers'],
  dzen: ['impressions', 'views', 'likes', 'comments', 'clicks', 'newFollowers'],
  instagram: ['reach', 'views', 'likes', 'comments', 'shares', 'saves', 'clicks', 'newFollowers'],
  facebook: ['reach', 'views', 'likes', 'comments', 'shares', 'clicks', 'newFollowers'],
  max: ['views', 'likes', 'comments', 'shares'],
  other: itemCounts,
};

/** Which of them a network's own statistics have, in the order that its readers know. */
export const usualCounts = (network: string): readonly ItemCount[] =>
  ofNetwork[isNetwork(network.toLowerCase()) ? (network.toLowerCase() as Network) : 'other'];

/** What readers did with it; null where none of that was counted. */
export const engagementOf = ({ likes, comments, shares, saves }: ItemCounts): number | null =>
  added([likes, comments, shares, saves]);

/** The sum of what is known; null where nothing is. */
export function added(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

export function totalsOf(rows: readonly MeasuredCounts[]): MeasuredCounts {
  const spent = rows.flatMap(({ spendMinor }) => (spendMinor === null ? [] : [spendMinor]));
  return {
    ...countsFrom((count) => added(rows.map((row) => row[count]))),
    spendMinor: spent.length === 0 ? null : spent.reduce((sum, minor) => sum + minor, 0n),
  };
}

export interface Measured extends MeasuredCounts {
  readonly channelId: string;
  /** "2026-12-08". */
  readonly day: string;
}

/** How it stands: of each channel what was counted last. A count that was left out that day is what it was before. */
export function lastOfChannels<M extends Measured>(measurements: readonly M[]): ReadonlyMap<string, M> {
  const byDay = measurements.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const last = new Map<string, M>();
  for (const measurement of byDay) {
    const before = last.get(measurement.channelId);
    last.set(measurement.channelId, before ? { ...before, ...known(measurement) } : measurement);
  }
  return last;
}

/** By how much each count grew between two looks; null where one of them does not say. */
export const growthOf = (before: ItemCounts, after: ItemCounts): ItemCounts =>
  countsFrom((count) => {
    const [from, to] = [before[count], after[count]];
    return from === null || to === null ? null : to - from;
  });

export function countsFrom(value: (count: ItemCount) => number | null): ItemCounts {
  return {
    reach: value('reach'),
    impressions: value('impressions'),
    views: value('views'),
    likes: value('likes'),
    comments: value('comments'),
    shares: value('shares'),
    saves: value('saves'),
    clicks: value('clicks'),
    newFollowers: value('newFollowers'),
  };
}

const known = <M extends Measured>(measurement: M): Partial<M> =>
  Object.fromEntries(Object.entries(measurement).filter(([, value]) => value !== null)) as Partial<M>;
