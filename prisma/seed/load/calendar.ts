import { dateOf, firstDayOf, instantOf, Temporal, type Instant, type PlainDate } from '@planerka/platform/domain';
import type { DayOffset, Moment, TimeOfDay } from '../content/types';

/** Turns «three days ago at noon» into instants of the day of loading. */
export class Calendar {
  readonly today: PlainDate;

  constructor(
    readonly now: Instant,
    readonly timeZone: string,
  ) {
    this.today = dateOf(now, timeZone);
  }

  day(offset: DayOffset): PlainDate {
    return this.today.add({ days: offset });
  }

  /** `date` columns: midnight UTC. */
  date(offset: DayOffset): Date {
    return new Date(`${this.day(offset).toString()}T00:00:00Z`);
  }

  firstOfMonth(offset: DayOffset): Date {
    return new Date(`${firstDayOf(this.day(offset).toPlainYearMonth()).toString()}T00:00:00Z`);
  }

  at(offset: DayOffset, time: TimeOfDay): Date {
    const instant = instantOf(this.day(offset), Temporal.PlainTime.from(time), this.timeZone);
    return new Date(instant.epochMilliseconds);
  }

  moment(moment: Moment): Date {
    if ('minutesAgo' in moment) return new Date(this.now.epochMilliseconds - moment.minutesAgo * 60_000);
    return this.at(moment.day, moment.time);
  }
}
