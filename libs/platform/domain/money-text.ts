import { currencies, currencyCodes, minorDigitsOf, type Currency } from './currency';
import { Money, maxMinor } from './money';
import { err, ok, type Result } from './result';

/** Why a text is no amount. `params` of `too_precise` name the digits allowed. */
export type MoneyError =
  | { readonly code: 'not_a_number'; readonly params: { readonly text: string } }
  | { readonly code: 'too_precise'; readonly params: { readonly digits: number } }
  | { readonly code: 'negative'; readonly params: Record<string, never> }
  | { readonly code: 'too_large'; readonly params: { readonly max: string } }
  | { readonly code: 'other_currency'; readonly params: { readonly expected: Currency; readonly found: Currency } };

export interface MoneyTextOptions {
  /** Corrections may be negative; fees, totals and payments may not (the default). */
  readonly allowNegative?: boolean;
}

/** Reads the wire form: `7500.00`, `7500`, `-3.5`. No grouping, no signs. */
export function parseDecimal(
  text: string,
  currency: Currency,
  options: MoneyTextOptions = {},
): Result<Money, MoneyError> {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return err({ code: 'not_a_number', params: { text: text.slice(0, 40) } });
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = minorDigitsOf(currency);
  if (fraction.length > digits) return err({ code: 'too_precise', params: { digits } });
  const bare = whole.replace(/^0+(?=\d)/, '');
  // A length check first: BigInt on 100 000 digits is work an attacker would like us to do.
  if (bare.length > 19) return err(tooLarge(currency));
  const minor = BigInt(bare + fraction.padEnd(digits, '0'));
  if (minor > maxMinor) return err(tooLarge(currency));
  if (sign && minor !== 0n && !options.allowNegative) return err({ code: 'negative', params: {} });
  return ok(Money.of(sign ? -minor : minor, currency));
}

/**
 * Reads what people type or paste: «7 500,50 ₽», «7500», «1.234.567,00», «12,5 руб.».
 * A single separator is always the decimal one: «7,500» is refused as too precise rather than guessed to be thousands.
 */
export function parseMoneyText(
  text: string,
  currency: Currency,
  options: MoneyTextOptions = {},
): Result<Money, MoneyError> {
  const notANumber = err<MoneyError>({ code: 'not_a_number', params: { text: text.trim().slice(0, 40) } });
  if (text.length > 100) return notANumber;
  const { rest, found } = withoutCurrency(
    text
      .normalize('NFKC')
      .replace(/[\s']+/gu, ' ')
      .trim(),
  );
  if (found && found !== currency) {
    return err({ code: 'other_currency', params: { expected: currency, found } });
  }
  const signed = rest.replace(/^[-−–]\s?/u, '-');
  const negative = signed.startsWith('-');
  const decimal = toPlainDecimal(negative ? signed.slice(1) : signed);
  if (decimal === null) return notANumber;
  return parseDecimal(negative ? `-${decimal}` : decimal, currency, options);
}

function withoutCurrency(text: string): { rest: string; found: Currency | null } {
  const lower = text.toLowerCase();
  for (const code of currencyCodes) {
    for (const sign of [code, ...currencies[code].signs]) {
      const mark = sign.toLowerCase();
      if (lower.endsWith(mark)) return { rest: text.slice(0, -mark.length).trim(), found: code };
      if (lower.startsWith(mark)) return { rest: text.slice(mark.length).trim(), found: code };
    }
  }
  return { rest: text, found: null };
}

/** Grouping removed, decimal point normalised; null where the separators make no sense. */
function toPlainDecimal(text: string): string | null {
  if (!/^\d[\d ., ]*$/.test(text)) return null;
  const separators = [...text.matchAll(/[.,]/g)];
  const last = separators.at(-1);
  const kinds = new Set(separators.map(([mark]) => mark));
  const repeated = separators.length > 1 && kinds.size === 1;
  const cut = last === undefined || repeated ? text.length : last.index;
  const whole = text.slice(0, cut);
  const fraction = text.slice(cut + 1);
  const grouping = [...new Set(whole.match(/[., ]/g) ?? [])];
  if (grouping.length > 1 || /\D/.test(fraction)) return null;
  if (grouping.length === 1 && !/^\d{1,3}(?:[., ]\d{3})+$/.test(whole)) return null;
  if (cut < text.length && fraction === '') return null;
  const plain = whole.replace(/[., ]/g, '');
  return fraction === '' ? plain : `${plain}.${fraction}`;
}

function tooLarge(currency: Currency): MoneyError {
  return { code: 'too_large', params: { max: Money.of(maxMinor, currency).toDecimal() } };
}
