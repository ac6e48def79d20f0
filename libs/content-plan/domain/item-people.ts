import type { Discipline } from '@planerka/agency/domain';
import { issue, type Id, type InputIssue } from '@planerka/platform/domain';

/** Who does the work on a publication, as columns of its plan. */
export const workOfPerson = {
  copywriterId: 'copy',
  designerId: 'design',
  targetologistId: 'targeting',
} as const satisfies Record<string, Discipline>;
export type PersonField = keyof typeof workOfPerson;
export const personFields = Object.keys(workOfPerson) as PersonField[];

export const isPersonField = (field: string): field is PersonField => field in workOfPerson;

/** As much of a task as a change of its executor looks at. */
export interface WorkOfItem {
  readonly id: Id;
  readonly discipline: Discipline;
  readonly state: string;
  readonly assigneeId: Id | null;
  /** Somebody has said that they do it, on its terms. */
  readonly isAccepted: boolean;
}

export type ItemPeople = { readonly [Field in PersonField]: Id | null };

/** Somebody who works in the agency. */
export interface Worker {
  readonly disciplines: readonly Discipline[];
}

/** What is done in that column, cancelled work apart. */
export const workIn = <Work extends Pick<WorkOfItem, 'discipline' | 'state'>>(
  field: PersonField,
  work: readonly Work[],
): readonly Work[] =>
  work.filter(({ discipline, state }) => discipline === workOfPerson[field] && state !== 'cancelled');

/** Of one piece of work in a column whoever does it; of none or of several nobody in particular. */
export function peopleOf(work: readonly WorkOfItem[]): ItemPeople {
  const executorOf = (field: PersonField): Id | null => {
    const [only, another] = workIn(field, work);
    return only && !another ? only.assigneeId : null;
  };
  return {
    copywriterId: executorOf('copywriterId'),
    designerId: executorOf('designerId'),
    targetologistId: executorOf('targetologistId'),
  };
}

/** Why the work of a column has no one executor who could be another; null where it has. */
export function workProblem(field: PersonField, work: readonly Omit<WorkOfItem, 'id' | 'assigneeId'>[]): string | null {
  const [only, another] = workIn(field, work);
  if (!only) return 'no_task';
  if (another) return 'several_tasks';
  // What somebody has accepted is handed over by its own step: that changes its terms, too.
  return only.isAccepted || (only.state !== 'draft' && only.state !== 'issued') ? 'work_begun' : null;
}

/** What has been issued was issued to somebody. */
export const canBeNobodys = (field: PersonField, work: readonly Pick<WorkOfItem, 'discipline' | 'state'>[]): boolean =>
  workIn(field, work)[0]?.state === 'draft';

/** Why the work cannot be theirs. */
export function personIssues(
  field: PersonField,
  memberId: Id | null,
  work: readonly WorkOfItem[],
  people: ReadonlyMap<Id, Worker>,
): readonly InputIssue[] {
  const problem = workProblem(field, work);
  if (problem) return [issue([field], problem)];
  if (memberId === null) return canBeNobodys(field, work) ? [] : [issue([field], 'issued_needs_person')];
  const person = people.get(memberId);
  if (!person) return [issue([field], 'unknown_person')];
  return person.disciplines.includes(workOfPerson[field]) ? [] : [issue([field], 'cannot_take')];
}

/** A piece of work that gets somebody else, with whoever it is taken from. */
export interface WorkMove {
  readonly taskId: Id;
  readonly fromMemberId: Id | null;
  readonly toMemberId: Id | null;
}

/** What has to be done of a change that has been looked at. */
export const workMoves = (
  { work }: { readonly work: readonly WorkOfItem[] },
  patch: { readonly [Field in PersonField]?: Id | null | undefined },
): readonly WorkMove[] =>
  personFields.flatMap((field) => {
    const to = patch[field];
    const [task] = workIn(field, work);
    return to === undefined || !task ? [] : [{ taskId: task.id, fromMemberId: task.assigneeId, toMemberId: to }];
  });
