import { minorDigitsOf, type Currency } from './currency';

/** How a result that falls between two minor units is settled. `half_up` rounds halves away from zero. */
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up';

/** PostgreSQL int8, where amounts are kept. */
export const maxMinor = 9_223_372_036_854_775_807n;

/**
 * An exact amount: integer minor units (kopecks, cents) and a currency. Immutable.
 * Mixing currencies or leaving int8 throws: no input reaches arithmetic without having been parsed (see money-text.ts).
 */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: Currency,
  ) {}

  static of(minor: bigint, currency: Currency): Money {
    if (minor > maxMinor || minor < -maxMinor) throw new RangeError('Money is beyond the range of int8');
    return new Money(minor, currency);
  }

  static zero(currency: Currency): Money {
    return new Money(0n, currency);
  }

  static sum(amounts: Iterable<Money>, currency: Currency): Money {
    let total = Money.zero(currency);
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  static max(first: Money, second: Money): Money {
    return first.compare(second) >= 0 ? first : second;
  }

  static min(first: Money, second: Money): Money {
    return first.compare(second) <= 0 ? first : second;
  }

  plus(other: Money): Money {
    return Money.of(this.minor + this.sameCurrency(other).minor, this.currency);
  }

  minus(other: Money): Money {
    return Money.of(this.minor - this.sameCurrency(other).minor, this.currency);
  }

  negated(): Money {
    return Money.of(-this.minor, this.currency);
  }

  /** `times(3n)` is three of it, `times(30n, 100n)` is 30 % of it. */
  times(numerator: bigint, denominator: bigint = 1n, rounding: Rounding = 'half_up'): Money {
    return Money.of(divide(this.minor * numerator, denominator, rounding), this.currency);
  }

  /**
   * Splits into `parts` that differ by at most one minor unit and sum to the whole (larger parts first).
   */
  split(parts: number): readonly Money[] {
    if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError('Money splits into one part or more');
    const share = this.minor / BigInt(parts);
    const rest = this.minor % BigInt(parts);
    const unit = rest < 0n ? -1n : 1n;
    return Array.from({ length: parts }, (_, index) =>
      Money.of(BigInt(index) < rest * unit ? share + unit : share, this.currency),
    );
  }

  /** Negative, zero or positive, as `Array.prototype.sort` wants it. */
  compare(other: Money): number {
    const difference = this.minor - this.sameCurrency(other).minor;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minor === other.minor;
  }

  get isZero(): boolean {
    return this.minor === 0n;
  }

  get isNegative(): boolean {
    return this.minor < 0n;
  }

  get isPositive(): boolean {
    return this.minor > 0n;
  }

  /** The wire form, always with every minor digit: `7500.00`, `-0.05`. */
  toDecimal(): string {
    const digits = minorDigitsOf(this.currency);
    const text = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(digits + 1, '0');
    const sign = this.minor < 0n ? '-' : '';
    const whole = text.slice(0, text.length - digits);
    return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
  }

  toString(): string {
    return `${this.toDecimal()} ${this.currency}`;
  }

  /** A field of the wire's `Money`: an answer may carry a Money as it stands. */
  get amount(): string {
    return this.toDecimal();
  }

  /** The `Money` object of the wire; also what logs show, since JSON knows no bigint. */
  toJSON(): { readonly amount: string; readonly currency: Currency } {
    return { amount: this.toDecimal(), currency: this.currency };
  }

  private sameCurrency(other: Money): Money {
    if (other.currency !== this.currency) throw new TypeError(`Cannot mix ${this.currency} and ${other.currency}`);
    return other;
  }
}

/**
 * What percentage `part` is of `whole`, to one decimal (halves away from zero); null where the whole is zero.
 * 4 500 of 54 000 → 8.3
 */
export function percentOf(part: Money, whole: Money): number | null {
  if (part.currency !== whole.currency) throw new TypeError(`Cannot compare ${part.currency} with ${whole.currency}`);
  if (whole.isZero) return null;
  return Number(divide(part.minor * 1000n, whole.minor, 'half_up')) / 10;
}

function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (divisor === 0n) throw new RangeError('Money cannot be divided by zero');
  const quotient = dividend / divisor;
  const remainder = abs(dividend % divisor);
  if (remainder === 0n) return quotient;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  return roundsAway(remainder * 2n, abs(divisor), quotient, rounding) ? quotient + away : quotient;
}

function roundsAway(twiceRemainder: bigint, divisor: bigint, quotient: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'half_up':
      return twiceRemainder >= divisor;
    case 'half_even':
      return twiceRemainder > divisor || (twiceRemainder === divisor && quotient % 2n !== 0n);
  }
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
