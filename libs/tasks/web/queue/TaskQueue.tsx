import {
  Card,
  Chip,
  defineLiveUpdates,
  EmptyState,
  graphql,
  IconAlert,
  QueryView,
  SkeletonRows,
  useFormat,
  WorkRow,
  type ResultOf,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { DisciplineIcon } from '../board/TaskCard';
import { useT } from './locales';
import classes from './TaskQueue.module.css';

export const MyQueueQuery = graphql(`
  query MyQueue {
    myQueue {
      id
      title
      clientName
      state
      discipline
      dueAt
      estimatedMinutes
      reason
      waitsFor
      unlocks
    }
  }
`);

defineLiveUpdates({ task: ['myQueue'] });

type Queued = ResultOf<typeof MyQueueQuery>['myQueue'][number];

/** What to do next, and why this and not another. */
export function TaskQueue() {
  const t = useT();
  const [result, refetch] = useQuery({ query: MyQueueQuery, requestPolicy: 'cache-and-network' });
  return (
    <div className={classes.page}>
      <p className={classes.lead}>{t('lead')}</p>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.myQueue}
        skeleton={<SkeletonRows rows={5} />}
      >
        {(queue) =>
          queue.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          ) : (
            <Card label={t('title')} clip>
              <ol className={classes.list}>
                {queue.map((task, index) => (
                  <QueueRow key={task.id} task={task} isFirst={index === 0} />
                ))}
              </ol>
            </Card>
          )
        }
      </QueryView>
    </div>
  );
}

const late: readonly Queued['reason'][] = ['OVERDUE', 'TIME_TO_BEGIN'];

export function QueueRow({ task, isFirst }: { task: Queued; isFirst: boolean }) {
  const t = useT();
  const format = useFormat();
  const isLate = late.includes(task.reason);
  const reason = t(`reason.${task.reason}`, { title: task.waitsFor ?? '', count: task.unlocks });
  return (
    <WorkRow
      isFirst={isFirst}
      href={`/tasks/${task.id}`}
      icon={<DisciplineIcon discipline={task.discipline} size={20} />}
      title={task.title}
      details={[
        task.clientName,
        task.dueAt && t('due', { at: format.dateTime(task.dueAt) }),
        task.estimatedMinutes === null
          ? null
          : t('hours', { hours: format.number(task.estimatedMinutes / 60, { maximumFractionDigits: 1 }) }),
      ]}
      chip={<Chip {...(isLate ? { tone: 'warn', icon: <IconAlert size={12} /> } : {})}>{reason}</Chip>}
    />
  );
}
