import type { PlanColumn, PlanPreview } from '@planerka/content-plan/domain';
import { toast } from '@planerka/platform/web';
import { useT } from './locales';
import { noWishes, sendPlan, type ImportWishes } from './plan-files';
import { useTableImport, type TableImportState } from './use-table-import';

export type RowAction = 'take' | 'skip' | 'fresh';

export interface PlanImportState extends Omit<TableImportState<PlanColumn, ImportWishes, PlanPreview>, 'wish'> {
  readonly wish: (rows: readonly number[], action: RowAction) => void;
}

/** A table on its way into the plan. */
export function useImport(clientId: string, given: File | undefined, onDone: () => void): PlanImportState {
  const t = useT();
  const importing = useTableImport<PlanColumn, ImportWishes, PlanPreview>({
    noWishes,
    // Rows of one table are not those of another.
    ofAnother: () => noWishes,
    given,
    words: {
      failed: t('failed'),
      offline: t('offline'),
      fileChanged: t('fileChanged'),
      changed: t('planChanged'),
    },
    send: (file, wishes, digest) => sendPlan(clientId, file, wishes, digest),
    onDone: ({ created, updated }) => {
      toast(t('applied', { created, updated }));
      onDone();
    },
  });
  const { wishes } = importing;
  return {
    ...importing,
    wish: (rows, action) => {
      const skip = new Set(wishes.skip);
      const fresh = new Set(wishes.fresh);
      for (const row of rows) {
        skip.delete(row);
        fresh.delete(row);
        if (action === 'skip') skip.add(row);
        if (action === 'fresh') fresh.add(row);
      }
      importing.wish({ skip, fresh });
    },
  };
}
