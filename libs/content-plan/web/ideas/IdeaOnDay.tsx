import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import type { Day } from '../plan/days';
import classes from './Ideas.module.css';
import { useT } from './locales';

interface IdeaOnDayProps {
  /** Of whose it is: for a screen reader. */
  text: string;
  /** That is offered first. */
  day: Day;
  onPlace: (day: Day, time: string) => void;
  /** Opens the form with it. */
  onFillIn?: ((day: Day) => void) | undefined;
}

/** What dragging does, by a date: for the keyboard and for a phone. */
export function IdeaOnDay({ text, day, onPlace, onFillIn }: IdeaOnDayProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(day);
  const [time, setTime] = useState('12:00');
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button size="xs" aria-label={t('onDayLabel', { text })} onClick={() => setOpen(!isOpen)}>
          {t('onDay')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('onDayLabel', { text })}>
        <form
          className={classes.onDay}
          onSubmit={(event) => {
            event.preventDefault();
            if (!on || !time) return;
            setOpen(false);
            onPlace(on, time);
          }}
        >
          <DayField
            label={t('placeDay')}
            value={on}
            onChange={setOn}
            popoverProps={{ withinPortal: false }}
            data-autofocus
          />
          <TimeField label={t('placeTime')} value={time} onChange={setTime} />
          <Button type="submit" variant="filled" disabled={!on || !time}>
            {t('place')}
          </Button>
          {onFillIn && (
            <Button
              variant="subtle"
              onClick={() => {
                setOpen(false);
                onFillIn(on ?? day);
              }}
            >
              {t('fillIn')}
            </Button>
          )}
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
