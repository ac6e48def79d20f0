import { Button, Popover } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import { useT } from '../locales';
import type { MovableItem, Place } from '../plan/item-moves';
import classes from './MovePopover.module.css';

export interface MovePopoverProps {
  item: MovableItem;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onMove: (to: Place) => void;
  /** The button that opens it. */
  children: ReactElement;
}

/** Another day and time without a mouse: two fields at a button. */
export function MovePopover({ item, isOpen, onToggle, onMove, children }: MovePopoverProps) {
  const t = useT();
  return (
    <Popover opened={isOpen} onChange={onToggle} position="top" trapFocus returnFocus withinPortal>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={`${t('move.title')}: ${item.title}`}>
        <MoveFields
          item={item}
          onMove={(to) => {
            onToggle(false);
            onMove(to);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Made anew at each opening, so that it begins with where the publication stands then. */
function MoveFields({ item, onMove }: Pick<MovePopoverProps, 'item' | 'onMove'>) {
  const t = useT();
  const [day, setDay] = useState<string | null>(item.publishOn);
  const [time, setTime] = useState(item.publishTime);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day && time) onMove({ publishOn: day, publishTime: time });
      }}
    >
      <DayField
        label={t('move.day')}
        value={day}
        onChange={setDay}
        popoverProps={{ withinPortal: false }}
        data-autofocus
      />
      <TimeField label={t('move.time')} value={time} onChange={setTime} />
      <Button type="submit" disabled={!day || !time}>
        {t('actions.move')}
      </Button>
    </form>
  );
}
