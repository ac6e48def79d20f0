import { useCommand, useUndoable } from '@planerka/platform/web';
import { useT } from './locales';
import { ResumeTimerMutation, StopTimerMutation } from './time-documents';
import { useTimeText } from './use-time';

/** Stops a timer; one that was stopped by mistake goes on with what it has counted. */
export function useStopTimer(): [stop: (entryId: string, minutes: number) => Promise<void>, isStopping: boolean] {
  const t = useT();
  const timeText = useTimeText();
  const undoable = useUndoable();
  const [stop, isStopping] = useCommand(StopTimerMutation);
  const [resume] = useCommand(ResumeTimerMutation);
  const run = async (entryId: string, minutes: number): Promise<void> => {
    const outcome = await stop({ entryId });
    if (outcome.status !== 'success') return;
    undoable({
      of: entryId,
      message: t('stopped', { time: timeText(Math.max(1, minutes)) }),
      undo: async () => void (await resume({ entryId })),
    });
  };
  return [run, isStopping];
}
