import { ActionIcon, Button } from '@mantine/core';
import {
  Chip,
  EmptyState,
  IconPen,
  IconTrash,
  QueryView,
  SkeletonRows,
  Stack,
  useFormat,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from './locales';
import { rhythmWords } from './rhythm-words';
import { PlanSeriesQuery, type PlanSeries } from './series.documents';
import { useSeriesCommands } from './use-series-commands';
import rows from './ListRows.module.css';

export interface SeriesListProps {
  clientId: string;
  onEdit: (series: PlanSeries) => void;
  onNew: () => void;
}

/** What repeats for a client: changed, paused, ended. */
export function SeriesList({ clientId, onEdit, onNew }: SeriesListProps) {
  const t = useT();
  const [result, refetch] = useQuery({
    query: PlanSeriesQuery,
    variables: { clientId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Stack>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.planSeries}
        skeleton={<SkeletonRows rows={4} />}
      >
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          ) : (
            <ul className={rows.list} aria-label={t('list')}>
              {list.map((series) => (
                <SeriesRow key={series.id} series={series} onEdit={() => onEdit(series)} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <div>
        <Button onClick={onNew}>{t('new')}</Button>
      </div>
    </Stack>
  );
}

function SeriesRow({ series, onEdit }: { series: PlanSeries; onEdit: () => void }) {
  const t = useT();
  const format = useFormat();
  const { pause, end } = useSeriesCommands();
  const { id, title, rhythm, publishTime, isPaused, nextOn, taskCount } = series;
  const facts = [
    `${rhythmWords(t, format, rhythm)}, ${publishTime}`,
    nextOn ? t('next', { day: format.day(nextOn) }) : t('noNext'),
    taskCount > 0 && t('tasks', { count: taskCount }),
  ].filter(Boolean);
  const toggle = t(isPaused ? 'resume' : 'pause');
  return (
    <li className={rows.row}>
      <span className={rows.what}>
        <b>{title}</b>
        <span className={rows.note}>{facts.join(' · ')}</span>
      </span>
      {isPaused && <Chip>{t('paused')}</Chip>}
      <span className={rows.actions}>
        <Button size="xs" aria-label={t('of', { action: toggle, title })} onClick={() => void pause(id, !isPaused)}>
          {toggle}
        </Button>
        <ActionIcon aria-label={t('of', { action: t('editAll'), title })} onClick={onEdit}>
          <IconPen />
        </ActionIcon>
        <ActionIcon aria-label={t('of', { action: t('end'), title })} onClick={() => void end(id)}>
          <IconTrash />
        </ActionIcon>
      </span>
    </li>
  );
}
