import { cx, IconPlus, useFormat } from '@planerka/platform/web';
import { useEffect, useRef } from 'react';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import { canMove, type PlanItem } from '../plan/plan-item';
import classes from './Agenda.module.css';
import type { DayFacts } from './DayCell';
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
  const today = useRef<HTMLLIElement>(null);
  const byDay = Map.groupBy(items, ({ publishOn }) => publishOn);
  useEffect(() => today.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <ol className={classes.days}>
      {days.map((day) => {
        const facts = factsOf(day);
        const ofDay = byDay.get(day) ?? [];
        if (ofDay.length === 0 && !facts.isEmpty && !facts.isToday) return null;
        return (
          <li key={day} ref={facts.isToday ? today : undefined} className={classes.day}>
            <h2 className={cx(classes.title, facts.isToday && classes.today)}>
              {facts.isToday ? `${t('today')}, ${format.dayLong(day)}` : format.weekday(day)}
              {(facts.isRepeat || facts.isClash) && (
                <span className={classes.warn}>{t(facts.isRepeat ? 'day.repeat' : 'day.clash')}</span>
              )}
            </h2>
            {ofDay.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                isSelected={item.id === selectedId}
                withClient={withClient}
                onOpen={onOpen}
                onMoveTo={onMove && canMove(item) ? (to) => onMove(item, to) : undefined}
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
