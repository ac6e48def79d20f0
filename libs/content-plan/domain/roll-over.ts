import {
  addBusinessDays,
  businessDaysBetween,
  compareDates,
  firstDayOf,
  isWithin,
  isWorkingDay,
  lastDayOf,
  type BusinessCalendar,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import type { CampaignPeriod } from './item';

/** Why a repeated publication stands on another day than its weekday says. */
export const rolledBecauses = ['last_weekday', 'day_off', 'campaign'] as const;
export type RolledBecause = (typeof rolledBecauses)[number];

export interface RolledDay {
  readonly day: PlainDate;
  readonly because: RolledBecause | null;
}

/** Far more than a client's month has. */
export const rollOverLimit = 300;

/**
 * The day of another month that a publication's day becomes: the third Tuesday is the third Tuesday, a fifth one that
 * does not exist is the last. What stood on a working day does not come to stand on a day off, and what a campaign
 * publishes stays in its period.
 */
export function rolledDay(
  day: PlainDate,
  to: PlainYearMonth,
  calendar: BusinessCalendar,
  campaign: CampaignPeriod | null = null,
): RolledDay {
  const aligned = sameWeekday(day, to);
  const wantsWork = isWorkingDay(calendar, day);
  const atWork = wantsWork && !isWorkingDay(calendar, aligned.day) ? nearestWork(calendar, aligned.day, to) : null;
  const rolled: RolledDay = atWork ? { day: atWork, because: 'day_off' } : aligned;
  if (campaign === null || isWithin(rolled.day, campaign.startsOn, campaign.endsOn)) return rolled;
  return { day: nearestWithin(rolled.day, campaign), because: 'campaign' };
}

/** Whether a campaign publishes anything in that month. */
export const runsIn = ({ startsOn, endsOn }: CampaignPeriod, month: PlainYearMonth): boolean =>
  compareDates(startsOn, lastDayOf(month)) <= 0 && compareDates(endsOn, firstDayOf(month)) >= 0;

/**
 * The due day of work whose publication moves: as many working days before it as it was, and a working day. What was
 * due before the publication stays before it, whatever weekends lie between.
 */
export function rolledDueDay(
  calendar: BusinessCalendar,
  due: { readonly publishOn: PlainDate; readonly dueOn: PlainDate },
  publishOn: PlainDate,
): PlainDate {
  const order = compareDates(due.dueOn, due.publishOn);
  if (order === 0) return publishOn;
  if (order > 0) {
    return addBusinessDays(calendar, publishOn, Math.max(1, businessDaysBetween(calendar, due.publishOn, due.dueOn)));
  }
  // Working days of [due, publication): the publication itself may be on a day off.
  const lead = businessDaysBetween(calendar, due.dueOn.subtract({ days: 1 }), due.publishOn.subtract({ days: 1 }));
  return addBusinessDays(calendar, publishOn, -Math.max(1, lead));
}

/** The same, but never before the first working day from today on. */
export function rolledDueDayFrom(
  today: PlainDate,
  calendar: BusinessCalendar,
  due: { readonly publishOn: PlainDate; readonly dueOn: PlainDate },
  publishOn: PlainDate,
): PlainDate {
  const rolled = rolledDueDay(calendar, due, publishOn);
  return compareDates(rolled, today) < 0 ? addBusinessDays(calendar, today, 0) : rolled;
}

function sameWeekday(day: PlainDate, to: PlainYearMonth): RolledDay {
  const first = firstDayOf(to);
  const firstSuch = first.add({ days: (day.dayOfWeek - first.dayOfWeek + 7) % 7 });
  const wanted = firstSuch.add({ weeks: Math.floor((day.day - 1) / 7) });
  return compareDates(wanted, lastDayOf(to)) <= 0
    ? { day: wanted, because: null }
    : { day: wanted.subtract({ weeks: 1 }), because: 'last_weekday' };
}

/** The next working day; where the month has none left, the one before. */
function nearestWork(calendar: BusinessCalendar, day: PlainDate, month: PlainYearMonth): PlainDate {
  const next = addBusinessDays(calendar, day, 1);
  return compareDates(next, lastDayOf(month)) <= 0 ? next : addBusinessDays(calendar, day, -1);
}

const nearestWithin = (day: PlainDate, { startsOn, endsOn }: CampaignPeriod): PlainDate =>
  compareDates(day, startsOn) < 0 ? startsOn : endsOn;
