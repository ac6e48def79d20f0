import { Modal } from '@mantine/core';
import { QueryView, SkeletonRows, usePlatformText } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { monthOf } from '../plan/days';
import { useT } from './locales';
import { SeriesForm } from './SeriesForm';
import { SeriesFormQuery } from './series.documents';
import type { SeriesStart } from './series-values';

export interface SeriesDialogProps {
  clientId: string;
  start: SeriesStart;
  onClose: () => void;
  onDone?: (() => void) | undefined;
}

/** A publication that repeats, new or present: how often, what, and on which days it would come out. */
export function SeriesDialog({ clientId, start, onClose, onDone = onClose }: SeriesDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const [result, refetch] = useQuery({
    query: SeriesFormQuery,
    variables: {
      clientId,
      month: monthOf(start.day),
      itemId: start.itemId ?? clientId,
      hasItem: start.itemId !== undefined,
    },
    requestPolicy: 'cache-and-network',
  });
  const series = result.data?.planSeries.find(({ id }) => id === start.seriesId);
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={series ? t('edit', { title: series.title }) : t('create')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <QueryView
        result={result}
        onRetry={reload}
        select={(data) => (start.seriesId === undefined || series ? data.contentPlan && data : null)}
        skeleton={<SkeletonRows rows={8} />}
      >
        {(ground) => (
          <SeriesForm
            key={series ? `${series.id} ${series.version}` : 'new'}
            clientId={clientId}
            ground={ground}
            series={series ?? null}
            start={start}
            onClose={onClose}
            onDone={onDone}
            onReload={reload}
          />
        )}
      </QueryView>
    </Modal>
  );
}
