import { useKeptViews, ViewsMenu } from '@planerka/clients/web/views';
import { useCommand } from '@planerka/platform/web';
import { lazy, useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { hasChoice } from '../plan/filters';
import type { PlanAddress } from '../plan/use-plan-address';
import {
  DeleteViewMutation,
  PlanViewsQuery,
  RestoreViewMutation,
  type SavedView,
  UpdateViewMutation,
} from './plan-views.documents';
import { addressOf, isOver, isShownBy, shownIn } from './view-address';

const PlanViewDialog = lazy(() => import('./PlanViewDialog').then((file) => ({ default: file.PlanViewDialog })));

export interface PlanViewsMenuProps {
  /** Whose plan is open, null for all. */
  clientId: string | null;
  clientName: string | null;
  /** That is open. */
  month: string;
  address: PlanAddress;
  change: (changes: Partial<PlanAddress>, options?: { push?: boolean }) => void;
}

/** Named choices of the plan's page. */
export function PlanViewsMenu({ clientId, clientName, month, address, change }: PlanViewsMenuProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [{ data, error, fetching }, retry] = useQuery({
    query: PlanViewsQuery,
    pause: !isOpen && address.saved === null,
  });
  const [update] = useCommand(UpdateViewMutation);
  const [remove] = useCommand(DeleteViewMutation);
  const [restore] = useCommand(RestoreViewMutation);
  const name = useCallback((saved: string | null) => change({ saved }), [change]);
  const { onKeep, onDrop } = useKeptViews<SavedView>({
    keep: async ({ id: planViewId, version: expectedVersion, shown: was }) => {
      const shown = shownIn(address, clientId === null, was.month === null ? null : month);
      const outcome = await update({ input: { planViewId, expectedVersion, shown } });
      if (outcome.status !== 'success') return null;
      const { version } = outcome.result.view;
      return () => update({ input: { planViewId, expectedVersion: version, shown: was } });
    },
    remove: async (id) => (await remove({ id })).status === 'success',
    restore: async (id) => (await restore({ id })).status === 'success',
    name,
  });
  const current = data?.planViews.find((view) => view.id === address.saved && isOver(clientId, view));
  return (
    <ViewsMenu
      views={data?.planViews}
      isLoading={fetching}
      hasFailed={error !== undefined}
      onRetry={() => retry({ requestPolicy: 'network-only' })}
      isOpen={isOpen}
      onToggle={setOpen}
      current={current}
      isChanged={current !== undefined && !isShownBy({ ...address, month }, clientId, current)}
      hasChoice={hasChoice(address)}
      whose={(view) => (view.shown.ofAllClients ? t('allClients') : view.clientName)}
      onOpen={(view) => change({ ...addressOf(view), saved: view.id, day: null, item: null }, { push: true })}
      onKeep={(view) => void onKeep(view)}
      onDrop={(view) => void onDrop(view)}
      dialog={(view, onClose) => (
        <PlanViewDialog
          view={view}
          clientId={clientId}
          clientName={clientName}
          month={month}
          address={address}
          onClose={onClose}
          onSaved={(id) => {
            onClose();
            name(id);
          }}
        />
      )}
    />
  );
}
