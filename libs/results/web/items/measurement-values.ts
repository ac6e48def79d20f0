import { parseMoneyText, type Currency } from '@planerka/platform/domain';
import { errorText } from '@planerka/platform/web';
import { countsFrom, itemCounts, readCount, type ItemCount, type ItemCounts } from '@planerka/results/domain';
import type { Measurement } from './item-results.documents';

/** What the form holds: texts as they were typed. */
export type MeasurementTexts = Readonly<Record<ItemCount | 'spend', string>>;

export const textsOf = (measurement: Measurement | null): MeasurementTexts => ({
  ...(Object.fromEntries(itemCounts.map((count) => [count, String(measurement?.[count] ?? '')])) as Record<
    ItemCount,
    string
  >),
  spend: measurement?.spend?.amount.replace('.', ',') ?? '',
});

/** As the server takes it. */
export const inputOf = (itemId: string, channelId: string, measurement: Measurement) => ({
  itemId,
  channelId,
  day: measurement.day,
  ...countsFrom((count) => measurement[count]),
  spend: measurement.spend?.amount ?? null,
});

export type ReadTexts =
  | { readonly ok: true; readonly counts: ItemCounts; readonly spend: string | null }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Every wrong field with its sentence, or what they all say. */
export function readTexts(texts: MeasurementTexts, currency: string): ReadTexts {
  const errors: Record<string, string> = {};
  const counts = countsFrom((count) => {
    const read = readCount(texts[count]);
    if (read.ok) return read.value;
    errors[count] = errorText(read.error) ?? read.error;
    return null;
  });
  const money = texts.spend.trim() === '' ? null : parseMoneyText(texts.spend, currency as Currency);
  if (money && !money.ok) errors['spend'] = errorText(money.error.code, money.error.params) ?? money.error.code;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, counts, spend: money?.ok ? money.value.toDecimal() : null };
}
