import { Button } from '@mantine/core';
import { cx, IconPlus, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import { isOut, type PlanItem } from '../plan/plan-item';
import classes from './Agenda.module.css';
import type { DayFacts } from './DayCell';
import { DayMarks } from './DayMarks';
import { ItemCard } from './ItemCard';

export interface AgendaProps {
  days: readonly Day[];
  items: readonly PlanItem[];
  factsOf: (day: Day) => DayFacts;
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  onMove?: ((item: PlanItem, day: Day) => void) | undefined;
  onAdd?: ((day: Day) => void) | undefined;
}

/** The same month on a phone: day under day, those without anything left out unless something is missing there. */
export function Agenda({ days, items, factsOf, selectedId, withClient, onOpen, onMove, onAdd }: AgendaProps) {
  const t = useT();
  const format = useFormat();
  const byDay = Map.groupBy(items, ({ publishOn }) => publishOn);
  const today = days.find((day) => factsOf(day).isToday);
  const [showsPast, setShowsPast] = useState(false);
  // What is out asks for nothing any more: the list begins with today, and with what was missed.
  const isFolded = (day: Day) =>
    !showsPast && today !== undefined && day < today && (byDay.get(day) ?? []).every((item) => isOut(item));
  const folded = days.filter(isFolded).reduce((count, day) => count + (byDay.get(day)?.length ?? 0), 0);
  return (
    <ol className={classes.days}>
      {folded > 0 && (
        <li>
          <Button fullWidth variant="subtle" onClick={() => setShowsPast(true)}>
            {t('day.past', { count: folded })}
          </Button>
        </li>
      )}
      {days.map((day) => {
        const facts = factsOf(day);
        const ofDay = byDay.get(day) ?? [];
        if (isFolded(day)) return null;
        if (ofDay.length === 0 && !facts.isEmpty && !facts.isToday && facts.marks.length === 0) return null;
        return (
          <li key={day} className={classes.day}>
            <h2 className={cx(classes.title, facts.isToday && classes.today)}>
              {facts.isToday ? `${t('today')}, ${format.dayLong(day)}` : format.weekday(day)}
              {(facts.isRepeat || facts.isClash) && (
                <span className={classes.warn}>{t(facts.isRepeat ? 'day.repeat' : 'day.clash')}</span>
              )}
              <DayMarks marks={facts.marks} inline />
            </h2>
            {ofDay.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                isSelected={item.id === selectedId}
                withClient={withClient}
                onOpen={onOpen}
                onMove={onMove}
              />
            ))}
            {ofDay.length === 0 && onAdd && (
              <button
                type="button"
                className={classes.empty}
                aria-label={t('day.emptyAdd', { day: format.dayLong(day) })}
                onClick={() => onAdd(day)}
              >
                <IconPlus size={14} />
                {t('day.empty')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
