import type { SilencePolicy } from '@planerka/clients/domain';
import {
  addBusinessDays,
  instantOf,
  isBefore,
  Temporal,
  type BusinessCalendar,
  type Instant,
  type PlainDate,
  type TimeZone,
} from '@planerka/platform/domain';

export interface SilentRequest {
  /** As it was agreed when the request was sent. */
  readonly policy: SilencePolicy;
  readonly dueAt: Instant | null;
  readonly remindedAt: Instant | null;
  /** Somebody has opened their link: they were shown what silence means. */
  readonly wasOpened: boolean;
  /** Somebody has asked for changes, and whoever has the last word is silent. */
  readonly hasObjection: boolean;
}

/**
 * What becomes of a request that nobody answered in time; null while there is time, or nothing happens. Silence is no
 * consent to what nobody has seen, nor against a word that was said: then a reminder goes out.
 */
export function onSilence(request: SilentRequest, at: Instant): 'remind' | 'expire' | 'approve' | null {
  const { policy, dueAt, remindedAt, wasOpened, hasObjection } = request;
  if (dueAt === null || isBefore(at, dueAt) || policy === 'nothing') return null;
  if (policy === 'expire') return 'expire';
  if (policy === 'approve' && wasOpened && !hasObjection) return 'approve';
  return remindedAt === null ? 'remind' : null;
}

/** By when an answer is usually asked: the end of a working day. */
const answerTime = Temporal.PlainTime.from('18:00');

/** The end of the working day that lies so many working days ahead, where the agency is. */
export const answerDeadline = (calendar: BusinessCalendar, today: PlainDate, days: number, zone: TimeZone): Instant =>
  instantOf(addBusinessDays(calendar, today, days), answerTime, zone);
