import { businessDaysBetween, type BusinessCalendar, type PlainDate } from '@planerka/platform/domain';

/** A request that a client's people answered themselves, whatever they said. */
export interface ClientAnswer {
  readonly sentOn: PlainDate;
  readonly answeredOn: PlainDate;
}

export interface AnsweringTime {
  /** Working days that this client usually takes; null while there are too few answers to tell. */
  readonly days: number | null;
  /** Answers that it was told from. */
  readonly answers: number;
}

/** Fewer say nothing about a habit; more than the last dozen tell of people who may not be there any more. */
export const answersToCount = { least: 3, most: 12 } as const;

/** What is reckoned with where nothing is known of a client. */
export const usualAnswerDays = 2;

/** An answer within the hour is still planned a day; whoever once forgot a month is not planned a month. */
export const answerBounds = { least: 1, most: 10 } as const;

/**
 * The median of the latest answers in working days, a half rounded up, within bounds. Of a median neither one forgotten
 * request nor one answer by return makes a habit.
 */
export function answeringTime(answers: readonly ClientAnswer[], calendar: BusinessCalendar): AnsweringTime {
  const counted = answers
    .toSorted((one, other) => other.answeredOn.toString().localeCompare(one.answeredOn.toString()))
    .slice(0, answersToCount.most)
    .map(({ sentOn, answeredOn }) => Math.max(0, businessDaysBetween(calendar, sentOn, answeredOn)));
  if (counted.length < answersToCount.least) return { days: null, answers: counted.length };
  const median = Math.ceil(medianOf(counted));
  return { days: Math.min(answerBounds.most, Math.max(answerBounds.least, median)), answers: counted.length };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
