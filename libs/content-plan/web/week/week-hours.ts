import type { PlanItem } from '../plan/plan-item';

/** When people read: an earlier or later publication opens its hour. */
const usual = { from: 8, to: 21 };

export const hourOf = (time: string): number => Number(time.slice(0, 2));

export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Hours that the week shows. */
export function hoursOf(items: readonly Pick<PlanItem, 'publishTime'>[]): readonly number[] {
  const hours = items.map(({ publishTime }) => hourOf(publishTime));
  const from = Math.min(usual.from, ...hours);
  const to = Math.max(usual.to, ...hours);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The same minutes in another hour; null beyond the day. */
export function atHour(time: string, hour: number): string | null {
  return hour < 0 || hour > 23 ? null : `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}

/** A place of the week: where a card is dropped. */
export const slotId = (day: string, hour: number): string => `${day} ${hourText(hour)}`;

export const slotOf = (id: string): { readonly day: string; readonly hour: number } => ({
  day: id.slice(0, 10),
  hour: hourOf(id.slice(11)),
});
