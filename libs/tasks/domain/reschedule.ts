import { readinessFor, type Answering } from '@planerka/content-plan/domain';
import { compareDates, isWorkingDay, type BusinessCalendar, type Id, type PlainDate } from '@planerka/platform/domain';
import { isClosed, type TaskState } from './task-state';

/** What another due day would break: of the chain, of the publication, or of the people. */
export const rescheduleBreaks = [
  'waits_for',
  'needed_by',
  'publication',
  'client_word',
  'in_the_past',
  'day_off',
  'away',
] as const;

export interface RescheduleBreak {
  readonly kind: (typeof rescheduleBreaks)[number];
  /** The task in question; null where it is about something else. */
  readonly taskId: Id | null;
  readonly title: string | null;
  /** The day that it does not agree with. */
  readonly on: PlainDate | null;
}

/** A task before or after the one that is moved. */
export interface ChainNeighbour {
  readonly id: Id;
  readonly title: string;
  readonly state: TaskState;
  readonly dueOn: PlainDate | null;
}

export interface RescheduleFacts {
  readonly dueOn: PlainDate;
  readonly today: PlainDate;
  readonly calendar: BusinessCalendar;
  readonly before: readonly ChainNeighbour[];
  readonly after: readonly ChainNeighbour[];
  readonly publishOn: PlainDate | null;
  readonly wantsClientApproval: boolean;
  readonly answering: Answering;
  /** The last day that the assignee is away, where they are on the new due day. */
  readonly awayUntil: PlainDate | null;
}

/** How a due day is moved from here: at once, or by a revision of the brief. Null: not at all. */
export function rescheduleWay(state: TaskState): 'at_once' | 'by_revision' | null {
  if (state === 'draft') return 'at_once';
  return state === 'issued' || state === 'in_progress' ? 'by_revision' : null;
}

/** Everything that stands against a new due day, what it begins after first. */
export function rescheduleBreaksOf(facts: RescheduleFacts): readonly RescheduleBreak[] {
  const { dueOn, today, calendar, before, after, publishOn, awayUntil } = facts;
  const isOpen = ({ state }: ChainNeighbour) => !isClosed(state);
  const ofTask = (kind: RescheduleBreak['kind'], { id, title, dueOn: on }: ChainNeighbour): RescheduleBreak => ({
    kind,
    taskId: id,
    title,
    on,
  });
  const day = (kind: RescheduleBreak['kind'], on: PlainDate): RescheduleBreak => ({
    kind,
    taskId: null,
    title: null,
    on,
  });
  const breaks = [
    ...before
      .filter((one) => isOpen(one) && one.dueOn && compareDates(one.dueOn, dueOn) > 0)
      .map((one) => ofTask('waits_for', one)),
    ...after
      .filter((one) => isOpen(one) && one.dueOn && compareDates(one.dueOn, dueOn) < 0)
      .map((one) => ofTask('needed_by', one)),
  ];
  if (compareDates(dueOn, today) < 0) breaks.push(day('in_the_past', today));
  if (publishOn && compareDates(dueOn, publishOn) > 0) breaks.push(day('publication', publishOn));
  else if (publishOn) breaks.push(...lateWord(facts, publishOn).map((on) => day('client_word', on)));
  if (awayUntil) breaks.push(day('away', awayUntil));
  else if (!isWorkingDay(calendar, dueOn)) breaks.push(day('day_off', dueOn));
  return breaks;
}

/** The day of the client's word, where it is too late for the publication. */
function lateWord(facts: RescheduleFacts, publishOn: PlainDate): readonly PlainDate[] {
  const { dueOn, today, calendar, wantsClientApproval, answering } = facts;
  if (!wantsClientApproval) return [];
  const { expectedOn, level } = readinessFor(publishOn, { done: dueOn, today, calendar, asked: answering });
  return level === 'late' ? [expectedOn] : [];
}
