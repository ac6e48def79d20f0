import { useDroppable } from '@dnd-kit/core';
import { cx, Draggable, IconPlus, useFormat } from '@planerka/platform/web';
import { memo, useMemo, useState } from 'react';
import { useT } from '../locales';
import { dateNumber, type Day, weekday } from '../plan/days';
import { canMove, type PlanItem } from '../plan/plan-item';
import classes from './DayCell.module.css';
import { DayMarks, type DayMark } from './DayMarks';
import { ItemCard } from './ItemCard';

/** What a day is in this month, apart from its publications. */
export interface DayFacts {
  readonly isOtherMonth: boolean;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
  readonly isOff: boolean;
  readonly isEmpty: boolean;
  readonly isRepeat: boolean;
  readonly isClash: boolean;
  readonly marks: readonly DayMark[];
}

export interface DayCellProps {
  day: Day;
  facts: DayFacts;
  items: readonly PlanItem[];
  selectedId: string | null;
  /** Of the publication that is being dragged away from here. */
  liftedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  onAdd?: ((day: Day) => void) | undefined;
  onMove?: ((item: PlanItem, day: Day) => void) | undefined;
}

const shownAtMost = 4;

/** A day that things can be dropped on. What is in it is drawn apart: a drag over the month draws no card anew. */
export function DayCell({ day, facts, items, ...rest }: DayCellProps) {
  const t = useT();
  const format = useFormat();
  const { setNodeRef, isOver } = useDroppable({ id: day });
  // All days hear of it when something comes over one of them.
  const label = useMemo(
    () => t('day.items', { day: format.weekday(day), count: items.length }),
    [t, format, day, items.length],
  );
  return (
    <div
      ref={setNodeRef}
      role="cell"
      data-day={day}
      aria-label={label}
      aria-current={facts.isToday ? 'date' : undefined}
      className={cx(
        classes.cell,
        facts.isWeekend && classes.weekend,
        facts.isOtherMonth && classes.other,
        facts.isToday && classes.today,
        isOver && classes.over,
      )}
    >
      <DayContent day={day} facts={facts} items={items} {...rest} />
    </div>
  );
}

const DayContent = memo(function DayContent({
  day,
  facts,
  items,
  selectedId,
  liftedId,
  withClient,
  onOpen,
  onAdd,
  onMove,
}: DayCellProps) {
  const t = useT();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen || items.length <= shownAtMost ? items : items.slice(0, shownAtMost - 1);
  const hidden = items.length - shown.length;
  // the month's name where it begins, and where the grid does
  const isNamed = dateNumber(day) === 1 || (facts.isOtherMonth && weekday(day) === 1);
  return (
    <>
      <div className={classes.head}>
        <span className={classes.number}>
          {isNamed ? format.day(day).split(/\s/).slice(0, 2).join(' ') : dateNumber(day)}
        </span>
        {facts.isRepeat || facts.isClash ? (
          <span className={classes.warn}>{t(facts.isRepeat ? 'day.repeat' : 'day.clash')}</span>
        ) : (
          facts.isOff && <span className={classes.off}>{t('day.off')}</span>
        )}
        {onAdd && !facts.isEmpty && (
          <button
            type="button"
            className={classes.add}
            aria-label={t('actions.addOn', { day: format.dayLong(day) })}
            onClick={() => onAdd(day)}
          >
            <IconPlus size={12} />
          </button>
        )}
      </div>
      <DayMarks marks={facts.marks} />
      {shown.map((item) => (
        <DraggableCard
          key={item.id}
          item={item}
          isSelected={item.id === selectedId}
          isLifted={item.id === liftedId}
          withClient={withClient}
          onOpen={onOpen}
          onMove={onMove}
        />
      ))}
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('day.more', { count: hidden })}
        </button>
      )}
      {facts.isEmpty && onAdd && (
        <button
          type="button"
          className={classes.empty}
          aria-label={t('day.emptyAdd', { day: format.dayLong(day) })}
          onClick={() => onAdd(day)}
        >
          <IconPlus size={12} />
          {t('day.empty')}
        </button>
      )}
    </>
  );
});

interface DraggableCardProps {
  item: PlanItem;
  isSelected: boolean;
  isLifted: boolean;
  withClient: boolean;
  onOpen: (id: string) => void;
  onMove?: ((item: PlanItem, day: Day) => void) | undefined;
}

/** The wrapper takes the pointer, the card stays a button with the keyboard of a button. */
function DraggableCard({ item, isSelected, isLifted, withClient, onOpen, onMove }: DraggableCardProps) {
  const isMovable = onMove !== undefined && canMove(item);
  return (
    <Draggable thing={isMovable ? item : null} className={cx(classes.slot, isLifted && classes.ghost)}>
      <ItemCard item={item} isSelected={isSelected} withClient={withClient} onOpen={onOpen} onMove={onMove} />
    </Draggable>
  );
}
