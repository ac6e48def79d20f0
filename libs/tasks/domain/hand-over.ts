import type { Discipline, Role } from '@planerka/agency/domain';
import { releaseFee, type TaskEffect } from './task-effects';
import type { TaskFacts } from './task-facts';
import type { TaskState } from './task-state';

/** Work that somebody else can take from here. What has been handed in stays with whoever did it, and so does its fee. */
export const mayBeHandedOver = (state: TaskState): boolean =>
  state === 'draft' || state === 'issued' || state === 'in_progress';

export interface HandOver {
  readonly to: TaskState;
  readonly effects: readonly TaskEffect[];
}

/** Nobody works on terms they have not accepted: accepted work is issued anew, and what was promised for it is free again. */
export function handOver(task: TaskFacts): HandOver | null {
  if (!mayBeHandedOver(task.state)) return null;
  return { to: task.state === 'draft' ? 'draft' : 'issued', effects: releaseFee(task) };
}

interface Colleague {
  readonly role: Role;
  readonly disciplines: readonly Discipline[];
}

/** A specialist of the discipline, or a lead who does such work themself. */
export const canTake = ({ disciplines }: Colleague, discipline: Discipline): boolean =>
  disciplines.includes(discipline);

/** Who may answer for briefs and look at what comes back. */
export const canLead = ({ role }: Colleague): boolean => role !== 'specialist';
