import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import {
  cx,
  DragArea,
  Draggable,
  draggedThing,
  type FragmentOf,
  graphql,
  ignoreNextClick,
  readFragment,
  StateIcon,
  toastProblem,
  useFewAtOnce,
  usePlatformText,
  workState,
} from '@planerka/platform/web';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ActionableTask, Offer } from '../actions/use-task-actions';
import { useT } from '../locales';
import { TaskCard, TaskCard_task } from './TaskCard';
import classes from './TaskBoard.module.css';
import { usePages, type Page } from './use-pages';
import type { TaskFilter } from './use-task-filters';

const TaskColumn_column = graphql(
  `
    fragment TaskColumn_column on TaskColumn {
      state
      count
      endCursor
      nodes {
        id
        ...TaskCard_task
      }
    }
  `,
  [TaskCard_task],
);

export const TaskBoardQuery = graphql(
  `
    query TaskBoard($filter: TaskFilter!) {
      taskBoard(filter: $filter) {
        state
        count
        ...TaskColumn_column
      }
    }
  `,
  [TaskColumn_column],
);

const MoreTasksQuery = graphql(
  `
    query MoreTasks($filter: TaskFilter!, $order: TaskOrder!, $after: String!) {
      tasks(filter: $filter, order: $order, after: $after, first: 50) {
        nodes {
          id
          ...TaskCard_task
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [TaskCard_task],
);

type ColumnFragment = FragmentOf<typeof TaskColumn_column>;
type Card = FragmentOf<typeof TaskCard_task> & { readonly id: string };
type State = 'DRAFT' | 'ISSUED' | 'IN_PROGRESS' | 'IN_REVIEW' | 'CLIENT_REVIEW' | 'DONE' | 'CANCELLED';

interface BoardProps {
  readonly columns: readonly (ColumnFragment & { readonly state: State; readonly count: number })[];
  readonly filter: TaskFilter;
  readonly onAct: (task: ActionableTask, offer: Offer) => void;
}

/** A column per state. A card goes only where an action of it leads; its menu does the same by keyboard. */
export function TaskBoard({ columns, filter, onAct }: BoardProps) {
  const t = useT();
  const act = useCallbackRef(onAct);
  const [lifted, setLifted] = useState<Card | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const offers = lifted ? readFragment(TaskCard_task, lifted).availableActions : [];

  function drop({ active, over }: DragEndEvent): void {
    setLifted(null);
    const card = draggedThing(active) as Card;
    if (!over) return;
    const task = readFragment(TaskCard_task, card);
    if (over.id === task.state) return;
    const offer = task.availableActions.find(({ to }) => to === over.id);
    if (offer) onAct(task, offer);
    else toastProblem(t('board.cannot'));
  }

  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setLifted(draggedThing(active) as Card)}
      onDragCancel={() => {
        setLifted(null);
        ignoreNextClick();
      }}
      onDragEnd={drop}
    >
      <DragArea className={classes.board}>
        {columns.filter(isShown).map((column) => (
          <BoardColumn
            // Another filter is another list, from its first page.
            key={`${column.state} ${JSON.stringify(filter)}`}
            column={column}
            filter={filter}
            onAct={act}
            liftedId={lifted && readFragment(TaskCard_task, lifted).state === column.state ? lifted.id : null}
            target={lifted ? (offers.some(({ to }) => to === column.state) ? 'open' : 'shut') : 'none'}
          />
        ))}
      </DragArea>
      <DragOverlay dropAnimation={null}>{lifted && <TaskCard task={lifted} isLifted />}</DragOverlay>
    </DndContext>
  );
}

/** What was given up, and what is not written yet, take no room while there is none of it. */
const isShown = ({ state, count }: { readonly state: State; readonly count: number }): boolean =>
  (state !== 'CANCELLED' && state !== 'DRAFT') || count > 0;

function BoardColumn({
  column,
  filter,
  onAct,
  liftedId,
  target,
}: {
  column: BoardProps['columns'][number];
  filter: TaskFilter;
  onAct: BoardProps['onAct'];
  /** Where the card that is being dragged comes from. */
  liftedId: string | null;
  target: 'none' | 'open' | 'shut';
}) {
  const t = useT();
  const words = usePlatformText();
  const state = workState(column.state);
  const pages = usePages<Card>(readFragment(TaskColumn_column, column), column, useMoreTasks(column.state, filter));
  // A card of a later page may have gone elsewhere since it was loaded.
  const cards = useMemo(
    () => pages.items.filter((card) => readFragment(TaskCard_task, card).state === column.state),
    [pages.items, column.state],
  );
  const { setNodeRef, isOver } = useDroppable({ id: column.state });
  const seen = useRef<readonly [from: number, to: number]>([0, 0]);
  // Also when a page has come, or the list is another one, while nothing was scrolled.
  useEffect(() => pages.show(...seen.current));
  const onShow = useCallbackRef((from: number, to: number) => {
    seen.current = [from, to];
    pages.show(from, to);
  });
  const name = words(`state.${state}`);
  return (
    <section
      ref={setNodeRef}
      aria-label={t('board.column', { state: name, count: column.count })}
      className={cx(
        classes.column,
        target === 'open' && classes.open,
        target === 'shut' && classes.shut,
        isOver && classes.over,
      )}
    >
      <h2 className={classes.heading}>
        <StateIcon state={state} decorative />
        {name}
        <span className={classes.count}>{column.count}</span>
      </h2>
      {cards.length === 0 ? (
        <p className={classes.empty}>{t('board.emptyColumn')}</p>
      ) : (
        <VirtualCards cards={cards} liftedId={liftedId} onAct={onAct} onShow={onShow} />
      )}
      {pages.hasMore && column.count > cards.length && (
        <Button size="xs" variant="subtle" loading={pages.isLoading} onClick={pages.more} className={classes.more}>
          {t('board.moreOf', { count: column.count - cards.length })}
        </Button>
      )}
    </section>
  );
}

/** How a column's later pages are asked for. */
function useMoreTasks(state: State, filter: TaskFilter): (after: string) => Promise<Page<Card> | null> {
  const client = useClient();
  return async (after) => {
    const order = state === 'DONE' || state === 'CANCELLED' ? 'RECENT' : 'DUE';
    const { data } = await client
      .query(MoreTasksQuery, { filter: { ...filter, states: [state] }, order, after })
      .toPromise();
    if (!data) return null;
    const { nodes, pageInfo } = data.tasks;
    return { nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  };
}

const estimatedHeight = 112;
const atOnce = 3;

/** Only what is in sight is in the page: a column of two thousand scrolls like one of five. */
const VirtualCards = memo(function VirtualCards({
  cards,
  liftedId,
  onAct,
  onShow,
}: {
  cards: readonly Card[];
  liftedId: string | null;
  onAct: BoardProps['onAct'];
  /** Which of them are in sight now. */
  onShow: (from: number, to: number) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  // A card that is left by scrolling keeps the focus: it stays while it has it.
  const [focused, setFocused] = useState<number | null>(null);
  const few = useFewAtOnce(atOnce);
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    rangeExtractor: (range) => {
      const seen = few(range);
      return focused === null || focused >= range.count || seen.includes(focused) ? seen : [...seen, focused];
    },
    overscan: 2,
    gap: 8,
    // Enough for the first paint, and for a test without a layout.
    initialRect: { width: 240, height: 900 },
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    onShow(startIndex, endIndex);
  }, [onShow, startIndex, endIndex]);
  return (
    <div ref={scroller} className={classes.scroller} tabIndex={0}>
      <ul className={classes.cards} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const card = cards[index];
          return (
            card && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={cards.length}
                aria-posinset={index + 1}
                className={classes.slot}
                style={{ top: start }}
                onFocus={() => setFocused(index)}
                onBlur={() => setFocused(null)}
              >
                <BoardCard card={card} isLifted={card.id === liftedId} onAct={onAct} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
});

const BoardCard = memo(function BoardCard({
  card,
  isLifted,
  onAct,
}: {
  card: Card;
  isLifted: boolean;
  onAct: BoardProps['onAct'];
}) {
  const canMove = readFragment(TaskCard_task, card).availableActions.some(({ to }) => to !== null);
  return (
    <Draggable thing={canMove ? card : null} className={cx(canMove && classes.movable, isLifted && classes.away)}>
      <TaskCard task={card} onAct={onAct} />
    </Draggable>
  );
});
