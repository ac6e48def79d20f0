import { canBeNobodys, workProblem } from '@planerka/content-plan/domain';
import { type PersonColumn, type PlanItem } from '../plan/plan-item';

const workOf = ({ tasks }: Pick<PlanItem, 'tasks'>) =>
  tasks.map(({ discipline, state }) => ({ discipline: lower(discipline), state: lower(state), isAccepted: false }));

/** Why nobody else can do the work of that column, as far as the page knows; what has been accepted the server knows. */
export const workProblemIn = (item: Pick<PlanItem, 'tasks'>, column: PersonColumn): string | null =>
  workProblem(column, workOf(item));

export const isForNobody = (item: Pick<PlanItem, 'tasks'>, column: PersonColumn): boolean =>
  canBeNobodys(column, workOf(item));

const lower = <N extends string>(value: N) => value.toLowerCase() as Lowercase<N>;
