import { Card, CardBody, CardHeader, Chip, QueryView } from '@planerka/platform/web';
import { awaitedRevision } from '@planerka/tasks/domain';
import { useQuery } from 'urql';
import { BriefChanges } from './BriefChanges';
import { useT } from './locales';
import { Terms } from './Terms';
import { BriefVersionsQuery, readBrief, reasonOf, type VersionedTask } from './versions';
import classes from './Versions.module.css';

/** What the assignee is asked anew: why, what it does to fee and day, and what has changed in the brief. */
export function RevisionCard({ taskId }: { taskId: string }) {
  const [result, refetch] = useQuery({ query: BriefVersionsQuery, variables: { id: taskId } });
  return (
    <QueryView result={result} onRetry={() => refetch({ requestPolicy: 'network-only' })} select={({ task }) => task}>
      {(task) => <Revision task={task} />}
    </QueryView>
  );
}

function Revision({ task }: { task: VersionedTask }) {
  const t = useT();
  const state = task.state.toLowerCase() as Lowercase<typeof task.state>;
  const revision = awaitedRevision({ state, acceptedAt: task.acceptedAt }, task.details.briefs);
  if (!revision) return null;
  const { accepted, proposed } = revision;
  const before = readBrief(accepted.data);
  const after = readBrief(proposed.data);
  const reason = reasonOf(task, proposed.number);
  return (
    <Card label={t('difference')}>
      <CardHeader
        ruled
        title={t(task.viewerIsAssignee ? 'pendingYou' : 'pending')}
        aside={<Chip tone="warn">{t('edition', { number: proposed.number })}</Chip>}
      />
      <CardBody className={classes.body}>
        <p className={classes.quiet}>{t('stands', { number: accepted.number })}</p>
        {reason && <p className={classes.reason}>{t('reason', { reason })}</p>}
        <Terms before={accepted} after={proposed} />
        {before && after && <BriefChanges before={before} after={after} files={task.details.briefFiles} />}
      </CardBody>
    </Card>
  );
}
