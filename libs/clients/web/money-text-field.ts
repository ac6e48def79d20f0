import { currencies, type Currency, isCurrency, parseMoneyText } from '@planerka/platform/domain';
import { errorText } from '@planerka/platform/web';

/** What people typed, «145 000,50 ₽», as the wire wants it; or the sentence to put at the field. */
export function readMoneyField(
  text: string,
  currency: string,
):
  | { readonly ok: true; readonly value: { amount: string; currency: string } }
  | { readonly ok: false; readonly error: string } {
  if (text.trim() === '') return { ok: false, error: errorText('required') ?? '' };
  const read = parseMoneyText(text, currency as Currency);
  if (read.ok) return { ok: true, value: read.value.toJSON() };
  return { ok: false, error: errorText(read.error.code) ?? errorText('invalid') ?? '' };
}

/** A sum as people would type it, to be changed: «215 000», «3 000,50». */
export function typedMoney(amount: string): string {
  const [whole = '', minor = ''] = amount.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
  return /[1-9]/.test(minor) ? `${grouped},${minor}` : grouped;
}

/** «₽», or the code where the currency has no sign of its own. */
export const signOf = (currency: string): string =>
  (isCurrency(currency) ? currencies[currency].signs[0] : undefined) ?? currency;
