import { AppLink, Card, CardHeader } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from './locales';
import { MyQueueQuery, QueueRow } from './TaskQueue';
import classes from './TaskQueue.module.css';

const shown = 3;

/** The first of what to do, and why these: for the page a specialist begins the day with. */
export function QueueCard() {
  const t = useT();
  const [{ data }] = useQuery({ query: MyQueueQuery, requestPolicy: 'cache-and-network' });
  // Beside the page's own matters: without a queue there is nothing to say.
  if (!data || data.myQueue.length === 0) return null;
  return (
    <Card label={t('title')} clip>
      <CardHeader
        title={t('first')}
        count={data.myQueue.length}
        aside={<AppLink href="/tasks?view=queue">{t('all')}</AppLink>}
        ruled
      />
      <ol className={classes.list}>
        {data.myQueue.slice(0, shown).map((task, index) => (
          <QueueRow key={task.id} task={task} isFirst={index === 0} />
        ))}
      </ol>
    </Card>
  );
}
