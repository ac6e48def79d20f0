import { toastProblem, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { addDays, daysBetween, type Day } from './layout';
import { useT } from './locales';
import { RescheduleQuery, RescheduleTaskMutation, type Reschedule, type TimelineTask } from './timeline-documents';

const RescheduleDialog = lazy(() => import('./RescheduleDialog').then((file) => ({ default: file.RescheduleDialog })));

export interface Rescheduling {
  /** Moves it at once where nothing stands against that, else asks first. */
  readonly move: (task: TimelineTask, dueOn: Day) => void;
  /** By a day at a time, as fast as keys are pressed: it is sent when they rest. */
  readonly nudge: (task: TimelineTask, days: number) => void;
  /** Asks for the day. */
  readonly ask: (task: TimelineTask) => void;
  /** The task as it stands while the server has not answered. */
  readonly shown: (task: TimelineTask) => TimelineTask;
  readonly dialog: ReactNode;
}

/** A little longer than keys are repeated. */
const restMs = 500;

/** Another due day: a draft's at once and with a way back, an issued task's by a revision, which is asked about first. */
export function useReschedule(): Rescheduling {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const undoable = useUndoable();
  const [run] = useCommand(RescheduleTaskMutation);
  const [asked, setAsked] = useState<{ task: TimelineTask; dueOn: Day | null } | null>(null);
  const [wishes, setWishes] = useState<ReadonlyMap<string, Day>>(new Map());
  // What the server has said of our own last move, until the page has heard of it.
  const versions = useRef(new Map<string, number>());
  const wish = (id: string, dueOn: Day | null) =>
    setWishes((now) => {
      const next = new Map(now);
      if (dueOn === null) next.delete(id);
      else next.set(id, dueOn);
      return next;
    });
  const versionOf = ({ id, version }: TimelineTask) => Math.max(version, versions.current.get(id) ?? 0);

  async function send(task: TimelineTask, dueAt: string | null, reason = ''): Promise<number | null> {
    const outcome = await run({ input: { taskId: task.id, expectedVersion: versionOf(task), dueAt, reason } });
    if (outcome.status !== 'success') return null;
    const { version } = outcome.result.task;
    versions.current.set(task.id, version);
    return version;
  }

  async function sendAtOnce(task: TimelineTask, { dueAt, newDueAt }: Reschedule): Promise<boolean> {
    if ((await send(task, newDueAt)) === null) return false;
    undoable({
      of: task.id,
      message: t('move.done', { title: task.title, day: format.day(newDueAt) }),
      undo: async () => void (await send(task, dueAt)),
    });
    return true;
  }

  async function decide(task: TimelineTask, dueOn: Day): Promise<void> {
    if (task.way === null) return toastProblem(t('move.stays'));
    if (dueOn === task.dueOn) return wish(task.id, null);
    wish(task.id, dueOn);
    const { data } = await client
      .query(RescheduleQuery, { id: task.id, on: dueOn }, { requestPolicy: 'network-only' })
      .toPromise();
    const preview = data?.taskReschedule;
    if (!preview?.way) {
      wish(task.id, null);
      return toastProblem(t('move.stays'));
    }
    if (preview.way === 'AT_ONCE' && preview.breaks.length === 0) await sendAtOnce(task, preview);
    else setAsked({ task, dueOn });
    wish(task.id, null);
  }

  const rest = useDebouncedCallback((task: TimelineTask, dueOn: Day) => void decide(task, dueOn), restMs);

  const shown = useCallback(
    (task: TimelineTask) => {
      const dueOn = wishes.get(task.id);
      return dueOn === undefined ? task : movedTo(task, dueOn);
    },
    [wishes],
  );
  return {
    move: (task, dueOn) => void decide(task, dueOn),
    nudge: (task, days) => {
      const from = wishes.get(task.id) ?? task.dueOn;
      if (task.way === null || from === null) return toastProblem(t('move.stays'));
      const dueOn = addDays(from, days);
      wish(task.id, dueOn);
      rest(task, dueOn);
    },
    ask: (task) => setAsked({ task, dueOn: task.dueOn }),
    shown,
    dialog: asked && (
      <Suspense fallback={null}>
        <RescheduleDialog
          key={asked.task.id}
          task={asked.task}
          dueOn={asked.dueOn}
          onClose={() => setAsked(null)}
          onMove={async (preview, reason) => {
            if (preview.way === 'AT_ONCE') return sendAtOnce(asked.task, preview);
            return (await send(asked.task, preview.newDueAt, reason)) !== null;
          }}
        />
      </Suspense>
    ),
  };
}

/** What is not begun moves as a whole, begun work only its end. */
function movedTo(task: TimelineTask, dueOn: Day): TimelineTask {
  const { startsOn, endsOn, start } = task;
  if (startsOn === null || endsOn === null) return { ...task, dueOn };
  const begins = start === 'PLANNED' ? addDays(startsOn, daysBetween(endsOn, dueOn)) : startsOn;
  return { ...task, dueOn, endsOn: dueOn, startsOn: begins > dueOn ? dueOn : begins };
}
