import { useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { MovePopover } from '../panel/MovePopover';
import type { Place } from '../plan/item-moves';
import type { PlanItem } from '../plan/plan-item';
import classes from './PlanTable.module.css';

/** Day and time as a quiet button; the fields behind it are made when they are asked for: a table has hundreds of rows. */
export function WhenCell({ item, onMove }: { item: PlanItem; onMove: (to: Partial<Place>) => void }) {
  const t = useT();
  const when = useWhen(item);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const button = (
    <button
      type="button"
      className={classes.move}
      aria-label={t('move.of', { when, title: item.title })}
      onClick={() => {
        setOpened(true);
        setOpen(!isOpen);
      }}
    >
      {when}
    </button>
  );
  if (!wasOpened) return button;
  return (
    <MovePopover item={item} isOpen={isOpen} onToggle={setOpen} onMove={onMove}>
      {button}
    </MovePopover>
  );
}

export function useWhen({ publishOn, publishTime }: Place): string {
  const format = useFormat();
  return `${format.weekdayShort(publishOn)}, ${format.day(publishOn)}, ${publishTime}`;
}
