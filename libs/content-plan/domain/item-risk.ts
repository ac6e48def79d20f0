import { usualAnswerDays } from '@planerka/clients/domain';
import {
  addBusinessDays,
  businessDaysBetween,
  compareDates,
  type BusinessCalendar,
  type PlainDate,
} from '@planerka/platform/domain';
import type { ItemStatus } from './item-status';

/** Working days that a client is given, and that an item nobody has begun takes. */
export const usualDays = { approval: usualAnswerDays, production: 3 } as const;

export interface RiskFacts {
  readonly status: ItemStatus;
  readonly publishOn: PlainDate;
  readonly wantsClientApproval: boolean;
  /** Due days of its tasks that are still at work. */
  readonly openDueDays: readonly PlainDate[];
  /** Day on which the pending request was sent to the client. */
  readonly sentOn: PlainDate | null;
}

/** What it fails on: nobody has begun, the work itself is due too late, or there are too few days left for the client. */
export const riskCauses = ['not_begun', 'work', 'approval'] as const;
export type RiskCause = (typeof riskCauses)[number];

export interface Risk {
  /** `tight`: no working day to spare. `late`: it will not make it without a decision. */
  readonly level: 'tight' | 'late';
  readonly cause: RiskCause;
  readonly expectedOn: PlainDate;
  /** Working days that the client was given in the reckoning; null where the client is not asked. */
  readonly approvalDays: number | null;
}

/** How the client that has to say a word answers. */
export interface Answering {
  /** Working days that they take. */
  readonly days: number;
  /** Working days as they have them: not those on which they are away. */
  readonly calendar: BusinessCalendar;
}

/**
 * Whether approval will make it before the publication: the last due day of open work (never before today), then the
 * client's working days. Null where there is time, and where nothing can be at risk any more.
 */
export function itemRisk(
  facts: RiskFacts,
  today: PlainDate,
  calendar: BusinessCalendar,
  answering: Answering = { days: usualDays.approval, calendar },
): Risk | null {
  const done = workDone(facts, today, calendar);
  if (done === null) return null;
  const asked = facts.wantsClientApproval ? answering : null;
  const { expectedOn, level } = readinessFor(facts.publishOn, { done, today, calendar, asked });
  if (level === null) return null;
  const cause = causeOf(facts, shortOf(latest([today, done]), facts.publishOn, calendar) !== null);
  return { level, cause, expectedOn, approvalDays: asked && asked.days };
}

/**
 * When work that is done on a day can go out, the client's word included, and how near to the publication that is. It is what
 * risks of publications and of their tasks are reckoned with.
 */
export function readinessFor(
  publishOn: PlainDate,
  {
    done,
    today,
    calendar,
    asked,
  }: {
    readonly done: PlainDate;
    readonly today: PlainDate;
    readonly calendar: BusinessCalendar;
    /** Null where the client is not asked. */
    readonly asked: Answering | null;
  },
): { readonly expectedOn: PlainDate; readonly level: Risk['level'] | null } {
  const expectedOn = latest([today, asked ? addBusinessDays(asked.calendar, done, asked.days) : done]);
  return { expectedOn, level: shortOf(expectedOn, publishOn, calendar) };
}

/** How far from the publication a day is that it can be ready on; null: far enough. */
function shortOf(ready: PlainDate, publishOn: PlainDate, calendar: BusinessCalendar): Risk['level'] | null {
  if (compareDates(ready, publishOn) > 0) return 'late';
  return businessDaysBetween(calendar, ready, publishOn) < 1 ? 'tight' : null;
}

function causeOf({ status }: RiskFacts, isWorkShort: boolean): RiskCause {
  if (status === 'planned') return 'not_begun';
  return status === 'in_production' && isWorkShort ? 'work' : 'approval';
}

/** The day on which nothing but the client's word is missing; null where nothing is any more. */
function workDone(facts: RiskFacts, today: PlainDate, calendar: BusinessCalendar): PlainDate | null {
  switch (facts.status) {
    case 'planned':
      return addBusinessDays(calendar, today, usualDays.production);
    case 'in_production':
      return latest([today, ...facts.openDueDays]);
    case 'awaiting_client':
      return facts.sentOn ?? today;
    case 'ready':
    case 'published':
    case 'missed':
      return null;
  }
}

const latest = (days: readonly [PlainDate, ...PlainDate[]]): PlainDate =>
  days.reduce((last, day) => (compareDates(day, last) > 0 ? day : last));
