import { Checkbox } from '@mantine/core';
import { readFragment, useFormat } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { DayField } from '../form/DayField';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import { RubricSwatch } from '../plan/RubricSwatch';
import { RollOverRow_item, type RollOverItem } from './roll-over.documents';
import classes from './RollOverDialog.module.css';

export interface RollOverRowProps {
  item: RollOverItem;
  isChosen: boolean;
  /** Its day is over. */
  isOver: boolean;
  day: Day;
  /** The first and the last day that can be chosen; null where it is chosen elsewhere. */
  within: readonly [Day, Day] | null;
  withTasks: boolean;
  error: ReactNode;
  onToggle: (isChosen: boolean) => void;
  onMove: (day: Day) => void;
}

/** One publication of the month: whether it is repeated, and when. */
export function RollOverRow({
  item: masked,
  isChosen,
  isOver,
  day,
  within,
  withTasks,
  error,
  onToggle,
  onMove,
}: RollOverRowProps) {
  const t = useT();
  const format = useFormat();
  const item = readFragment(RollOverRow_item, masked);
  const isThere = item.existingItemId !== null || item.isRepeated;
  const work = item.tasks.map(({ discipline, dueOn }) => {
    const name = t(`discipline.${discipline.toLowerCase() as Lowercase<typeof discipline>}`);
    // Days of the work follow the day of the publication: after a change they are the server's to say.
    return dueOn && day === item.publishOn ? t('rollOver.due', { name, day: format.day(dueOn) }) : name;
  });
  const notes = [
    isOver && t('rollOver.over'),
    item.because &&
      day === item.publishOn &&
      t(`rollOver.because.${item.because.toLowerCase() as Lowercase<typeof item.because>}`),
    item.losesCampaign && t('rollOver.losesCampaign'),
  ].filter((note) => typeof note === 'string');
  return (
    <li className={classes.row} data-muted={!isChosen}>
      <Checkbox
        checked={isChosen && !isThere}
        disabled={isThere}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        label={item.title}
        description={
          <>
            {item.rubricColour !== null && <RubricSwatch colour={item.rubricColour} />}{' '}
            {[
              t(`format.${item.format.toLowerCase() as Lowercase<typeof item.format>}`),
              // Where the day is chosen above, that of the original says nothing.
              within && format.weekday(item.wasOn),
            ]
              .filter(Boolean)
              .join(' · ')}
            {withTasks && !isThere && work.length > 0 && <span className={classes.note}>{work.join(' → ')}</span>}
            {!isThere && notes.length > 0 && <span className={classes.note}>{notes.join('. ')}</span>}
          </>
        }
        className={classes.choice}
      />
      {isThere ? (
        <span className={classes.there}>{t(item.isRepeated ? 'rollOver.repeated' : 'rollOver.there')}</span>
      ) : (
        within && (
          <DayField
            size="xs"
            aria-label={t('rollOver.dayOf', { title: item.title })}
            valueFormat="dd, D MMMM"
            value={day}
            minDate={within[0]}
            maxDate={within[1]}
            disabled={!isChosen}
            error={error}
            onChange={(next) => next && onMove(next)}
            className={classes.day}
          />
        )
      )}
    </li>
  );
}
