import { useFormat, usePlatformText, workState } from '@planerka/platform/web';
import { useRiskWords } from '../risk/use-risk-words';
import { useT } from './locales';
import type { TimelineTask } from './timeline-documents';

/** «7,5» of 450 minutes. */
export function useHours(): (minutes: number) => string {
  const format = useFormat();
  return (minutes) => format.number(minutes / 60, { maximumFractionDigits: 1 });
}

const isOpen = (state: string): boolean => state !== 'DONE' && state !== 'CANCELLED';

export type Trouble = 'danger' | 'warn' | null;

/** How loud a task is: what will not work out, what warns, or neither. */
export function troubleOf({ risk, isBroken, isBlocked }: TimelineTask): Trouble {
  if (risk?.level === 'DANGER' || isBroken) return 'danger';
  return risk || isBlocked ? 'warn' : null;
}

export interface TaskWords {
  readonly days: string;
  readonly state: string;
  /** What stands in its way, the worst first. */
  readonly troubles: readonly string[];
  /** All of it in one sentence, for those who do not see the bar. */
  readonly whole: string;
}

/** What a bar says by its place, shape and colour, in words. */
export function useTaskWords(): (task: TimelineTask) => TaskWords {
  const t = useT();
  const format = useFormat();
  const words = usePlatformText();
  const riskWords = useRiskWords();
  return (task) => {
    const { startsOn, endsOn, dueOn, risk } = task;
    const first = task.before.find(({ state }) => isOpen(state));
    const waits =
      first && isOpen(task.state) && task.state !== 'IN_PROGRESS'
        ? first.dueOn
          ? t(task.isBroken ? 'broken' : 'waitsUntil', { title: first.title, day: format.day(first.dueOn) })
          : t('waits', { title: first.title })
        : null;
    const spoken = risk && riskWords(risk, task.state);
    const troubles = [
      spoken && [spoken.text, spoken.why].filter(Boolean).join(' '),
      task.isBlocked && t('blocked'),
      waits,
      task.proposedDueOn && t('proposed', { day: format.day(task.proposedDueOn) }),
    ].filter((text): text is string => Boolean(text));
    const state = words(`state.${workState(task.state)}`);
    const days =
      startsOn && endsOn
        ? startsOn === endsOn
          ? format.day(endsOn)
          : format.range(startsOn, endsOn)
        : dueOn
          ? t('due', { day: format.day(dueOn) })
          : t('noDue');
    const whole = [task.title, task.client.name, task.assignee?.name ?? t('nobody'), state, days, ...troubles].join(
      ', ',
    );
    return { days, state, troubles, whole };
  };
}
