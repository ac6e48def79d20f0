import { type FragmentOf, graphql, Notice, readFragment, useGo } from '@planerka/platform/web';
import { awaitedRevision, briefSchema, type TaskState } from '@planerka/tasks/domain';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTaskActions, type ActionableTask } from '../actions/use-task-actions';
import { useT } from '../locales';
import { RevisionCard } from '../versions/LateVersions';
import { ActivityCard_task } from './activity';
import { BriefCard, BriefCard_task } from './BriefCard';
import { CriteriaCard, CriteriaCard_task } from './CriteriaCard';
import { TalkCard, TalkCard_task } from './TalkCard';
import { TaskFacts, TaskFacts_task } from './TaskFacts';
import { TaskHeader, TaskHeader_task } from './TaskHeader';
import classes from './TaskPage.module.css';

// At the foot of the page, at its side, and for those who write the brief.
const BrandCard = lazy(() => import('../brief/BrandCard').then((file) => ({ default: file.BrandCard })));
const ActivityCard = lazy(() => import('./ActivityCard').then((file) => ({ default: file.ActivityCard })));
const ReadinessCard = lazy(() => import('../brief/ReadinessCard').then((file) => ({ default: file.ReadinessCard })));

export const TaskPage_task = graphql(
  `
    fragment TaskPage_task on Task {
      id
      state
      version
      acceptedAt
      declineReason
      client {
        id
        name
      }
      details {
        briefs {
          id
          number
          brand
          issuedAt
          acceptedAt
        }
        draft {
          id
          data
          brand
          findings {
            field
            code
            params
            blocks
          }
        }
      }
      ...TaskHeader_task
      ...TaskFacts_task
      ...CriteriaCard_task
      ...BriefCard_task
      ...TalkCard_task
      ...ActivityCard_task
    }
  `,
  [TaskHeader_task, TaskFacts_task, CriteriaCard_task, BriefCard_task, TalkCard_task, ActivityCard_task],
);

export interface TaskPageProps {
  readonly task: FragmentOf<typeof TaskPage_task>;
  /** Asks the server for the page again. */
  readonly onReload: () => void;
  /** What stands above tasks fills these: versions and their comments, and the way to the client. */
  readonly deliverable?: ReactNode;
  readonly approval?: ReactNode;
  readonly onSendToClient?: () => void;
}

const TimeCard = lazy(() => import('../time').then((time) => ({ default: time.TimeCard })));

/** Judging a version against its brief without leaving the page. */
export function TaskPage({ task: loaded, onReload, deliverable, approval, onSendToClient }: TaskPageProps) {
  const t = useT();
  const go = useGo();
  const task = readFragment(TaskPage_task, loaded);
  const { act, dialog, isRunning } = useTaskActions({
    onDone: onReload,
    onLead: lead,
    ...(onSendToClient && { onSendToClient }),
  });
  const frozen = task.details.briefs.at(-1);
  const { draft } = task.details;
  const isOpen = task.state === 'DRAFT' || task.state === 'ISSUED' || task.state === 'IN_PROGRESS';
  const isIssuedOnce = task.details.briefs.length > 0;
  const isAskedAnew = awaitedRevision({ state: stateOf(task.state), acceptedAt: task.acceptedAt }, task.details.briefs);
  const isBegun = task.state !== 'DRAFT' && task.state !== 'ISSUED';
  return (
    <>
      <TaskHeader task={task} onAct={act} isRunning={isRunning} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {task.declineReason && task.state === 'DRAFT' && (
            <Notice tone="warn" title={t('page.declinedTitle')}>
              {task.declineReason}
            </Notice>
          )}
          {isAskedAnew && <RevisionCard taskId={task.id} />}
          <div id="submit" className={classes.work}>
            {isBegun && deliverable}
            {approval}
          </div>
          <BriefCard task={task} />
          <TalkCard task={task} />
          <Suspense fallback={null}>
            <ActivityCard task={task} />
          </Suspense>
        </div>
        <aside className={classes.side}>
          <TaskFacts task={task} />
          {isBegun && (
            <Suspense fallback={null}>
              <TimeCard taskId={task.id} />
            </Suspense>
          )}
          <CriteriaCard task={task} planned={isIssuedOnce ? [] : criteriaOf(draft?.data)} />
          {draft && isOpen && (
            <Suspense fallback={null}>
              <ReadinessCard findings={draft.findings} onOpen={(field) => go(`/tasks/${task.id}/brief#${field}`)} />
            </Suspense>
          )}
          {(frozen || draft) && (
            <Suspense fallback={null}>
              <BrandCard
                client={task.client}
                brand={frozen ? frozen.brand : draft?.brand}
                asOf={frozen?.issuedAt ?? null}
              />
            </Suspense>
          )}
        </aside>
      </div>
      {dialog}
    </>
  );
}

const stateOf = (state: string): TaskState => state.toLowerCase() as TaskState;

/** Until the brief is issued the checklist is what its draft says. */
function criteriaOf(draft: unknown): readonly string[] {
  const read = briefSchema.safeParse(draft);
  return read.success ? read.data.criteria : [];
}

/** These three are done further down the page: the button leads there and puts the cursor in. */
function lead(_task: ActionableTask, to: 'submit' | 'ask' | 'answer'): void {
  const place = document.getElementById(to) ?? document.getElementById('submit');
  place?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  place?.querySelector<HTMLElement>('textarea, [contenteditable=true], input, button')?.focus({ preventScroll: true });
}
