import { errorText } from '@planerka/platform/web';
import { parseMoneyText, type Currency } from '@planerka/platform/domain';

export type ReadMoney =
  | { readonly ok: true; readonly money: { readonly amount: string; readonly currency: string } }
  | { readonly ok: false; readonly message: string };

/** What people type, «7 500,50», as the wire wants it, or the sentence for the field. */
export function readMoney(text: string, currency: string): ReadMoney {
  const read = parseMoneyText(text, currency as Currency);
  if (read.ok) return { ok: true, money: read.value.toJSON() };
  return { ok: false, message: errorText(text.trim() === '' ? 'required' : read.error.code, read.error.params) ?? '' };
}
