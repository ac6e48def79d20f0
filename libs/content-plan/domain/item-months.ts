import { Temporal, type Changes } from '@planerka/platform/domain';

/** What an event says of a publication. */
export interface ToldOfItem {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly changes?: Changes;
}

/**
 * The months in which a publication of that event stood or stands: "2026-12"; none where the event does not say when.
 * @param around hours within which a month counts as touched, too: for another time zone, or for a page that shows whole weeks
 */
export function monthsOfItem({ details = {}, changes = {} }: ToldOfItem, around: number): ReadonlySet<string> {
  const { publishAt, publishOn } = changes;
  const times = [details['publishAt'], publishAt?.from, publishAt?.to, publishOn?.from, publishOn?.to];
  return new Set(
    times.flatMap((time) => {
      if (typeof time !== 'string') return [];
      const { epochMilliseconds } = Temporal.Instant.from(time.length === dayLength ? `${time}T12:00Z` : time);
      return [-around, around].map((hours) =>
        Temporal.Instant.fromEpochMilliseconds(epochMilliseconds + hours * 3_600_000)
          .toString()
          .slice(0, 'YYYY-MM'.length),
      );
    }),
  );
}

const dayLength = 'YYYY-MM-DD'.length;
