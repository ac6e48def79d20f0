import { useState } from 'react';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import { useT } from '../locales';
import type { PlanItem } from '../plan/plan-item';
import type { Place } from '../plan/use-item-commands';
import classes from './PlanTable.module.css';

/** Day and time as two quiet fields; the time is sent when the field is left, not at every digit. */
export function WhenCell({ item, onMove }: { item: PlanItem; onMove: (to: Partial<Place>) => void }) {
  const t = useT();
  const [time, setTime] = useState<string | null>(null);
  return (
    <span className={classes.fields}>
      <DayField
        aria-label={`${t('move.day')}: ${item.title}`}
        variant="unstyled"
        size="xs"
        className={classes.day}
        value={item.publishOn}
        valueFormat="dd, D MMM"
        onChange={(day) => day && onMove({ publishOn: day })}
      />
      <span
        role="group"
        aria-label={`${t('move.time')}: ${item.title}`}
        onBlur={(event) => {
          // from hours to minutes the field is not left yet
          if (event.currentTarget.contains(event.relatedTarget)) return;
          if (time) onMove({ publishTime: time });
          setTime(null);
        }}
      >
        <TimeField variant="unstyled" size="xs" value={time ?? item.publishTime} onChange={setTime} />
      </span>
    </span>
  );
}
