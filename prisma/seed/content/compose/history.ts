import type { TaskPlan } from '../authoring';
import type { DayOffset, Moment, Slug, TaskAction, TaskEvent } from '../types';
import type { Random } from './random';

/** Minutes from today's midnight; what has happened is negative. */
export type Minutes = number;

const minutesInDay = 24 * 60;

interface Step {
  readonly action: TaskAction;
  readonly by: Slug;
  readonly comment?: string;
}

export interface People {
  readonly assignee: Slug;
  readonly manager: Slug;
  readonly finalApprover: Slug;
}

/** What must have happened for a task to stand where the plan says it stands. */
export function stepsOf(
  plan: TaskPlan,
  { assignee, manager, finalApprover }: People,
  wantsClient: boolean,
): readonly Step[] {
  const issue: Step = { action: 'issue', by: manager };
  const accept: Step = { action: 'accept', by: assignee };
  const submit: Step = { action: 'submit', by: assignee };
  const approve: Step = { action: 'approve', by: manager };
  const finish: readonly Step[] = wantsClient
    ? [submit, approve, { action: 'client_approve', by: finalApprover }]
    : [submit, approve];

  if (plan.state === 'draft') {
    return plan.declined ? [issue, { action: 'decline', by: plan.declined.by, comment: plan.declined.reason }] : [];
  }
  if (plan.state === 'issued') {
    return plan.revised ? [issue, accept, { action: 'revise', by: manager, comment: plan.revised }] : [issue];
  }

  const begun: readonly Step[] = [
    issue,
    accept,
    ...(plan.revised ? [{ action: 'revise' as const, by: manager, comment: plan.revised }, accept] : []),
    ...(plan.returned ?? []).flatMap((comment): Step[] => [
      submit,
      { action: 'request_changes', by: manager, comment },
    ]),
    ...(plan.clientReturned ?? []).flatMap((comment): Step[] => [
      submit,
      approve,
      { action: 'client_request_changes', by: finalApprover, comment },
    ]),
    ...(plan.reopened ? [...finish, { action: 'reopen' as const, by: manager, comment: plan.reopened }] : []),
  ];
  switch (plan.state) {
    case 'in_progress':
      return begun;
    case 'in_review':
      return [...begun, submit];
    case 'client_review':
      return [...begun, submit, approve];
    case 'done':
      return [...begun, ...finish];
    case 'cancelled':
      return [...begun, { action: 'cancel', by: manager, comment: plan.cancelled?.reason ?? '' }];
  }
}

/** Hours that usually pass before an action. */
const waits: Readonly<Record<TaskAction, readonly [low: number, high: number]>> = {
  issue: [2, 8],
  accept: [2, 20],
  decline: [3, 9],
  revise: [5, 20],
  submit: [22, 58],
  request_changes: [2, 15],
  approve: [1, 12],
  client_approve: [5, 34],
  client_request_changes: [5, 30],
  withdraw: [2, 6],
  reopen: [20, 50],
  cancel: [18, 40],
};

export interface Ending {
  readonly day: DayOffset;
  readonly minutesAgo: number | undefined;
  /** Work that waits for this one had begun by then. */
  readonly notAfter: Minutes;
}

export interface History {
  readonly events: readonly TaskEvent[];
  readonly times: readonly Minutes[];
}

/** Counts back from the last thing that happened, through working hours only. */
export function historyOf(steps: readonly Step[], ending: Ending, random: Random): History {
  const isFresh = ending.minutesAgo !== undefined;
  const freshFrom = (ending.minutesAgo ?? 0) > 600 ? -2 * minutesInDay + 17 * 60 : -minutesInDay + 11 * 60;
  const lastDay = ending.day * minutesInDay + random.between(10 * 60, 18 * 60);

  const times: Minutes[] = [];
  let time = Math.min(isFresh ? freshFrom : lastDay, ending.notAfter);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const isLast = index === steps.length - 1;
    const next = steps[index + 1];
    if (isLast) time = intoWorkingHours(time, random);
    // a fresh last step is timed from loading, the one before it from `freshFrom`
    else if (!(isFresh && index === steps.length - 2) && next) {
      const [low, high] = waits[next.action];
      time = intoWorkingHours(time - random.between(low * 60, high * 60), random);
    }
    times.unshift(time);
  }

  const events = steps.map(({ action, by, comment }, index): TaskEvent => {
    const at: Moment =
      isFresh && index === steps.length - 1 ? { minutesAgo: ending.minutesAgo ?? 0 } : momentAt(times[index] ?? 0);
    return { action, by, at, ...(comment ? { comment } : {}) };
  });
  return { events, times };
}

export function momentAt(minutes: Minutes): Moment {
  const day = Math.floor(minutes / minutesInDay);
  const rest = minutes - day * minutesInDay;
  const hours = String(Math.floor(rest / 60)).padStart(2, '0');
  return { day, time: `${hours}:${String(rest % 60).padStart(2, '0')}` };
}

/** For comparing: a moment counted back from loading is later than any day before today. */
export function minutesOf(moment: Moment): Minutes {
  if ('minutesAgo' in moment) return -moment.minutesAgo;
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number);
  return moment.day * minutesInDay + hours * 60 + minutes;
}

function intoWorkingHours(time: Minutes, random: Random): Minutes {
  const day = Math.floor(time / minutesInDay);
  const rest = time - day * minutesInDay;
  if (rest < 9 * 60) return (day - 1) * minutesInDay + random.between(16 * 60, 19 * 60);
  if (rest > 20 * 60) return day * minutesInDay + random.between(17 * 60, 19 * 60 + 50);
  return time;
}
