import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Cell,
  Chip,
  Column,
  type FragmentOf,
  graphql,
  NetworkIcon,
  networkOf,
  readFragment,
  type ResultOf,
  Segmented,
  Table,
  TableRow,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { MeasurementImportButton } from '../import/MeasurementImportButton';
import { useT } from '../locales';
import classes from './PublicationResults.module.css';
import { bestAndWorst, orders, type Order } from './publication-order';

export const PublicationResults_campaign = graphql(`
  fragment PublicationResults_campaign on Campaign {
    id
    viewerCanEnterFacts
    client {
      id
    }
    publicationResults {
      itemId
      title
      publishedOn
      networks
      rubricName
      seen
      change
      er {
        value
        base
      }
      spend {
        amount
        currency
      }
    }
  }
`);

export type PublicationResult = ResultOf<typeof PublicationResults_campaign>['publicationResults'][number];

/** Which of the campaign's publications did best and which least, and how far from what is usual. */
export function PublicationResults({
  campaign: ref,
  onReload,
}: {
  campaign: FragmentOf<typeof PublicationResults_campaign>;
  onReload: () => void;
}) {
  const { publicationResults: all, ...campaign } = readFragment(PublicationResults_campaign, ref);
  const t = useT();
  const [order, setOrder] = useState<Order>('change');
  const [isWhole, showAll] = useState(false);
  const { best, worst, between } = bestAndWorst(all, order);
  const hasSpend = all.some(({ spend }) => spend !== null);
  return (
    <Card label={t('publications.title')} clip>
      <CardHeader
        title={t('publications.title')}
        count={all.length}
        sub={all.length > 0 && t(`publications.by.${order}`)}
        aside={
          campaign.viewerCanEnterFacts && <MeasurementImportButton clientId={campaign.client.id} onDone={onReload} />
        }
      />
      {all.length > 1 && (
        <div className={classes.order}>
          <Segmented
            label={t('publications.order')}
            value={order}
            onChange={setOrder}
            segments={orders.map((value) => ({ value, label: t(`publications.${value}`) }))}
          />
        </div>
      )}
      {all.length === 0 ? (
        <CardBody className={classes.empty}>{t('publications.empty')}</CardBody>
      ) : (
        <Table label={t('publications.title')} rows="rich" stacks>
          <thead>
            <tr>
              <Column>{t('publications.publication')}</Column>
              <Column numeric>{t('publications.seen')}</Column>
              <Column numeric>{t('publications.er')}</Column>
              <Column numeric>{t('publications.change')}</Column>
              {hasSpend && <Column numeric>{t('publications.spend')}</Column>}
            </tr>
          </thead>
          <tbody>
            {[...best, ...(isWhole ? between : [])].map((row) => (
              <PublicationRow key={row.itemId} row={row} hasSpend={hasSpend} />
            ))}
            {between.length > 0 && !isWhole && (
              <TableRow>
                <Cell colSpan={hasSpend ? 5 : 4} className={classes.between}>
                  <Button size="xs" variant="subtle" onClick={() => showAll(true)}>
                    {t('publications.between', { count: between.length })}
                  </Button>
                </Cell>
              </TableRow>
            )}
            {worst.map((row) => (
              <PublicationRow key={row.itemId} row={row} hasSpend={hasSpend} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function PublicationRow({ row, hasSpend }: { row: PublicationResult; hasSpend: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <TableRow>
      <Cell strong>
        <AppLink href={`/plan/items/${row.itemId}`} className={classes.link}>
          {row.title}
        </AppLink>
        <span className={classes.about}>
          {format.day(row.publishedOn)}
          {row.networks.map((network) => (
            <NetworkIcon key={network} network={networkOf(network)} />
          ))}
          {row.rubricName}
        </span>
      </Cell>
      <Cell numeric label={t('publications.seen')}>
        {row.seen === null ? '—' : format.number(row.seen)}
      </Cell>
      <Cell numeric label={t('publications.er')}>
        {row.er ? format.percent(Number(row.er.value), 1) : '—'}
      </Cell>
      <Cell numeric label={t('publications.change')}>
        {row.change === null ? (
          '—'
        ) : (
          <Chip tone={row.change >= 10 ? 'done' : row.change <= -10 ? 'warn' : 'neutral'}>
            {row.change > 0 ? '+' : ''}
            {format.percent(row.change, 0)}
          </Chip>
        )}
      </Cell>
      {hasSpend && (
        <Cell numeric label={t('publications.spend')}>
          {row.spend ? format.money(row.spend) : '—'}
        </Cell>
      )}
    </TableRow>
  );
}
