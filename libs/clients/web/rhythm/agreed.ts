export interface Frequency {
  readonly channelId: string;
  /** "2026-12" */
  readonly validFrom: string;
  readonly items: number;
}

/** What holds in that month: of every channel the latest that has begun by then. */
export const agreedIn = (frequencies: readonly Frequency[], month: string): ReadonlyMap<string, number> =>
  new Map(
    frequencies
      .filter(({ validFrom }) => validFrom <= month)
      .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
      .map(({ channelId, items }) => [channelId, items]),
  );

/** The months from which something else was agreed, the latest first. */
export const changesOf = (frequencies: readonly Frequency[]): readonly string[] =>
  [...new Set(frequencies.map(({ validFrom }) => validFrom))].toSorted().toReversed();
