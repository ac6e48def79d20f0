import { Button } from '@mantine/core';
import { AppLink, Card, IconClock } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ForgottenTimer } from './ForgottenTimer';
import { useT } from './locales';
import { RunningTimerQuery, type RunningTimer } from './time-documents';
import { useStopTimer } from './use-stop-timer';
import { useMinutesSince, useTimeText } from './use-time';
import classes from './Time.module.css';

/** The timer that runs, wherever it was started: to be stopped, or to be asked about where it was forgotten. */
export function TimerLine() {
  const [{ data }] = useQuery({ query: RunningTimerQuery, requestPolicy: 'cache-and-network' });
  const timer = data?.runningTimer;
  if (!timer) return null;
  return timer.isForgotten ? <ForgottenTimer timer={timer} /> : <Running timer={timer} />;
}

function Running({ timer }: { timer: RunningTimer }) {
  const t = useT();
  const timeText = useTimeText();
  const minutes = useMinutesSince(timer.startedAt);
  const [stop, isStopping] = useStopTimer();
  return (
    <Card label={t('timer')} className={classes.line}>
      <IconClock size={16} />
      <AppLink href={`/tasks/${timer.taskId}`}>{timer.taskTitle}</AppLink>
      <Button size="xs" loading={isStopping} onClick={() => void stop(timer.entryId, minutes)}>
        {t('stop', { time: timeText(minutes) })}
      </Button>
    </Card>
  );
}
