import { AppLink, Chip } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ApprovalsQuery, type Approval } from './approval-documents';
import { tones } from './approval-words';
import classes from './ItemApproval.module.css';
import { useT } from './locales';
import { useApprovalSummary } from './use-approval-summary';

/** Beside a publication in the plan: in whose court its last request to the client is. */
export function ItemApproval({ itemId }: { itemId: string }) {
  const [{ data }] = useQuery({
    query: ApprovalsQuery,
    variables: { filter: { itemId }, first: 1 },
    requestPolicy: 'cache-and-network',
  });
  const last = data?.approvals.nodes[0];
  return last ? <LastApproval approval={last} /> : null;
}

function LastApproval({ approval }: { approval: Approval }) {
  const t = useT();
  const summary = useApprovalSummary(approval);
  return (
    <section>
      <h3 className={classes.title}>{t('panel.title')}</h3>
      <AppLink className={classes.approval} href={`/approvals?show=all&approval=${approval.id}`}>
        <Chip tone={tones[approval.state]}>{t(`state.${approval.state}`)}</Chip>
        <span className={classes.summary}>{summary.filter(Boolean).join(' · ')}</span>
      </AppLink>
    </section>
  );
}
