import { Button } from '@mantine/core';
import { Card, CardHeader, IconPlus, useCommand } from '@planerka/platform/web';
import { minutesOver } from '@planerka/tasks/domain';
import { useState } from 'react';
import { useQuery } from 'urql';
import { EntryList } from './EntryList';
import { ForgottenTimer } from './ForgottenTimer';
import { LateEntryForm } from './LateEntryForm';
import { useT } from './locales';
import { StartTimerMutation, TaskTimeQuery, type TaskTime } from './time-documents';
import { useStopTimer } from './use-stop-timer';
import { useMinutesSince, useTimeText } from './use-time';
import classes from './Time.module.css';

/** What the work has taken, of what it was thought to; whoever does it has a timer and their entries here, whoever leads it the sums. */
export function TimeCard({ taskId }: { taskId: string }) {
  const t = useT();
  const [{ data }] = useQuery({ query: TaskTimeQuery, variables: { taskId }, requestPolicy: 'cache-and-network' });
  const time = data?.taskTime;
  // Beside the page's own matters: what is not there, or fails to come, leaves no hole.
  if (!time || (!time.canEnter && time.spentMinutes === 0)) return null;
  return (
    <Card label={t('title')}>
      <CardHeader title={t('title')} />
      <div className={classes.body}>
        <Spent time={time} />
        {time.canEnter && <Own taskId={taskId} time={time} />}
      </div>
    </Card>
  );
}

function Spent({ time: { spentMinutes, estimatedMinutes, people } }: { time: TaskTime }) {
  const t = useT();
  const timeText = useTimeText();
  const over = minutesOver(spentMinutes, estimatedMinutes);
  const text =
    spentMinutes === 0
      ? t('nothing')
      : estimatedMinutes === null
        ? t('spentOnly', { spent: timeText(spentMinutes) })
        : t('spent', { spent: timeText(spentMinutes), estimate: timeText(estimatedMinutes) });
  return (
    <>
      <p className={classes.spent}>
        {text}
        {over > 0 && <span className={classes.over}>{t('over', { time: timeText(over) })}</span>}
      </p>
      {estimatedMinutes !== null && spentMinutes > 0 && (
        // The words above say it: the bar is for the eye, and light, for the task's page has no weight to spare.
        <span className={classes.bar} aria-hidden>
          <i
            className={over > 0 ? classes.full : undefined}
            style={{ width: `${Math.min(100, (spentMinutes / estimatedMinutes) * 100)}%` }}
          />
        </span>
      )}
      {people.length > 0 && (
        <ul className={classes.people}>
          {people.map(({ memberId, name, minutes }) => (
            <li key={memberId}>
              <span>{name}</span>
              <span>{timeText(minutes)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Own({ taskId, time }: { taskId: string; time: TaskTime }) {
  const t = useT();
  const [isEntering, setEntering] = useState(false);
  const { running, entries } = time;
  return (
    <>
      {running?.isForgotten && <ForgottenTimer timer={running} />}
      {time.canStart && !running?.isForgotten && <Timer taskId={taskId} running={running} />}
      {isEntering ? (
        <LateEntryForm taskId={taskId} entry={null} onClose={() => setEntering(false)} />
      ) : (
        <Button
          className={classes.enter}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEntering(true)}
        >
          {t('enter')}
        </Button>
      )}
      <EntryList taskId={taskId} entries={entries} canGoOn={time.canStart && !running} />
    </>
  );
}

function Timer({ taskId, running }: { taskId: string; running: TaskTime['running'] }) {
  const t = useT();
  const timeText = useTimeText();
  const isHere = running?.taskId === taskId;
  const minutes = useMinutesSince(isHere ? running.startedAt : null);
  const [start, isStarting] = useCommand(StartTimerMutation);
  const [stop, isStopping] = useStopTimer();
  if (isHere)
    return (
      <Button size="xs" loading={isStopping} onClick={() => void stop(running.entryId, minutes)}>
        {t('stop', { time: timeText(minutes) })}
      </Button>
    );
  return (
    <>
      <Button size="xs" loading={isStarting} onClick={() => void start({ taskId })}>
        {t('start')}
      </Button>
      {running && <p className={classes.quiet}>{t('elsewhere', { title: running.taskTitle })}</p>}
    </>
  );
}
