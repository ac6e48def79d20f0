import { type Currency, parseMoneyText } from '@planerka/platform/domain';
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
