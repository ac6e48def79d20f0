import { Button, Modal } from '@mantine/core';
import {
  EmptyState,
  IconPlus,
  Page,
  PageHeader,
  QueryView,
  Stack,
  useFormat,
  useSearchParam,
  usePathParam,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { BudgetPageQuery, type Budget } from '../documents';
import { useT } from '../locales';
import { RevisionCard } from '../revision/RevisionCard';
import { RevisionDrawer } from '../revision/RevisionDrawer';
import { ExportButton } from '../export/ExportButton';
import { AdSpendDrawer } from './AdSpendDrawer';
import { BookPanel, type Cause } from './BookPanel';
import { BudgetFigures } from './BudgetFigures';
import classes from './BudgetPage.module.css';
import { LinesTable } from './LinesTable';
import { PaceChart } from './PaceChart';

/** The whole book, where no line is chosen. */
const WHOLE = 'book';

/** Where a campaign's money is, and every figure opened down to its cause. */
export function BudgetPage() {
  const campaignId = usePathParam('campaignId');
  const [result, refetch] = useQuery({ query: BudgetPageQuery, variables: { campaignId } });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <QueryView result={result} onRetry={reload} select={({ budget }) => budget}>
      {(budget) => <BudgetDesk budget={budget} onReload={reload} />}
    </QueryView>
  );
}

function BudgetDesk({ budget, onReload }: { budget: Budget; onReload: () => void }) {
  const t = useT();
  const format = useFormat();
  const [chosen, choose] = useSearchParam('line');
  const [opened, setOpened] = useState<'change' | 'spend' | null>(null);
  const [cause, setCause] = useState<Cause | null>(null);
  const decision =
    cause && 'revisionId' in cause ? budget.revisions.find(({ id }) => id === cause.revisionId) : undefined;
  const line = budget.lines.find(({ id }) => id === chosen) ?? null;
  const overdrawn = budget.lines.filter(({ figures }) => figures.available.amount.startsWith('-'));
  const nameOf = (one: Budget['lines'][number]) =>
    t('lineName', { category: t(`category.${one.category}`), month: format.monthName(one.month) });
  const mayChange = budget.viewerCanRequest || budget.viewerCanDecide;
  const open = budget.revisions.filter(({ state }) => state === 'REQUESTED');
  const shown = open.length > 0 ? open : budget.revisions.slice(0, 1);
  // What waits for the owner's word is the page's next step, and its button stands in the card.
  const isDeciding = budget.viewerCanDecide && open.length > 0;
  return (
    <Page
      margins="dense"
      panelWidth="drawer"
      panel={
        chosen && (line || chosen === WHOLE) ? (
          <BookPanel
            key={chosen}
            budget={budget}
            line={line}
            onClose={() => choose(null)}
            onReload={onReload}
            onCause={setCause}
          />
        ) : null
      }
    >
      <PageHeader
        crumbs={[
          { label: budget.clientName, href: `/clients/${budget.clientId}` },
          { label: budget.campaignName, href: `/campaigns/${budget.id}` },
        ]}
        title={
          overdrawn.length > 0
            ? t('budget.titleOver', { lines: format.list(overdrawn.map(nameOf)) })
            : t('budget.title')
        }
        actions={
          <>
            {budget.lines.length > 0 ? (
              <ExportButton path="/api/money/budget" query={{ campaignId: budget.id }} />
            ) : null}
            {budget.viewerCanEnterAdSpend && budget.lines.some(({ category }) => category === 'AD_SPEND') ? (
              <Button
                variant={mayChange ? 'default' : 'filled'}
                leftSection={<IconPlus />}
                onClick={() => setOpened('spend')}
              >
                {t('budget.enterSpend')}
              </Button>
            ) : null}
            {mayChange && budget.lines.length > 0 ? (
              <Button variant={isDeciding ? 'default' : 'filled'} onClick={() => setOpened('change')}>
                {t('budget.change')}
              </Button>
            ) : null}
          </>
        }
      />
      {budget.lines.length === 0 && open.length === 0 ? (
        <EmptyState
          title={t('budget.empty')}
          action={
            mayChange ? (
              <Button variant="filled" onClick={() => setOpened('change')}>
                {t('budget.first')}
              </Button>
            ) : null
          }
        >
          {t(budget.viewerCanDecide ? 'budget.emptyOwner' : 'budget.emptyText')}
        </EmptyState>
      ) : (
        <Stack>
          <BudgetFigures figures={budget.figures} />
          <div className={classes.middle}>
            {budget.adSpendPace ? <PaceChart pace={budget.adSpendPace} /> : null}
            {shown.map((revision, index) => (
              <RevisionCard
                key={revision.id}
                revision={revision}
                deciders={budget.deciderNames}
                isPrimary={isDeciding && index === 0}
                onReload={onReload}
              />
            ))}
          </div>
          <LinesTable budget={budget} chosen={chosen} onChoose={choose} onBook={() => choose(WHOLE)} />
        </Stack>
      )}
      <RevisionDrawer isOpen={opened === 'change'} budget={budget} onClose={() => setOpened(null)} />
      <Modal opened={decision !== undefined} onClose={() => setCause(null)} title={t('revision.decided')}>
        {decision ? (
          <RevisionCard revision={decision} deciders={budget.deciderNames} isPrimary={false} onReload={onReload} />
        ) : null}
      </Modal>
      <AdSpendDrawer
        isOpen={opened === 'spend' || (cause !== null && 'adSpendId' in cause)}
        chosenId={cause && 'adSpendId' in cause ? cause.adSpendId : null}
        campaignId={budget.id}
        currency={budget.currency}
        onClose={() => {
          setOpened(null);
          setCause(null);
          onReload();
        }}
      />
    </Page>
  );
}
