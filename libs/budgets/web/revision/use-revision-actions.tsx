import { toast, useCommand } from '@planerka/platform/web';
import {
  ApproveRevisionMutation,
  RefuseRevisionMutation,
  RemindRevisionMutation,
  WithdrawRevisionMutation,
  type BudgetRevision,
} from '../documents';
import { useT } from '../locales';

/** The four words on a request; which of them a person has, the server says in `availableActions`. */
export function useRevisionActions({ id, version }: Pick<BudgetRevision, 'id' | 'version'>, onDone: () => void) {
  const t = useT();
  const [approve, isApproving] = useCommand(ApproveRevisionMutation, { onReload: onDone });
  const [refuse, isRefusing] = useCommand(RefuseRevisionMutation, { onReload: onDone });
  const [withdraw] = useCommand(WithdrawRevisionMutation, { onReload: onDone });
  const [remind] = useCommand(RemindRevisionMutation);
  const versioned = { revisionId: id, expectedVersion: version };
  return {
    isRunning: isApproving || isRefusing,
    approve: async () => {
      if ((await approve({ input: versioned })).status === 'success') onDone();
    },
    refuse: async (reason: string) => {
      const outcome = await refuse({ input: { ...versioned, reason } });
      if (outcome.status === 'success') onDone();
      return outcome;
    },
    withdraw: async () => {
      if ((await withdraw({ input: versioned })).status === 'success') onDone();
    },
    remind: async () => {
      if ((await remind({ revisionId: id })).status === 'success') toast(t('revision.reminded'));
    },
  };
}
