import { ActionIcon, Button } from '@mantine/core';
import { UndecreedNote } from '@planerka/agency/web/calendar';
import { IconBoard, IconChevronLeft, IconChevronRight, IconTable, Segmented, useFormat } from '@planerka/platform/web';
import { timelineGroupings, timelineZooms, type TimelineZoom } from '@planerka/tasks/domain';
import type { TaskFilters } from '../board/use-task-filters';
import { addDays } from './layout';
import { useT } from './locales';
import type { Timeline } from './timeline-documents';
import type { TimelineAddress } from './use-timeline-address';
import classes from './TimelineTools.module.css';

interface TimelineToolsProps {
  filters: TaskFilters;
  address: TimelineAddress;
  timeline: Timeline;
  isNarrow: boolean;
}

const zooms = Object.keys(timelineZooms) as TimelineZoom[];
const step: Readonly<Record<TimelineZoom, number>> = { weeks: 7, month: 28, quarter: 84 };

/** Which days, how large, and by whom; and what cannot stand on a day. */
export function TimelineTools({ filters, address, timeline, isNarrow }: TimelineToolsProps) {
  const t = useT();
  const format = useFormat();
  const { zoom, grouping, isList } = address;
  const { from, to, undated, undecreedYears } = timeline;
  const goTo = (days: number) => filters.set({ from: addDays(from, days) });
  return (
    <div className={classes.tools}>
      <div className={classes.toolRow}>
        <div className={classes.dates}>
          <ActionIcon aria-label={t('earlier')} onClick={() => goTo(-step[zoom])}>
            <IconChevronLeft />
          </ActionIcon>
          <Button size="xs" onClick={() => filters.set({ from: undefined })} disabled={address.from === null}>
            {t('today')}
          </Button>
          <ActionIcon aria-label={t('later')} onClick={() => goTo(step[zoom])}>
            <IconChevronRight />
          </ActionIcon>
          <b>{format.range(from, to)}</b>
        </div>
        <Segmented
          label={t('group')}
          value={grouping}
          onChange={(group) => filters.set({ group: group === 'person' ? undefined : group })}
          segments={timelineGroupings.map((value) => ({ value, label: t(`groups.${value}`) }))}
        />
        <Segmented
          label={t('zoom')}
          value={zoom}
          onChange={(value) => filters.set({ zoom: value === 'month' ? undefined : value })}
          segments={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))}
        />
        {!isNarrow && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={isList ? <IconBoard size={14} /> : <IconTable size={14} />}
            onClick={() => filters.set({ list: isList ? undefined : '1' })}
          >
            {t(isList ? 'asGrid' : 'asList')}
          </Button>
        )}
      </div>
      {!isNarrow && !isList && <p className={classes.quiet}>{t('hint')}</p>}
      <UndecreedNote years={undecreedYears} />
      {undated.length > 0 && (
        <details className={classes.undated}>
          <summary>{t('undated', { count: undated.length })}</summary>
          <ul>
            {undated.map((task) => (
              <li key={task.id}>
                <button type="button" className={classes.link} onClick={() => filters.set({ task: task.id })}>
                  {task.title}
                </button>{' '}
                <small className={classes.quiet}>
                  {[task.client.name, task.assignee?.name ?? t('nobody')].join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
