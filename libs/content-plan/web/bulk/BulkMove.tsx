import { Button, NumberInput, Popover } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../form/DayField';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import classes from './BulkBar.module.css';

export interface BulkMoveProps {
  isDisabled: boolean;
  start: Day;
  onShift: (days: number) => void;
  onMove: (day: Day) => void;
}

/** By so many days, each from where it stands, or all to one day. */
export function BulkMove({ isDisabled, start, onShift, onMove }: BulkMoveProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const done = (act: () => void) => {
    setOpen(false);
    act();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button size="xs" disabled={isDisabled} onClick={() => setOpen(!isOpen)}>
          {t('actions.move')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('actions.move')}>
        <Fields start={start} onShift={(days) => done(() => onShift(days))} onMove={(day) => done(() => onMove(day))} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** More than a year is a slip of the finger. */
const furthest = 366;

function Fields({ start, onShift, onMove }: Omit<BulkMoveProps, 'isDisabled'>) {
  const t = useT();
  const [days, setDays] = useState<number | string>(1);
  const [day, setDay] = useState<string | null>(start);
  const by = typeof days === 'number' && Number.isInteger(days) && days !== 0 ? days : null;
  return (
    <div className={classes.move}>
      <form
        className={classes.field}
        onSubmit={(event) => {
          event.preventDefault();
          if (by !== null) onShift(by);
        }}
      >
        <NumberInput
          label={t('bulk.byDays')}
          description={t('bulk.byDaysHint')}
          value={days}
          onChange={setDays}
          min={-furthest}
          max={furthest}
          allowDecimal={false}
          data-autofocus
        />
        <Button type="submit" disabled={by === null}>
          {t('bulk.shift')}
        </Button>
      </form>
      <form
        className={classes.field}
        onSubmit={(event) => {
          event.preventDefault();
          if (day) onMove(day);
        }}
      >
        <DayField label={t('bulk.toDay')} value={day} onChange={setDay} popoverProps={{ withinPortal: false }} />
        <Button type="submit" disabled={!day}>
          {t('actions.move')}
        </Button>
      </form>
    </div>
  );
}
