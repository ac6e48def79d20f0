import { graphql, Notice, Page, QueryView, useGo } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useTaskActions, type ActionableTask } from '../actions/use-task-actions';
import { BrandCard } from '../brief/BrandCard';
import { ReadinessCard } from '../brief/ReadinessCard';
import { useT } from '../locales';
import { ActivityCard, ActivityCard_task } from './ActivityCard';
import { BriefCard, BriefCard_task } from './BriefCard';
import { CriteriaCard, CriteriaCard_task } from './CriteriaCard';
import { TalkCard, TalkCard_task } from './TalkCard';
import { TaskFacts, TaskFacts_task } from './TaskFacts';
import { TaskHeader, TaskHeader_task } from './TaskHeader';
import classes from './TaskPage.module.css';

const TaskPageQuery = graphql(
  `
    query TaskPage($id: ID!) {
      task(id: $id) {
        id
        state
        discipline
        version
        deliverableNumber
        declineReason
        viewerIsAssignee
        viewerCanEdit
        viewerCanReview
        client {
          id
          name
        }
        details {
          briefs {
            id
            brand
            issuedAt
          }
          draft {
            id
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
    }
  `,
  [TaskHeader_task, TaskFacts_task, CriteriaCard_task, BriefCard_task, TalkCard_task, ActivityCard_task],
);

/** What a slot is told of the task it stands in. */
export interface TaskInSlot {
  readonly id: string;
  readonly state: string;
  readonly discipline: string;
  readonly version: number;
  readonly deliverableNumber: number;
  readonly viewerIsAssignee: boolean;
  readonly viewerCanReview: boolean;
}

/** What stands above tasks fills these: versions and their comments, and the way to the client. */
export interface TaskPageSlots {
  readonly deliverable?: (task: TaskInSlot) => ReactNode;
  readonly comments?: (task: TaskInSlot) => ReactNode;
  readonly onSendToClient?: (task: TaskInSlot) => void;
}

/** Judging a version against its brief without leaving the page. */
export function TaskPage({ taskId, slots = {} }: { taskId: string; slots?: TaskPageSlots }) {
  const t = useT();
  const go = useGo();
  const [result, refetch] = useQuery({
    query: TaskPageQuery,
    variables: { id: taskId },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => refetch({ requestPolicy: 'network-only' });
  const task = result.data?.task;
  const { act, dialog, isRunning } = useTaskActions({
    onDone: reload,
    onLead: lead,
    ...(slots.onSendToClient && task ? { onSendToClient: () => slots.onSendToClient?.(task) } : {}),
  });
  return (
    <Page margins="flush">
      <QueryView result={result} onRetry={reload} select={(data) => data.task}>
        {(shown) => {
          const frozen = shown.details.briefs.at(-1);
          const { draft } = shown.details;
          const isOpen = shown.state === 'DRAFT' || shown.state === 'ISSUED' || shown.state === 'IN_PROGRESS';
          const slot = shown.state !== 'DRAFT' && shown.state !== 'ISSUED' && slots.deliverable?.(shown);
          return (
            <>
              <TaskHeader task={shown} onAct={act} isRunning={isRunning} />
              <div className={classes.columns}>
                <div className={classes.main}>
                  {shown.declineReason && shown.state === 'DRAFT' && (
                    <Notice tone="warn" title={t('page.declinedTitle')}>
                      {shown.declineReason}
                    </Notice>
                  )}
                  <div id="submit" className={classes.work}>
                    {slot}
                    {slots.comments?.(shown)}
                  </div>
                  <BriefCard task={shown} />
                  <TalkCard task={shown} />
                  <ActivityCard task={shown} />
                </div>
                <aside className={classes.side}>
                  <TaskFacts task={shown} />
                  <CriteriaCard task={shown} />
                  {draft && isOpen && (
                    <ReadinessCard
                      findings={draft.findings}
                      onOpen={(field) => go(`/tasks/${shown.id}/brief#${field}`)}
                    />
                  )}
                  {(frozen || draft) && (
                    <BrandCard
                      client={shown.client}
                      brand={frozen ? frozen.brand : draft?.brand}
                      asOf={frozen?.issuedAt ?? null}
                    />
                  )}
                </aside>
              </div>
            </>
          );
        }}
      </QueryView>
      {dialog}
    </Page>
  );
}

/** These three are done further down the page: the button leads there and puts the cursor in. */
function lead(_task: ActionableTask, to: 'submit' | 'ask' | 'answer'): void {
  const place = document.getElementById(to) ?? document.getElementById('submit');
  place?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  place?.querySelector<HTMLElement>('textarea, [contenteditable=true], input, button')?.focus({ preventScroll: true });
}
