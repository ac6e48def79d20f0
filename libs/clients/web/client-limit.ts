import { graphql, toastProblem, useConfirm, type Outcome } from '@planerka/platform/web';
import { useT } from './locales';

export const ClientLimitFragment = graphql(`
  fragment ClientLimitReached on ClientLimitReached @_unmask {
    managerName
    clients
    limit
    mayGoOver
  }
`);

interface Limit {
  readonly __typename: 'ClientLimitReached';
  readonly managerName: string;
  readonly clients: number;
  readonly limit: number;
  readonly mayGoOver: boolean;
}

const isLimit = (refusal: object): refusal is Limit =>
  '__typename' in refusal && refusal.__typename === 'ClientLimitReached';

/** Gives a client; where its manager has enough of them, asks whoever may decide that, and tells the others. */
export function useClientLimit() {
  const t = useT();
  const confirm = useConfirm();
  return async <R extends { __typename: string }>(
    give: (goOverLimit: boolean) => Promise<Outcome<R>>,
  ): Promise<Outcome<R>> => {
    const outcome = await give(false);
    if (outcome.status === 'success') return outcome;
    const limit = outcome.status === 'refused' && isLimit(outcome.refusal) ? outcome.refusal : null;
    if (!limit) {
      // What stands at its field is not said twice.
      if (outcome.status === 'failed' || outcome.issues.length === 0) toastProblem(outcome.message);
      return outcome;
    }
    const words = { name: limit.managerName, clients: limit.clients, limit: limit.limit };
    if (!limit.mayGoOver) {
      toastProblem(t('limit.refused', words));
      return outcome;
    }
    const isWanted = await confirm({
      title: t('limit.title', words),
      text: t('limit.text', words),
      confirm: t('limit.confirm'),
    });
    return isWanted ? give(true) : outcome;
  };
}
