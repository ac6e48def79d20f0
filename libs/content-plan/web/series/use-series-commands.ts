import { toast, useCommand, useUndoable } from '@planerka/platform/web';
import { useT } from './locales';
import { EndPlanSeriesMutation, PausePlanSeriesMutation } from './series.documents';

/** Pausing and ending a series, each with a way back. */
export function useSeriesCommands() {
  const t = useT();
  const undoable = useUndoable();
  const [runPause] = useCommand(PausePlanSeriesMutation);
  const [runEnd] = useCommand(EndPlanSeriesMutation);

  async function pause(seriesId: string, isPaused: boolean): Promise<void> {
    const outcome = await runPause({ input: { seriesId, isPaused } });
    if (outcome.status !== 'success') return;
    const items = t('items', { count: outcome.result.withdrawn });
    undoable({
      of: seriesId,
      message: isPaused ? t('wasPaused', { items }) : t('wasResumed'),
      undo: async () => {
        const back = await runPause({ input: { seriesId, isPaused: !isPaused } });
        if (back.status === 'success') toast(t('undone'));
      },
    });
  }

  async function end(seriesId: string): Promise<void> {
    const outcome = await runEnd({ input: { seriesId } });
    if (outcome.status !== 'success') return;
    undoable({
      of: seriesId,
      message: t('wasEnded', { items: t('items', { count: outcome.result.withdrawn }) }),
      undo: async () => {
        const back = await runEnd({ input: { seriesId, isEnded: false } });
        if (back.status === 'success') toast(t('back'));
      },
    });
  }

  return { pause, end };
}
