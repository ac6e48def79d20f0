import {
  AppLink,
  Chip,
  cx,
  graphql,
  IconPen,
  IconShapes,
  IconTarget,
  MoneyText,
  readFragment,
  StateIcon,
  useFormat,
  workState,
  type FragmentOf,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import classes from './TaskChain.module.css';

export const TaskChain_task = graphql(`
  fragment TaskChain_task on ItemTask {
    id
    discipline
    title
    state
    assigneeName
    dueAt
    deliverableNumber
    openQuestions
    afterIds
    fee {
      amount
      currency
    }
  }
`);

const icons: Readonly<Record<'COPY' | 'DESIGN' | 'TARGETING', ReactNode>> = {
  COPY: <IconPen />,
  DESIGN: <IconShapes />,
  TARGETING: <IconTarget />,
};

const waiting = new Set(['draft', 'issued']);

export interface TaskChainProps {
  tasks: readonly FragmentOf<typeof TaskChain_task>[];
  canEdit: boolean;
  /** «Новая задача по публикации», given by the app. */
  action?: ReactNode;
}

/** Text → design → targeting: each with its state, person and fee; the one in work stands out. */
export function TaskChain({ tasks: masked, canEdit, action }: TaskChainProps) {
  const t = useT();
  const format = useFormat();
  const tasks = readFragment(TaskChain_task, masked);
  const names = new Map(
    tasks.map(({ id, discipline }) => [id, t(`discipline.${disciplineOf(discipline)}`).toLowerCase()]),
  );
  const fees = tasks.flatMap(({ fee }) => fee ?? []);
  const currency = fees[0]?.currency;
  // Sums for the eye only, in whole minor units: the server's figures stay the truth.
  const total = fees.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
  const current = tasks.find(({ state }) => state !== 'done' && !waiting.has(state));
  return (
    <section>
      <div className={classes.head}>
        <h3>{t('item.chain')}</h3>
        {currency && fees.length > 1 && <MoneyText value={{ amount: decimal(total), currency }} />}
      </div>
      {tasks.length === 0 && <p className={classes.empty}>{t(canEdit ? 'item.noTasks' : 'item.noTasksReader')}</p>}
      <ol className={classes.chain}>
        {tasks.map((task) => {
          const name = t(`discipline.${disciplineOf(task.discipline)}`);
          const after = task.afterIds.flatMap((id) => names.get(id) ?? []);
          const when =
            waiting.has(task.state) && after.length > 0
              ? t('item.after', { name: after.join(', ') })
              : task.dueAt && format.day(task.dueAt);
          return (
            <li key={task.id}>
              <AppLink
                href={`/tasks/${task.id}`}
                className={cx(classes.step, task.id === current?.id && classes.current)}
                data-state={task.state}
              >
                {icons[task.discipline]}
                <span className={classes.name}>
                  {task.deliverableNumber > 1 ? t('item.version', { name, number: task.deliverableNumber }) : name}
                </span>
                <StateIcon state={workState(task.state)} />
                <span className={classes.note}>
                  <span>{[task.assigneeName ?? t('item.noAssignee'), when].filter(Boolean).join(' · ')}</span>
                  {task.fee && <MoneyText value={task.fee} />}
                </span>
                {task.openQuestions > 0 && (
                  <span className={classes.questions}>
                    <Chip tone="warn" size="small">
                      {t('item.questions', { count: task.openQuestions })}
                    </Chip>
                  </span>
                )}
              </AppLink>
            </li>
          );
        })}
      </ol>
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}

const disciplineOf = (discipline: 'COPY' | 'DESIGN' | 'TARGETING') =>
  discipline.toLowerCase() as Lowercase<typeof discipline>;

const decimal = (minor: bigint): string => {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
