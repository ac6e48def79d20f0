import { compareMonths, Money, type Currency, type Id, type PlainYearMonth } from '@planerka/platform/domain';

/** The monthly fee and what it includes. It is valid from its month until a later one begins. */
export interface Retainer {
  readonly validFrom: PlainYearMonth;
  readonly fee: Money;
  readonly includedItems: number;
  readonly includedRounds: number;
  /** What the client pays for a round past the included ones. */
  readonly extraRound: Money;
}

/** Rounds a piece of work may take where a client has no retainer yet. */
export const defaultIncludedRounds = 2;

/** What holds in that month; null before the first retainer. */
export function retainerFor<R extends Pick<Retainer, 'validFrom'>>(
  retainers: readonly R[],
  month: PlainYearMonth,
): R | null {
  const [current] = retainers
    .filter(({ validFrom }) => compareMonths(validFrom, month) <= 0)
    .toSorted((one, other) => compareMonths(other.validFrom, one.validFrom));
  return current ?? null;
}

export interface ServiceChoice {
  readonly serviceId: Id;
  readonly name: string;
  readonly quantity: number;
  readonly price: Money;
}

/** What the chosen services cost by the catalogue; the agreed fee may differ. */
export function catalogueTotal(services: readonly ServiceChoice[], currency: Currency): Money {
  return Money.sum(
    services.map(({ price, quantity }) => price.times(BigInt(quantity))),
    currency,
  );
}

export interface IncludedUse {
  readonly used: number;
  readonly included: number;
  /** Items past what the fee includes: work given away, or to be priced. */
  readonly over: number;
}

export function includedUse(retainer: Pick<Retainer, 'includedItems'> | null, used: number): IncludedUse {
  const included = retainer?.includedItems ?? 0;
  return { used, included, over: retainer === null ? 0 : Math.max(0, used - included) };
}
