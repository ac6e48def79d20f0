import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import { useT } from '../locales';
import type { MovableItem, Place } from '../plan/use-item-commands';
import classes from './MoveForm.module.css';

/** Another day and time without a mouse: the button opens two fields. */
export function MoveForm({
  item,
  isPrimary,
  onMove,
}: {
  item: MovableItem;
  isPrimary: boolean;
  onMove: (to: Place) => void;
}) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState<string | null>(item.publishOn);
  const [time, setTime] = useState(item.publishTime);
  const open = () => {
    setDay(item.publishOn);
    setTime(item.publishTime);
    setOpen(true);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant={isPrimary ? 'filled' : 'default'} onClick={() => (isOpen ? setOpen(false) : open())}>
          {t('actions.move')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('move.title')}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!day || !time) return;
            setOpen(false);
            onMove({ publishOn: day, publishTime: time });
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
      </Popover.Dropdown>
    </Popover>
  );
}
