import { answeringCalendar } from '@planerka/clients/domain';
import { itemRisk, itemStatusWhen, usualDays, type Answering, type ItemStatus } from '@planerka/content-plan/domain';
import {
  addBusinessDays,
  russianCalendar,
  Temporal,
  type BusinessCalendar,
  type OwnDays,
} from '@planerka/platform/domain';
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
  readonly ownDays: OwnDays;
  /** Working days that the client usually takes for a word; null where it is not known. */
  readonly answerDays: number | null;
  /** When nobody of the client answers. */
  readonly away: readonly AwayRow[];
}

/** Days on which nobody of a client answers, as a statement has them. */
export interface AwayRow {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isYearly: boolean;
}

export function riskOf(facts: ItemRiskFacts): ItemRiskObject | null {
  const { openDueDays, sentOn, wantsClientApproval } = facts;
  const years = yearsAround(facts);
  const calendar = planCalendar(years, facts.ownDays);
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
    answeringOf(facts, years),
  );
  if (risk === null) return null;
  const { level, cause, expectedOn, approvalDays } = risk;
  return {
    level,
    cause,
    expectedOn: expectedOn.toString(),
    safeOn: addBusinessDays(calendar, expectedOn, 1).toString(),
    approvalDays,
    isApprovalUsual: approvalDays !== null && facts.answerDays !== null,
  };
}

/** How a client answers: as they usually do, and not on days on which they are away. */
export function answeringOf(
  { answerDays, away, ownDays }: Pick<ItemRiskFacts, 'answerDays' | 'away' | 'ownDays'>,
  years: readonly number[],
): Answering {
  const days = answerDays ?? usualDays.approval;
  const calendar = planCalendar(years, ownDays);
  if (away.length === 0) return { days, calendar };
  const key = JSON.stringify([years, ownDays, away]);
  const known = calendars.get(key);
  if (known) return { days, calendar: known };
  const periods = away.map(({ startsOn, endsOn, isYearly }) => ({
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: Temporal.PlainDate.from(endsOn),
    isYearly,
  }));
  const own = answeringCalendar(calendar, periods, years);
  calendars.set(key, own);
  return { days, calendar: own };
}

/** Calendars are made of tables and of rules; agencies of one country share most of them. */
const calendars = new LRUCache<string, BusinessCalendar>({ max: 200 });

const yearsAround = ({ today, publishOn }: ItemRiskFacts): readonly number[] =>
  [...new Set([today, publishOn].map((day) => Number(day.slice(0, 4))))].flatMap((year) => [year - 1, year, year + 1]);

/** Working days of these years, but for the agency's own days off. */
export function planCalendar(years: readonly number[], ownDays: OwnDays): BusinessCalendar {
  const key = JSON.stringify([years, ownDays]);
  const known = calendars.get(key);
  if (known) return known;
  const calendar = russianCalendar(years, ownDays);
  calendars.set(key, calendar);
  return calendar;
}
