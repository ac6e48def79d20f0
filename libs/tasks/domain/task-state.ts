export const taskStates = [
  'draft',
  'issued',
  'in_progress',
  'in_review',
  'client_review',
  'done',
  'cancelled',
] as const;
export type TaskState = (typeof taskStates)[number];

/** What moves a task from state to state; each leaves its row in the task's activity. */
export const taskActions = [
  'issue',
  'accept',
  'decline',
  'revise',
  'submit',
  'request_changes',
  'approve',
  'client_approve',
  'client_request_changes',
  'withdraw',
  'reopen',
  'cancel',
] as const;
export type TaskAction = (typeof taskActions)[number];

/** Whose move it is: the colour of a state, and the side on which the SLA clock runs. */
export type Court = 'manager' | 'specialist' | 'client' | 'nobody';

export const courtOf: Readonly<Record<TaskState, Court>> = {
  draft: 'manager',
  issued: 'specialist',
  in_progress: 'specialist',
  in_review: 'manager',
  client_review: 'client',
  done: 'nobody',
  cancelled: 'nobody',
};

/** The brief may be written on: before the work, and while a revision of it is possible. */
export const isBriefOpen = (state: TaskState): boolean =>
  state === 'draft' || state === 'issued' || state === 'in_progress';

export const isClosed = (state: TaskState): boolean => state === 'done' || state === 'cancelled';
