import {
  compareDates,
  custom,
  isAfter,
  parsePlainDate,
  printable,
  type Instant,
  type PlainDate,
} from '@planerka/platform/domain';
import { z } from 'zod';
import type { TaskState } from './task-state';

/** Work takes time from its acceptance on; what is over may have been written down too little. */
export const mayTrackTime = (state: TaskState): boolean =>
  state === 'in_progress' || state === 'in_review' || state === 'client_review' || state === 'done';

/** A timer runs while somebody works: not before they have agreed to, and not when it is others' turn. */
export const mayTimeWork = (state: TaskState): boolean => state === 'in_progress';

/** Nobody works that long at a stretch: a timer that does was forgotten, and only its person knows when they stopped. */
export const forgottenAfterHours = 10;
export const longestMinutes = 24 * 60;

export const isForgotten = (startedAt: Instant, at: Instant): boolean =>
  isAfter(at, startedAt.add({ hours: forgottenAfterHours }));

/** Whole minutes, one at least and a day at most. */
export function minutesSince(startedAt: Instant, at: Instant): number {
  const minutes = Math.round((at.epochMilliseconds - startedAt.epochMilliseconds) / 60_000);
  return Math.min(longestMinutes, Math.max(1, minutes));
}

/** Where a stopped timer goes on from, so that what it has counted stands and the time between does not. */
export const resumedFrom = (minutes: number, at: Instant): Instant => at.subtract({ minutes });

export const timeMinutes = z.number().int().min(1).max(longestMinutes);

const day = z.string().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue(custom(text === '' ? 'required' : 'not_a_date'));
  return z.NEVER;
});

/** Longer ago is a slip of the year. */
const longestAgo = { days: 366 };

/** @param today where the agency is */
export const timeInput = (today: PlainDate) =>
  z.object({
    spentOn: day.superRefine((on, context) => {
      if (compareDates(on, today) > 0) context.addIssue(custom('in_the_future'));
      else if (compareDates(on, today.subtract(longestAgo)) < 0) context.addIssue(custom('not_an_option'));
    }),
    minutes: timeMinutes,
    note: printable().trim().max(300).default(''),
  });

/** Minutes that work took beyond what was estimated; none without an estimate. */
export const minutesOver = (spent: number, estimated: number | null): number =>
  estimated === null ? 0 : Math.max(0, spent - estimated);

/** Bare numbers up to this are hours, beyond it minutes: nobody writes down 45 hours, nor 2 minutes. */
const mostHours = 12;

/**
 * Minutes, as people write time down: «1:30», «1,5», «1.5 ч», «90 мин», «1 ч 30 мин», «2h». Null of anything else.
 */
export function parseDuration(text: string): number | null {
  const clean = text.trim().toLowerCase().replaceAll(',', '.');
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(clean);
  if (clock) return whole(Number(clock[1]) * 60 + Number(clock[2]));
  const bare = /^\d+(?:\.\d+)?$/.exec(clean);
  if (bare) return whole(Number(clean) <= mostHours ? Number(clean) * 60 : Number(clean));
  const named =
    /^(?:(\d+(?:\.\d+)?)\s*(?:ч|час|часа|часов|h|hr|hrs|hour|hours)\.?)?\s*(?:(\d+)\s*(?:м|мин|минут|минута|минуты|m|min|mins|minutes)\.?)?$/.exec(
      clean,
    );
  if (!named || (named[1] === undefined && named[2] === undefined)) return null;
  return whole(Number(named[1] ?? 0) * 60 + Number(named[2] ?? 0));
}

function whole(minutes: number): number | null {
  const rounded = Math.round(minutes);
  return rounded >= 1 && rounded <= longestMinutes ? rounded : null;
}

/** «1:05» of 65 minutes: what `parseDuration` reads back. */
export const durationText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
