import { itemCounts, usualCounts, type ItemCount, type ItemCounts } from '@planerka/results/domain';
import { useFormat } from '@planerka/platform/web';
import { useMemo } from 'react';
import type { MeasuredChannel } from './item-results.documents';
import { ru } from './locales/ru';
import { useT } from './locales';

type Named = Pick<MeasuredChannel, 'network'>;

/** Where a network calls a count otherwise. */
const ownNames = {
  likes: ru.likes,
  shares: ru.shares,
  reach: ru.reach,
  saves: ru.saves,
  newFollowers: ru.newFollowers,
};

/** What a count is called where it was counted: «Классы» of OK are reactions in Telegram. */
export function useCountName(): (count: ItemCount, channel?: Named | null) => string {
  const t = useT();
  return useMemo(
    () => (count, channel) => {
      const own: Readonly<Record<string, string>> = count in ownNames ? ownNames[count as keyof typeof ownNames] : {};
      return channel && channel.network in own ? t(`${count}.${channel.network}` as 'likes.OK') : t(`count.${count}`);
    },
    [t],
  );
}

/** Those that the network has, and whatever else was counted all the same. */
export function shownCounts(channel: Named | null, ...rows: readonly ItemCounts[]): readonly ItemCount[] {
  const usual = channel ? usualCounts(channel.network) : [];
  return [...usual, ...itemCounts.filter((count) => !usual.includes(count))].filter((count) =>
    rows.some((row) => row[count] !== null),
  );
}

/** «+120», «−4». */
export function useGrowth(): (growth: number) => string {
  const format = useFormat();
  return (growth) => format.number(growth, { signDisplay: 'exceptZero' });
}
