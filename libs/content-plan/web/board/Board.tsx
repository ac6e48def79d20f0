import { DndContext, DragOverlay, PointerSensor, useDroppable, useSensor, useSensors } from '@dnd-kit/core';
import {
  cx,
  DragArea,
  Draggable,
  draggedThing,
  ignoreNextClick,
  NetworkIcon,
  networkOf,
  Segmented,
  StateIcon,
  usePlatformText,
  workState,
} from '@planerka/platform/web';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { ItemCard } from '../calendar/ItemCard';
import { useT } from '../locales';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { RubricSwatch } from '../plan/RubricSwatch';
import { useTableEdit } from '../table/use-table-edit';
import { type BoardColumn, boardColumns, carried, type Grouping, groupings, none } from './board-columns';
import classes from './Board.module.css';

export interface BoardProps {
  plan: Plan;
  items: readonly PlanItem[];
  grouping: Grouping;
  onGroup: (grouping: Grouping) => void;
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
}

interface Carried {
  readonly item: PlanItem;
  readonly from: string;
}

/** More of a column are asked for: five hundred cards at once are nobody's overview. */
const shownAtMost = 40;

/** The month by status, rubric or channel. A card carried into another column changes its rubric or channel. */
export function Board({ plan, items: given, grouping, onGroup, selectedId, withClient, onOpen }: BoardProps) {
  const t = useT();
  const { items, edit } = useTableEdit(plan, given, { keepsRefused: false });
  const [lifted, setLifted] = useState<Carried | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const columns = useMemo(() => boardColumns(items, grouping, plan), [items, grouping, plan]);
  const canCarry = grouping !== 'status' && plan.viewerCanEdit;
  const carry = ({ item, from }: Carried, to: string | undefined) => {
    const set = to === undefined ? null : carried(item, grouping, from, to);
    if (set) edit.commit(item, grouping === 'rubric' ? 'rubric' : 'channels', set);
  };
  const step = (from: string, by: number) => columns[columns.findIndex(({ id }) => id === from) + by]?.id;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Segmented
          label={t('board.by')}
          value={grouping}
          onChange={onGroup}
          segments={groupings.map((value) => ({ value, label: t(`board.${value}`) }))}
        />
        <p className={classes.hint}>
          {t(grouping === 'status' ? 'board.statusFollows' : canCarry ? 'board.hint' : 'board.readOnly')}
        </p>
      </div>
      <DndContext
        sensors={sensors}
        accessibility={{ screenReaderInstructions: { draggable: t('board.hint') } }}
        onDragStart={({ active }) => setLifted(draggedThing(active) as Carried)}
        onDragCancel={() => {
          setLifted(null);
          ignoreNextClick();
        }}
        onDragEnd={({ active, over }) => {
          setLifted(null);
          carry(draggedThing(active) as Carried, over ? String(over.id) : undefined);
        }}
      >
        <DragArea className={classes.columns} tabIndex={0} role="region" aria-label={t('board.label')}>
          {columns.map((column) => (
            <Column
              key={column.id}
              column={column}
              name={<ColumnName id={column.id} grouping={grouping} items={column.items} plan={plan} />}
              canCarry={canCarry}
              lifted={lifted}
              selectedId={selectedId}
              withClient={withClient}
              onOpen={onOpen}
              onStep={(item, by) => {
                const to = step(column.id, by);
                carry({ item, from: column.id }, to);
                if (to !== undefined) focusCard(to, item.id);
              }}
            />
          ))}
        </DragArea>
        <DragOverlay dropAnimation={null}>
          {lifted && (
            <ItemCard
              item={lifted.item}
              isSelected={false}
              isDragged
              withClient={withClient}
              onOpen={() => undefined}
            />
          )}
        </DragOverlay>
      </DndContext>
    </div>
  );
}

/** Drawn anew in its other column, the card takes the focus along. */
function focusCard(column: string, item: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"] [data-item="${CSS.escape(item)}"]`)
      ?.focus(),
  );
}

interface ColumnProps {
  column: BoardColumn;
  name: ReactNode;
  canCarry: boolean;
  lifted: Carried | null;
  selectedId: string | null;
  withClient: boolean;
  onOpen: (id: string) => void;
  onStep: (item: PlanItem, by: number) => void;
}

function Column({ column, name, canCarry, lifted, selectedId, withClient, onOpen, onStep }: ColumnProps) {
  const t = useT();
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: !canCarry });
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? column.items : column.items.slice(0, shownAtMost);
  const hidden = column.items.length - shown.length;
  const onKeyDown = (event: KeyboardEvent, item: PlanItem) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || !event.altKey || !canCarry) return;
    event.preventDefault();
    onStep(item, by);
  };
  return (
    <section ref={setNodeRef} data-column={column.id} className={cx(classes.column, isOver && classes.over)}>
      <h2 className={classes.name}>
        {name}
        <span className={classes.count}>{column.items.length}</span>
      </h2>
      <ul className={classes.cards}>
        {shown.map((item) => {
          const isMovable = canCarry && item.availableActions.includes('edit');
          const isLifted = lifted?.item.id === item.id && lifted.from === column.id;
          return (
            <li key={item.id}>
              <Draggable
                thing={isMovable ? { item, from: column.id } : null}
                className={cx(classes.card, isLifted && classes.ghost)}
                onKeyDown={(event) => onKeyDown(event, item)}
              >
                <ItemCard
                  item={item}
                  isSelected={item.id === selectedId}
                  withClient={withClient}
                  withDay
                  onOpen={onOpen}
                />
              </Draggable>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {t('day.more', { count: hidden })}
        </button>
      )}
    </section>
  );
}

interface ColumnNameProps {
  id: string;
  grouping: Grouping;
  items: readonly PlanItem[];
  plan: Plan;
}

function ColumnName({ id, grouping, items, plan }: ColumnNameProps) {
  const t = useT();
  const words = usePlatformText();
  if (grouping === 'status') {
    const state = workState(id);
    return (
      <>
        <StateIcon state={state} size={14} decorative />
        {words(`state.${state}`)}
      </>
    );
  }
  if (id === none) return t(grouping === 'rubric' ? 'form.noRubric' : 'board.noChannel');
  if (grouping === 'rubric') {
    const rubric = plan.rubrics.find((one) => one.id === id) ?? items[0]?.rubric;
    return (
      rubric && (
        <>
          <RubricSwatch colour={rubric.colour} />
          {rubric.name}
        </>
      )
    );
  }
  const channel = plan.channels.find((one) => one.id === id) ?? items[0]?.channels.find((one) => one.id === id);
  return (
    channel && (
      <>
        <NetworkIcon network={networkOf(channel.network)} decorative />
        {channel.title}
      </>
    )
  );
}
