import { useCommand, useUndoable } from '@planerka/platform/web';
import { useCallback } from 'react';
import { useT } from '../locales';
import type { PlanAddress } from '../plan/use-plan-address';
import { DeleteViewMutation, RestoreViewMutation, type SavedView, UpdateViewMutation } from './plan-views.documents';
import { shownIn } from './view-address';

export interface ViewsPlace {
  /** Whose plan is open, null for all. */
  clientId: string | null;
  address: PlanAddress;
  change: (changes: Partial<PlanAddress>, options?: { push?: boolean }) => void;
}

/** What is done with a view at once, each with its way back. */
export function useSavedViews({ clientId, address, change }: ViewsPlace) {
  const t = useT();
  const undoable = useUndoable();
  const [update] = useCommand(UpdateViewMutation);
  const [remove] = useCommand(DeleteViewMutation);
  const [restore] = useCommand(RestoreViewMutation);

  /** The view keeps from now on what the page shows. */
  const keep = useCallback(
    async (view: SavedView) => {
      const { id: planViewId, shown: was } = view;
      const shown = shownIn(address, clientId === null, was.month === null ? null : address.month);
      const outcome = await update({ input: { planViewId, expectedVersion: view.version, shown } });
      if (outcome.status !== 'success') return;
      const { version } = outcome.result.view;
      undoable({
        of: planViewId,
        message: t('views.kept', { name: view.name }),
        undo: async () => {
          await update({ input: { planViewId, expectedVersion: version, shown: was } });
        },
      });
    },
    [address, clientId, t, undoable, update],
  );

  const drop = useCallback(
    async ({ id, name }: SavedView) => {
      const outcome = await remove({ id });
      if (outcome.status !== 'success') return;
      change({ saved: null });
      undoable({
        of: id,
        message: t('views.deleted', { name }),
        undo: async () => {
          const restored = await restore({ id });
          if (restored.status === 'success') change({ saved: id });
        },
      });
    },
    [change, remove, restore, t, undoable],
  );

  return { keep, drop };
}
