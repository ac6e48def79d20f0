import {
  AppLink,
  Avatar,
  Chip,
  cx,
  type FragmentOf,
  graphql,
  IconAlert,
  IconApprove,
  IconClock,
  IconImage,
  IconMessage,
  IconQuestion,
  IconTarget,
  IconText,
  readFragment,
  useFormat,
} from '@planerka/platform/web';
import { memo, type ReactNode } from 'react';
import { OffersMenu } from '../actions/OffersMenu';
import type { ActionableTask, Offer } from '../actions/use-task-actions';
import { lower } from '../brief/brief-words';
import { useT } from '../locales';
import classes from './TaskCard.module.css';

export const TaskCard_task = graphql(`
  fragment TaskCard_task on Task {
    id
    title
    state
    discipline
    dueAt
    isOverdue
    isBlocked
    version
    openComments
    criteriaCount
    criteriaMet
    rounds
    includedRounds
    client {
      id
      name
    }
    assignee {
      id
      name
    }
    predecessors {
      id
      title
      state
    }
    availableActions {
      action
      isPrimary
      to
      count
    }
  }
`);

export const disciplineIcons = { copy: IconText, design: IconImage, targeting: IconTarget } as const;

export function DisciplineIcon({ discipline, size = 14 }: { discipline: string; size?: number }) {
  const t = useT();
  const key = lower(discipline);
  const Icon = disciplineIcons[key];
  return (
    <span className={classes.discipline} role="img" aria-label={t(`discipline.${key}`)} title={t(`discipline.${key}`)}>
      <Icon size={size} />
    </span>
  );
}

/** One task among many: what, for whom, by when, and the one thing that is wrong with it. */
export const TaskCard = memo(function TaskCard({
  task: shown,
  onAct,
  isLifted = false,
}: {
  task: FragmentOf<typeof TaskCard_task>;
  onAct?: (task: ActionableTask, offer: Offer) => void;
  isLifted?: boolean;
}) {
  const t = useT();
  const task = readFragment(TaskCard_task, shown);
  return (
    <article className={cx(classes.card, isLifted && classes.lifted)}>
      <div className={classes.head}>
        <DisciplineIcon discipline={task.discipline} />
        <span className={classes.client}>{task.client.name}</span>
        {onAct && (
          <OffersMenu
            label={t('board.actionsOf', { title: task.title })}
            offers={task.availableActions}
            onChoose={(offer) => onAct(task, offer)}
          />
        )}
      </div>
      <h3 className={classes.title}>
        <AppLink href={`/tasks/${task.id}`} draggable={false}>
          {task.title || t('brief.untitled')}
        </AppLink>
      </h3>
      <Hindrance task={task} />
      <div className={classes.foot}>
        <Due task={task} />
        <Counters task={task} />
        {task.assignee ? (
          <Avatar id={task.assignee.id} name={task.assignee.name} size={20} labelled />
        ) : (
          <span className={classes.quiet}>{t('card.noAssignee')}</span>
        )}
      </div>
    </article>
  );
});

function Due({ task }: { task: { readonly dueAt: string | null; readonly isOverdue: boolean } }) {
  const t = useT();
  const format = useFormat();
  if (!task.dueAt) return <span className={classes.quiet}>{t('card.noDue')}</span>;
  return (
    <span className={cx(classes.due, task.isOverdue && classes.late)}>
      {task.isOverdue ? <IconAlert size={12} /> : <IconClock size={12} />}
      <time dateTime={task.dueAt}>{format.dateTime(task.dueAt)}</time>
    </span>
  );
}

interface Marked {
  readonly isBlocked: boolean;
  readonly openComments: number;
  readonly criteriaCount: number;
  readonly criteriaMet: number;
  readonly predecessors: readonly { readonly title: string; readonly state: string }[];
  readonly state: string;
}

/** One chip at most: what keeps the work from going on. */
function Hindrance({ task }: { task: Marked }) {
  const t = useT();
  const open = task.predecessors.find(({ state }) => state !== 'DONE' && state !== 'CANCELLED');
  if (task.isBlocked) {
    return (
      <span className={classes.hindrance}>
        <Chip size="small" tone="warn" icon={<IconQuestion size={12} />}>
          {t('card.question')}
        </Chip>
      </span>
    );
  }
  if (!open || task.state !== 'ISSUED') return null;
  const text = t('card.waits', { title: open.title });
  return (
    <span className={classes.waits} title={text}>
      {text}
    </span>
  );
}

/** Small, and only where they tell something: open comments, ticked criteria. */
function Counters({ task }: { task: Marked }) {
  const t = useT();
  const marks: ReactNode[] = [];
  if (task.openComments > 0 && task.state !== 'DONE') {
    marks.push(
      <span key="comments" className={classes.counter} title={t('card.comments', { count: task.openComments })}>
        <IconMessage size={12} />
        {task.openComments}
      </span>,
    );
  }
  if (task.criteriaMet > 0 && task.state === 'IN_REVIEW') {
    marks.push(
      <span key="criteria" className={classes.counter}>
        <IconApprove size={12} />
        {t('card.criteria', { met: task.criteriaMet, count: task.criteriaCount })}
      </span>,
    );
  }
  return <span className={classes.marks}>{marks}</span>;
}
