import { Button } from '@mantine/core';
import {
  Card,
  CardBody,
  CardHeader,
  EmptyState,
  NetworkName,
  networkOf,
  QueryView,
  Section,
  SkeletonRows,
  useFormat,
} from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { MeasurementImportButton } from '../import/MeasurementImportButton';
import { ChannelComparisons } from './ChannelComparisons';
import { FiguresGrid } from './FiguresGrid';
import { ItemResultsQuery, type MeasuredItem } from './item-results.documents';
import classes from './ItemResults.module.css';
import { useT } from './locales';
import type { MeasuredDay } from './MeasurementDialog';
import { MeasurementList } from './MeasurementList';

const MeasurementDialog = lazy(async () => ({ default: (await import('./MeasurementDialog')).MeasurementDialog }));

/** What networks counted of a publication that is out, channel by channel, beside what is usual. */
export function ItemResultsCard({ itemId }: { itemId: string }) {
  const t = useT();
  const [result, refetch] = useQuery({
    query: ItemResultsQuery,
    variables: { id: itemId },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Card label={t('title')} clip>
      <QueryView
        result={result}
        onRetry={reload}
        select={({ contentItem }) => contentItem}
        skeleton={
          <CardBody>
            <SkeletonRows rows={3} />
          </CardBody>
        }
      >
        {(item) => <Measured item={item} onReload={reload} />}
      </QueryView>
    </Card>
  );
}

function Measured({ item, onReload }: { item: MeasuredItem; onReload: () => void }) {
  const t = useT();
  const format = useFormat();
  const [entered, enter] = useState<MeasuredDay | null>(null);
  const { results } = item;
  const isEmpty = results.channels.length === 0;
  const [first] = item.channels;
  const button = results.viewerCanEnter && first && (
    <Button
      size="xs"
      variant={isEmpty ? 'filled' : 'default'}
      onClick={() => enter({ channelId: nextOf(item) ?? first.id, day: null })}
    >
      {t('enter')}
    </Button>
  );
  return (
    <>
      <CardHeader
        title={t('title')}
        sub={results.measuredOn && t('asOf', { day: format.dayLong(results.measuredOn) })}
        aside={
          button && (
            <>
              <MeasurementImportButton clientId={item.client.id} onDone={onReload} />
              {button}
            </>
          )
        }
      />
      {isEmpty && (
        <CardBody>
          <EmptyState title={t('empty')}>{t(results.viewerCanEnter ? 'emptyText' : 'emptyRead')}</EmptyState>
        </CardBody>
      )}
      {results.channels.length > 1 && (
        <Section aria-label={t('ofAll')}>
          <h3 className={classes.channel}>{t('ofAll')}</h3>
          <FiguresGrid figures={results.figures} channel={null} measurements={[]} />
        </Section>
      )}
      {results.channels.map((channel) => {
        const known = item.channels.find(({ id }) => id === channel.channelId) ?? null;
        const comparisons = item.comparisons.filter(({ channelId }) => channelId === channel.channelId);
        return (
          <Section key={channel.channelId} aria-label={known?.title}>
            <h3 className={classes.channel}>
              {known && <NetworkName network={networkOf(known.network)} name={known.title} />}
              <small>{t('asOf', { day: format.day(channel.measuredOn) })}</small>
            </h3>
            <FiguresGrid figures={channel.figures} channel={known} measurements={channel.measurements} />
            <ChannelComparisons comparisons={comparisons} figures={channel.figures} />
            <MeasurementList
              item={item}
              channel={channel}
              onChange={(day) => enter({ channelId: channel.channelId, day })}
            />
          </Section>
        );
      })}
      <Suspense fallback={null}>
        {entered && <MeasurementDialog item={item} entered={entered} onClose={() => enter(null)} onReload={onReload} />}
      </Suspense>
    </>
  );
}

/** The channel that nobody has looked at yet, or not for longest. */
function nextOf({ channels, results }: MeasuredItem): string | undefined {
  const lookedAt = ({ id }: { id: string }) =>
    results.channels.find(({ channelId }) => channelId === id)?.measuredOn ?? '';
  return channels.toSorted((one, other) => lookedAt(one).localeCompare(lookedAt(other)))[0]?.id;
}
