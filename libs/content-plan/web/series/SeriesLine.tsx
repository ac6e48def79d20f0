import { Button, Menu } from '@mantine/core';
import { IconChevronDown, readFragment, useFormat, type FragmentOf } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from './locales';
import { rhythmWords } from './rhythm-words';
import { SeriesDialog } from './SeriesDialog';
import { SeriesLine_item } from './series-line.documents';
import { useSeriesCommands } from './use-series-commands';
import classes from './Series.module.css';

export interface SeriesLineProps {
  item: FragmentOf<typeof SeriesLine_item>;
  canEdit: boolean;
  /** Takes this one turn out of the plan, with a way back; absent where that may not be. */
  onSkip?: (() => void) | undefined;
}

/** «по вторникам и четвергам», with the way to the series: this one, this and later ones, all. */
export function SeriesLine({ item: masked, canEdit, onSkip }: SeriesLineProps) {
  const t = useT();
  const format = useFormat();
  const { client, seriesId: id, series, publishOn } = readFragment(SeriesLine_item, masked);
  const [editing, setEditing] = useState<'from' | 'all' | null>(null);
  const { pause, end } = useSeriesCommands();
  if (!series || !id) return null;
  if (series.isEnded) return <span className={classes.ended}>{t('ended')}</span>;
  const { rhythm, isPaused, on } = series;
  return (
    <span className={classes.line}>
      {[rhythmWords(t, format, rhythm), isPaused && t('paused')].filter(Boolean).join(' · ')}
      {canEdit && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-xs" rightSection={<IconChevronDown size={12} />}>
              {t('menu')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setEditing('from')}>{t('editFrom')}</Menu.Item>
            <Menu.Item onClick={() => setEditing('all')}>{t('editAll')}</Menu.Item>
            {onSkip && <Menu.Item onClick={onSkip}>{t('skip')}</Menu.Item>}
            <Menu.Divider />
            <Menu.Item onClick={() => void pause(id, !isPaused)}>{t(isPaused ? 'resume' : 'pause')}</Menu.Item>
            <Menu.Item color="danger" onClick={() => void end(id)}>
              {t('end')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {editing && (
        <SeriesDialog
          clientId={client.id}
          start={{ seriesId: id, day: publishOn, from: editing === 'from' ? on : undefined }}
          onClose={() => setEditing(null)}
        />
      )}
    </span>
  );
}
