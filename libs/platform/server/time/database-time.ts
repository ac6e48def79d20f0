import { Temporal, type Instant, type PlainDate, type PlainYearMonth } from '@planerka/platform/domain';

/** `timestamptz` as Prisma and pg take and give it. */
export const toDbInstant = (at: Instant): Date => new Date(at.epochMilliseconds);

export const fromDbInstant = (value: Date): Instant => Temporal.Instant.fromEpochMilliseconds(value.getTime());

/** `date` as Prisma takes it: midnight UTC of that day. */
export const toDbDate = (day: PlainDate): Date => new Date(`${day.toString()}T00:00:00.000Z`);

export const fromDbDate = (value: Date): PlainDate => Temporal.PlainDate.from(value.toISOString().slice(0, 10));

/** A month is kept as its first day. */
export const toDbMonth = (month: PlainYearMonth): Date => toDbDate(month.toPlainDate({ day: 1 }));

export const fromDbMonth = (value: Date): PlainYearMonth => fromDbDate(value).toPlainYearMonth();
