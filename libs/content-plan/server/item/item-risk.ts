import { itemRisk, itemStatusWhen, type ItemStatus } from '@planerka/content-plan/domain';
import { addBusinessDays, russianCalendar, Temporal, type BusinessCalendar } from '@planerka/platform/domain';
import { LRUCache } from 'lru-cache';
import type { ItemRiskObject } from './content-item.object';

/** Days are calendar days where the agency is: "2026-12-08". */
export interface ItemRiskFacts {
  readonly stored: ItemStatus;
  readonly isPast: boolean;
  readonly publishOn: string;
  readonly wantsClientApproval: boolean;
  readonly openDueDays: readonly string[];
  readonly sentOn: readonly string[];
  readonly today: string;
  readonly daysOff: readonly string[];
}

export function riskOf(facts: ItemRiskFacts): ItemRiskObject | null {
  const { openDueDays, sentOn, wantsClientApproval } = facts;
  const calendar = calendarAround(facts);
  const sent = sentOn.at(-1);
  const risk = itemRisk(
    {
      status: itemStatusWhen(facts.stored, facts.isPast),
      publishOn: Temporal.PlainDate.from(facts.publishOn),
      wantsClientApproval,
      openDueDays: openDueDays.map((day) => Temporal.PlainDate.from(day)),
      sentOn: sent === undefined ? null : Temporal.PlainDate.from(sent),
    },
    Temporal.PlainDate.from(facts.today),
    calendar,
  );
  if (risk === null) return null;
  const safeOn = addBusinessDays(calendar, risk.expectedOn, 1);
  return { level: risk.level, expectedOn: risk.expectedOn.toString(), safeOn: safeOn.toString() };
}

/** Calendars are made of tables and of rules; agencies of one country share most of them. */
const calendars = new LRUCache<string, BusinessCalendar>({ max: 200 });

function calendarAround({ today, publishOn, daysOff }: ItemRiskFacts): BusinessCalendar {
  const years = [...new Set([today, publishOn].map((day) => Number(day.slice(0, 4))))].flatMap((year) => [
    year - 1,
    year,
    year + 1,
  ]);
  return planCalendar(years, daysOff);
}

/** Working days of these years, but for the agency's own days off. */
export function planCalendar(years: readonly number[], daysOff: readonly string[]): BusinessCalendar {
  const key = JSON.stringify([years, daysOff]);
  const known = calendars.get(key);
  if (known) return known;
  const calendar = russianCalendar(years, daysOff);
  calendars.set(key, calendar);
  return calendar;
}
