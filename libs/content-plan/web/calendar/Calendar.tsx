import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useSensor,
  useSensors,
  type Active,
  type Announcements,
} from '@dnd-kit/core';
import { DragArea, draggedThing, ignoreNextClick, useFormat } from '@planerka/platform/web';
import { useMemo, useState } from 'react';
import { ideaDrop, type PlaceIdea } from '../ideas/idea-drag';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import type { PlanItem } from '../plan/plan-item';
import classes from './Calendar.module.css';
import { DayCell, type DayFacts } from './DayCell';
import { ItemCard } from './ItemCard';

export interface CalendarProps {
  /** The month of a plan in whole weeks. */
  weeks: readonly (readonly Day[])[];
  items: readonly PlanItem[];
  factsOf: (day: Day) => DayFacts;
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  /** Absent where the viewer only reads. */
  onMove?: ((item: PlanItem, day: Day) => void) | undefined;
  onAdd?: ((day: Day) => void) | undefined;
  onIdea?: PlaceIdea | undefined;
}

const nothing: readonly PlanItem[] = [];

/** Days as a grid; a publication is dragged to another day, or moved there by Alt and the arrows. */
export function Calendar({
  weeks,
  items,
  factsOf,
  selectedId,
  withClient,
  onOpen,
  onMove,
  onAdd,
  onIdea,
}: CalendarProps) {
  const t = useT();
  const format = useFormat();
  const [lifted, setLifted] = useState<PlanItem | null>(null);
  // a click is not a drag: it begins after a few pixels
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const byDay = useMemo(() => Map.groupBy(items, ({ publishOn }) => publishOn), [items]);
  const titleOf = (active: Active) => (draggedThing(active) as PlanItem).title;

  const announcements: Announcements = {
    onDragStart: ({ active }) => t('move.picked', { title: titleOf(active) }),
    onDragOver: ({ over }) => (over ? t('move.over', { day: format.weekday(String(over.id)) }) : undefined),
    onDragEnd: ({ active, over }) =>
      over ? t('move.dropped', { title: titleOf(active), day: format.weekday(String(over.id)) }) : t('move.cancelled'),
    onDragCancel: () => t('move.cancelled'),
  };

  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('move.hint') } }}
      onDragStart={({ active }) => setLifted(draggedThing(active) as PlanItem)}
      onDragCancel={() => {
        setLifted(null);
        ignoreNextClick();
      }}
      onDragEnd={({ active, over }) => {
        setLifted(null);
        const item = draggedThing(active) as PlanItem;
        if (over && item.publishOn !== over.id) onMove?.(item, String(over.id));
      }}
    >
      <DragArea
        className={classes.calendar}
        role="table"
        aria-label={t('title')}
        {...ideaDrop(onIdea)}
        style={{ '--weeks': weeks.length } as React.CSSProperties}
      >
        <div role="row" className={classes.weekdays}>
          {weeks[0]?.map((day) => (
            <div key={day} role="columnheader" className={classes.weekday}>
              {format.weekdayShort(day)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={classes.week}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                facts={factsOf(day)}
                items={byDay.get(day) ?? nothing}
                selectedId={selectedId}
                liftedId={lifted?.publishOn === day ? lifted.id : null}
                withClient={withClient}
                onOpen={onOpen}
                onAdd={onAdd}
                onMove={onMove}
              />
            ))}
          </div>
        ))}
      </DragArea>
      <DragOverlay dropAnimation={null}>
        {lifted ? (
          <ItemCard item={lifted} isSelected={false} isDragged withClient={withClient} onOpen={() => undefined} />
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}
