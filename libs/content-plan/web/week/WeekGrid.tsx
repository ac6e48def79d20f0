import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useDroppable,
  useSensor,
  useSensors,
  type Active,
  type Announcements,
} from '@dnd-kit/core';
import { cx, DragArea, Draggable, draggedThing, IconPlus, ignoreNextClick, useFormat } from '@planerka/platform/web';
import { useMemo, useState } from 'react';
import type { DayFacts } from '../calendar/DayCell';
import { DayMarks } from '../calendar/DayMarks';
import { ItemCard } from '../calendar/ItemCard';
import { ideaDrop, type PlaceIdea } from '../ideas/idea-drag';
import { useT } from '../locales';
import { dateNumber, type Day } from '../plan/days';
import type { Place } from '../plan/item-moves';
import { canMove, type PlanItem } from '../plan/plan-item';
import { atHour, hourOf, hoursOf, hourText, slotId, slotOf } from './week-hours';
import classes from './WeekGrid.module.css';

export interface WeekGridProps {
  days: readonly Day[];
  items: readonly PlanItem[];
  factsOf: (day: Day) => DayFacts;
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  /** Absent where the viewer only reads. */
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
  /** Alt and the left or right arrow: out of the week, too. */
  onMoveToDay?: ((item: PlanItem, day: Day) => void) | undefined;
  onAdd?: ((day: Day, time?: string) => void) | undefined;
  onIdea?: PlaceIdea | undefined;
}

const nothing: readonly PlanItem[] = [];

/** A week by days and hours: a publication stands in its hour, and is carried to another by mouse or by Alt and arrows. */
export function WeekGrid({ days, items, factsOf, onMove, onMoveToDay, onAdd, onIdea, ...cards }: WeekGridProps) {
  const t = useT();
  const format = useFormat();
  const [lifted, setLifted] = useState<PlanItem | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const ofWeek = useMemo(() => items.filter(({ publishOn }) => days.includes(publishOn)), [items, days]);
  const bySlot = useMemo(
    () => Map.groupBy(ofWeek, ({ publishOn, publishTime }) => slotId(publishOn, hourOf(publishTime))),
    [ofWeek],
  );
  const hours = useMemo(() => hoursOf(ofWeek), [ofWeek]);
  const say = (id: string) => `${format.weekday(slotOf(id).day)}, ${hourText(slotOf(id).hour)}`;
  const titleOf = (active: Active) => (draggedThing(active) as PlanItem).title;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('move.picked', { title: titleOf(active) }),
    onDragOver: ({ over }) => (over ? t('move.over', { day: say(String(over.id)) }) : undefined),
    onDragEnd: ({ active, over }) =>
      over ? t('move.dropped', { title: titleOf(active), day: say(String(over.id)) }) : t('move.cancelled'),
    onDragCancel: () => t('move.cancelled'),
  };
  const toHour = (item: PlanItem, hour: number) => {
    const publishTime = atHour(item.publishTime, hour);
    if (publishTime) onMove?.(item, { publishTime });
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('week.hint') } }}
      onDragStart={({ active }) => setLifted(draggedThing(active) as PlanItem)}
      onDragCancel={() => {
        setLifted(null);
        ignoreNextClick();
      }}
      onDragEnd={({ active, over }) => {
        setLifted(null);
        if (!over) return;
        const item = draggedThing(active) as PlanItem;
        const { day, hour } = slotOf(String(over.id));
        const publishTime = atHour(item.publishTime, hour);
        if (publishTime && (day !== item.publishOn || publishTime !== item.publishTime))
          onMove?.(item, { publishOn: day, publishTime });
      }}
    >
      <DragArea className={classes.week} role="table" aria-label={t('title')} tabIndex={0} {...ideaDrop(onIdea)}>
        <div role="row" className={cx(classes.row, classes.head)}>
          <div role="columnheader" className={classes.hour} aria-label={t('move.time')} />
          {days.map((day) => {
            const { isToday, isOff, isRepeat, isClash, marks } = factsOf(day);
            return (
              <div
                key={day}
                role="columnheader"
                aria-current={isToday ? 'date' : undefined}
                className={cx(classes.day, isToday && classes.today)}
              >
                {format.weekdayShort(day)} <span>{dateNumber(day)}</span>
                {isRepeat || isClash ? (
                  <em className={classes.warn}>{t(isRepeat ? 'day.repeat' : 'day.clash')}</em>
                ) : (
                  isOff && <em className={classes.off}>{t('day.off')}</em>
                )}
                <DayMarks marks={marks} />
              </div>
            );
          })}
        </div>
        {hours.map((hour) => (
          <div key={hour} role="row" className={classes.row}>
            <div role="rowheader" className={classes.hour}>
              {hourText(hour)}
            </div>
            {days.map((day) => (
              <Slot key={day} day={day} hour={hour} isWeekend={factsOf(day).isWeekend} onAdd={onAdd}>
                {(bySlot.get(slotId(day, hour)) ?? nothing).map((item) => (
                  <Draggable
                    key={item.id}
                    thing={onMove && canMove(item) ? item : null}
                    className={cx(classes.card, lifted?.id === item.id && classes.ghost)}
                  >
                    <ItemCard
                      item={item}
                      isSelected={item.id === cards.selectedId}
                      withClient={cards.withClient}
                      onOpen={cards.onOpen}
                      onMove={onMoveToDay}
                      onHour={onMove && toHour}
                    />
                  </Draggable>
                ))}
              </Slot>
            ))}
          </div>
        ))}
      </DragArea>
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <ItemCard item={lifted} isSelected={false} isDragged withClient={cards.withClient} onOpen={() => undefined} />
        )}
      </DragOverlay>
    </DndContext>
  );
}

interface SlotProps {
  day: Day;
  hour: number;
  isWeekend: boolean;
  onAdd: WeekGridProps['onAdd'];
  children: readonly React.ReactNode[];
}

function Slot({ day, hour, isWeekend, onAdd, children }: SlotProps) {
  const t = useT();
  const format = useFormat();
  const { setNodeRef, isOver } = useDroppable({ id: slotId(day, hour) });
  return (
    <div
      ref={setNodeRef}
      role="cell"
      data-day={day}
      data-time={hourText(hour)}
      className={cx(classes.slot, isWeekend && classes.weekend, isOver && classes.over)}
    >
      {children}
      {onAdd && children.length === 0 && (
        <button
          type="button"
          // A hundred of them are no way for the Tab key; «Публикация» has its day and time.
          tabIndex={-1}
          className={classes.add}
          aria-label={t('actions.addOn', { day: `${format.dayLong(day)}, ${hourText(hour)}` })}
          onClick={() => onAdd(day, hourText(hour))}
        >
          <IconPlus size={14} />
        </button>
      )}
    </div>
  );
}
