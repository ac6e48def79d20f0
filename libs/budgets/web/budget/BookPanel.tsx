import { Button } from '@mantine/core';
import {
  AppLink,
  EmptyState,
  graphql,
  IconArrowRight,
  MoneyKey,
  MoneyText,
  QueryView,
  SidePanel,
  useCommand,
  useFormat,
  type MoneyPart,
  type ResultOf,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { Budget, BudgetLine } from '../documents';
import { useT } from '../locales';
import classes from './BookPanel.module.css';
import { FiguresBar } from '../figures/FiguresBar';
import { sumOf } from './sum-of';

const BookQuery = graphql(`
  query BudgetBook($campaignId: ID!, $lineId: ID, $first: Int!) {
    ledgerEntries(campaignId: $campaignId, lineId: $lineId, first: $first) {
      nodes {
        id
        lineId
        category
        month
        kind
        memo
        from
        to
        amount {
          amount
          currency
        }
        availableAfter {
          amount
          currency
        }
        actorName
        postedAt
        taskId
        revisionId
        payoutId
        adSpendId
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const UpdateLineMutation = graphql(`
  mutation UpdateBudgetLine($input: UpdateBudgetLineInput!) {
    updateBudgetLine(input: $input) {
      __typename
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`);

type Entry = ResultOf<typeof BookQuery>['ledgerEntries']['nodes'][number];

const step = 25;
const largestPage = 200;

interface BookPanelProps {
  budget: Budget;
  /** Null: the campaign's whole book. */
  line: BudgetLine | null;
  onClose: () => void;
  onReload: () => void;
  /** Opens what moved the money, where it is no page of its own. */
  onCause: (cause: Cause) => void;
}

/** A decision on a request, or a day's advertising. */
export type Cause = { readonly revisionId: string } | { readonly adSpendId: string };

export function BookPanel({ budget, line, onClose, onReload, onCause }: BookPanelProps) {
  const t = useT();
  const format = useFormat();
  const [first, setFirst] = useState(step);
  const [result, refetch] = useQuery({
    query: BookQuery,
    variables: { campaignId: budget.id, lineId: line?.id ?? null, first },
  });
  const [update] = useCommand(UpdateLineMutation, { onReload });
  const title = line
    ? t('lineName', { category: t(`category.${line.category}`), month: format.monthName(line.month) })
    : t('budget.bookOf');
  return (
    <SidePanel
      label={title}
      header={<h2>{title}</h2>}
      onClose={onClose}
      flush
      footer={
        line?.viewerCanEdit ? (
          <Button
            size="xs"
            onClick={async () => {
              await update({ input: { lineId: line.id, expectedVersion: line.version, isHard: !line.isHard } });
              onReload();
            }}
          >
            {t(line.isHard ? 'budget.makeSoft' : 'budget.makeHard')}
          </Button>
        ) : null
      }
    >
      {line ? <LineHead line={line} /> : null}
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={({ ledgerEntries }) => ledgerEntries}
      >
        {({ nodes, pageInfo }) => (
          <>
            {nodes.length === 0 ? <EmptyState title={t('budget.noEntries')} /> : null}
            <ul>
              {nodes.map((entry) => (
                <BookEntry
                  key={entry.id}
                  entry={entry}
                  showsLine={line === null}
                  onCause={causeOf(entry, budget, onCause)}
                />
              ))}
            </ul>
            {pageInfo.hasNextPage && first < largestPage ? (
              <div className={classes.more}>
                <Button size="xs" onClick={() => setFirst(Math.min(largestPage, first * 2))}>
                  {t('budget.more')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

function LineHead({ line }: { line: BudgetLine }) {
  const t = useT();
  const format = useFormat();
  const { planned, available, spent, payable, committed } = line.figures;
  const isOver = available.amount.startsWith('-');
  const left = { ...available, amount: available.amount.replace('-', '') };
  return (
    <div className={classes.head}>
      <small>{t(line.isHard ? 'hard' : 'soft')}</small>
      <FiguresBar figures={line.figures} />
      <p className={classes.sums}>
        <span>
          {t('budget.taken', { used: format.money(sumOf([spent, payable, committed])), plan: format.money(planned) })}
        </span>
        <span>{t(isOver ? 'budget.over' : 'budget.left', { amount: format.money(left) })}</span>
      </p>
    </div>
  );
}

const PART: Record<Entry['from'], MoneyPart> = {
  PLAN: 'plan',
  AVAILABLE: 'available',
  COMMITTED: 'committed',
  PAYABLE: 'payable',
  SPENT: 'spent',
};

/** Null where there is nothing to open: an expense, a decision too old to be at hand, or none of the viewer's business. */
function causeOf(
  { revisionId, adSpendId }: Entry,
  { revisions, viewerCanEnterAdSpend }: Budget,
  onCause: BookPanelProps['onCause'],
): (() => void) | null {
  if (revisionId && revisions.some(({ id }) => id === revisionId)) return () => onCause({ revisionId });
  return adSpendId && viewerCanEnterAdSpend ? () => onCause({ adSpendId }) : null;
}

function BookEntry({ entry, showsLine, onCause }: { entry: Entry; showsLine: boolean; onCause: (() => void) | null }) {
  const t = useT();
  const format = useFormat();
  const title = t(`entry.${entry.kind}`, { memo: entry.memo });
  const place = entry.taskId ? `/tasks/${entry.taskId}` : entry.payoutId ? '/payouts' : null;
  const line = showsLine
    ? t('lineName', { category: t(`category.${entry.category}`), month: format.monthName(entry.month) })
    : null;
  return (
    <li className={classes.entry}>
      <time className={classes.day} dateTime={entry.postedAt}>
        {format.day(entry.postedAt)}
      </time>
      <div>
        <p className={classes.title}>
          {place ? (
            <AppLink href={place}>{title}</AppLink>
          ) : onCause ? (
            <button type="button" className={classes.cause} onClick={onCause}>
              {title}
            </button>
          ) : (
            title
          )}
        </p>
        <p className={classes.actor}>
          {[line, entry.actorName, format.time(entry.postedAt)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <p className={classes.amount}>
        <MoneyText value={entry.amount} withoutSign />
      </p>
      <p className={classes.way}>
        <MoneyKey part={PART[entry.from]}>{t(`account.${entry.from}`)}</MoneyKey>
        <IconArrowRight size={12} />
        <MoneyKey part={PART[entry.to]}>{t(`account.${entry.to}`)}</MoneyKey>
        {entry.from === 'AVAILABLE' || entry.to === 'AVAILABLE' ? (
          <span className={classes.after}>
            {t('budget.left', { amount: format.money(entry.availableAfter, { withoutSign: true }) })}
          </span>
        ) : null}
      </p>
    </li>
  );
}
