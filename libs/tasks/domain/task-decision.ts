import type { Viewer } from '@planerka/agency/domain';
import { blocks, err, issue, ok, type Finding, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import type { TaskEffect } from './task-effects';
import { waitsFor, type TaskFacts } from './task-facts';
import { taskActions, type TaskAction, type TaskState } from './task-state';
import { taskWorkflow, type TaskCondition, type TaskRule } from './task-workflow';

export interface TaskCommand {
  readonly action: TaskAction;
  /** Why: asked for by decline, cancel, reopen and both ways of asking for changes. */
  readonly reason?: string;
  /** Of the brief as it would be issued; `issue` and `revise` look at them. */
  readonly findings?: readonly Finding[];
  /** Percent of the commitment that stays payable on `cancel`; 0 releases all of it. */
  readonly killFeePercent?: number;
}

export interface TaskTransition {
  readonly action: TaskAction;
  readonly from: TaskState;
  readonly to: TaskState;
  readonly reason: string;
  /** Events for the outbox, in order; `task.done` joins whatever finished the task. */
  readonly events: readonly string[];
  readonly effects: readonly TaskEffect[];
}

export interface IllegalTransition {
  readonly kind: 'IllegalTransition';
  readonly action: TaskAction;
  readonly state: TaskState;
  /** The state has no such action, the task has to wait for `waitsFor`, or its creatives for their erid. */
  readonly because: 'state' | 'predecessors' | 'unmarked';
  readonly waitsFor: readonly Id[];
  /** Creatives without an erid, those that have a name. */
  readonly unmarked?: readonly string[];
}

export interface BriefNotReady {
  readonly kind: 'BriefNotReady';
  readonly findings: readonly Finding[];
}

export interface InvalidInput {
  readonly kind: 'InvalidInput';
  readonly issues: readonly InputIssue[];
}

/** Who may not, is told that there is no such thing. */
export interface NotFound {
  readonly kind: 'NotFound';
}

export type TransitionRefusal = IllegalTransition | BriefNotReady | InvalidInput;

/** Takes an action on somebody's behalf. */
export function decide(
  task: TaskFacts,
  command: TaskCommand,
  viewer: Viewer,
): Result<TaskTransition, TransitionRefusal | NotFound> {
  const rule = taskWorkflow[command.action];
  return rule.allows(viewer, task) ? transition(task, command) : err({ kind: 'NotFound' });
}

/** The same without asking who: for what follows from another decision, such as the last stage of an approval. */
export function transition(task: TaskFacts, command: TaskCommand): Result<TaskTransition, TransitionRefusal> {
  const { action } = command;
  const rule = taskWorkflow[action];
  if (!rule.from.includes(task.state)) {
    return err({ kind: 'IllegalTransition', action, state: task.state, because: 'state', waitsFor: [] });
  }
  for (const condition of rule.wants) {
    const refusal = refusals[condition](task, command);
    if (refusal) return err(refusal);
  }
  return ok(moved(task, command, rule));
}

const refusals: Readonly<Record<TaskCondition, (task: TaskFacts, command: TaskCommand) => TransitionRefusal | null>> = {
  ready_brief: (_task, { findings = [] }) => (blocks(findings) ? { kind: 'BriefNotReady', findings } : null),
  predecessors_done: (task, { action }) => {
    const waiting = waitsFor(task);
    return waiting.length === 0
      ? null
      : { kind: 'IllegalTransition', action, state: task.state, because: 'predecessors', waitsFor: waiting };
  },
  reason: (_task, command) => withoutReason(command),
  marked_ads: (task, { action }) =>
    task.unmarked.length === 0
      ? null
      : {
          kind: 'IllegalTransition',
          action,
          state: task.state,
          because: 'unmarked',
          waitsFor: [],
          unmarked: task.unmarked.filter((name) => name !== ''),
        },
  // Open comments are the reason: «Вернуть с правками · 2» is one click.
  reason_or_comments: (task, command) => (task.openComments > 0 ? null : withoutReason(command)),
};

function withoutReason({ reason = '' }: TaskCommand): InvalidInput | null {
  return reason.trim() === '' ? { kind: 'InvalidInput', issues: [issue(['reason'], 'required')] } : null;
}

function moved(task: TaskFacts, command: TaskCommand, rule: TaskRule): TaskTransition {
  const target = rule.to(task);
  return {
    action: command.action,
    from: task.state,
    to: target,
    reason: command.reason?.trim() ?? '',
    events: target === 'done' ? [rule.event, 'task.done'] : [rule.event],
    effects: rule.effects(task, percent(command.killFeePercent ?? 0)),
  };
}

function percent(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 100) throw new RangeError('A kill fee is 0 to 100 percent');
  return value;
}

/** Actions that the state knows, whoever asks: what a refusal may suggest instead. */
export const actionsIn = (state: TaskState): readonly TaskAction[] =>
  taskActions.filter((action) => taskWorkflow[action].from.includes(state));
