import { readinessFor, type Answering } from '@planerka/content-plan/domain';
import {
  addBusinessDays,
  compareDates,
  isAfter,
  type BusinessCalendar,
  type Instant,
  type PlainDate,
} from '@planerka/platform/domain';
import { isOverdue } from './task-facts';
import { courtOf, isClosed, type TaskState } from './task-state';

export const riskCodes = ['overdue', 'due_soon', 'publication_passed', 'client_needs_time'] as const;

export interface TaskRisk {
  readonly code: (typeof riskCodes)[number];
  readonly level: 'warn' | 'danger';
  /** The moment it is about; null where it is about days. */
  readonly at: Instant | null;
  /** What it was reckoned with, where the client's word will not make it before the publication. */
  readonly answer: AnswerReckoning | null;
}

export interface AnswerReckoning {
  /** Working days that the client was given. */
  readonly days: number;
  /** The last day on which the client can get it. */
  readonly sendBy: PlainDate;
  /** The day on which their word is there. */
  readonly expectedOn: PlainDate;
  readonly publishOn: PlainDate;
}

export interface TaskRiskFacts {
  readonly state: TaskState;
  readonly dueAt: Instant | null;
  readonly dueOn: PlainDate | null;
  readonly wantsClientApproval: boolean;
  readonly publishAt: Instant | null;
  readonly publishOn: PlainDate | null;
  /** The day on which it came into its state: where the client has it, since then. */
  readonly stateSinceOn: PlainDate;
}

export interface RiskTime {
  readonly at: Instant;
  readonly today: PlainDate;
  readonly calendar: BusinessCalendar;
  readonly answering: Answering;
}

const soonHours = 24;

/** The one thing about time that a person has to know of a task first; null: all is well. */
export function taskRisk(task: TaskRiskFacts, time: RiskTime): TaskRisk | null {
  if (isClosed(task.state)) return null;
  const { dueAt, publishAt } = task;
  const { at } = time;
  if (publishAt && isAfter(at, publishAt)) {
    return { code: 'publication_passed', level: 'danger', at: publishAt, answer: null };
  }
  if (dueAt && isOverdue(task, at)) return { code: 'overdue', level: 'danger', at: dueAt, answer: null };
  const client = clientRisk(task, time);
  if (client?.level === 'danger') return client;
  const isWithSpecialist = courtOf[task.state] === 'specialist';
  if (dueAt && isWithSpecialist && isAfter(at.add({ hours: soonHours }), dueAt)) {
    return { code: 'due_soon', level: 'warn', at: dueAt, answer: null };
  }
  return client;
}

/** Whether the client's word makes it: from when they have the work, or can have it, as long as they usually take. */
function clientRisk(task: TaskRiskFacts, { today, calendar, answering }: RiskTime): TaskRisk | null {
  const { publishOn } = task;
  const done = sentOn(task, today);
  if (publishOn === null || done === null || !task.wantsClientApproval) return null;
  const { expectedOn, level } = readinessFor(publishOn, { done, today, calendar, asked: answering });
  if (level === null) return null;
  const { days } = answering;
  const sendBy = addBusinessDays(answering.calendar, publishOn, -days);
  return {
    code: 'client_needs_time',
    level: level === 'late' ? 'danger' : 'warn',
    at: null,
    answer: { days, sendBy, expectedOn, publishOn },
  };
}

/** When the client has it: since then, from today on where it waits for the manager, not before it is due where it is at work. */
function sentOn({ state, dueOn, stateSinceOn }: TaskRiskFacts, today: PlainDate): PlainDate | null {
  if (courtOf[state] === 'client') return stateSinceOn;
  if (state === 'in_review') return today;
  return dueOn && compareDates(dueOn, today) < 0 ? today : dueOn;
}
