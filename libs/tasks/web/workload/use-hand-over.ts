import { toastProblem, useCommand, useConfirm, useUndoable } from '@planerka/platform/web';
import { useT } from './locales';
import { HandOverTaskMutation, type LoadedPerson, type LoadTask } from './workload-documents';

/** Of a task and of a person, what handing over needs to know. */
type GivenTask = Pick<LoadTask, 'id' | 'title' | 'state' | 'discipline' | 'assigneeId' | 'version' | 'canHandOver'>;
type Taker = Pick<LoadedPerson, 'id' | 'name' | 'disciplines'>;

/** Who can take it: of its discipline, and not whoever has it. */
export const takersOf = (task: LoadTask, people: readonly LoadedPerson[]): readonly LoadedPerson[] =>
  people.filter(({ id, disciplines }) => id !== task.assigneeId && disciplines.includes(task.discipline));

/** Gives a task to somebody, with a way back; begun work asks first, for it is to be accepted anew. */
export function useHandOver(people: readonly Pick<Taker, 'id'>[]): (task: GivenTask, to: Taker) => Promise<void> {
  const t = useT();
  const confirm = useConfirm();
  const undoable = useUndoable();
  const [run] = useCommand(HandOverTaskMutation);
  return async (task, to) => {
    if (to.id === task.assigneeId) return;
    if (!task.canHandOver) return toastProblem(t('stays'));
    if (!to.disciplines.includes(task.discipline)) return toastProblem(t('otherDiscipline', { name: to.name }));
    if (task.state === 'IN_PROGRESS') {
      const text = t('acceptedText', { name: to.name });
      if (!(await confirm({ title: t('acceptedTitle'), text, confirm: t('give') }))) return;
    }
    const outcome = await run({ input: { taskId: task.id, expectedVersion: task.version, toMemberId: to.id } });
    if (outcome.status !== 'success') return;
    const { version } = outcome.result.task;
    const back = task.assigneeId;
    const canGoBack = back === null ? task.state === 'DRAFT' : people.some(({ id }) => id === back);
    const message = t('given', { title: task.title, name: to.name });
    undoable({
      of: task.id,
      message,
      undo: async () => {
        if (!canGoBack) return toastProblem(t('stays'));
        await run({ input: { taskId: task.id, expectedVersion: version, toMemberId: back } });
      },
    });
  };
}
