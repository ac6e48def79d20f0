import { useDroppable } from '@dnd-kit/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { cx, DragArea } from '@planerka/platform/web';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Bar, type BarProps } from './Bar';
import { Edges } from './Edges';
import { LaneHead, LoadLine, useAbsenceText } from './LaneHead';
import type { TimelineLane } from './lanes';
import {
  chainOf,
  daysBetween,
  daysFrom,
  edgesOf,
  heightOf,
  layLane,
  neighbourOf,
  pointsOf,
  type Day,
  type Lane,
  type Placed,
  type Sizes,
  type Step,
} from './layout';
import { useT } from './locales';
import type { Timeline, TimelineTask } from './timeline-documents';
import { TimelineHeader } from './TimelineHeader';
import classes from './TimelineGrid.module.css';

export interface TimelineGridProps {
  timeline: Timeline;
  lanes: readonly TimelineLane[];
  tasks: readonly TimelineTask[];
  /** Whose lanes they are, as the corner says it. */
  corner: string;
  byPeople: boolean;
  openedId: string | null;
  lifted: TimelineTask | null;
  onOpen: (id: string) => void;
  onNudge: (task: TimelineTask, days: number) => void;
  /** To the next or the one before who could take it. */
  onPass: (task: TimelineTask, step: 1 | -1) => void;
  /** How wide a day is, for what is dragged. */
  onScale: (dayWidth: number) => void;
}

/** What is in sight is reckoned anew after so many pixels, and drawn so many beyond its edges. */
const seenStep = 400;
const beyond = 500;

/** The part of a lane that is in sight; of one that is in sight as a whole, always the same. */
const within = ([from, to]: readonly [number, number], top: number, height: number) => ({
  from: Math.max(0, Math.min(height, from - top)),
  to: Math.max(0, Math.min(height, to - top)),
});

const side = 216;
const headerHeight = 52;
/** Narrower days than these are scrolled. */
const leastDay = 11;

const arrows: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Lanes of bars over days. Only the lanes in sight are in the page; where each bar stands is computed, not measured. */
export const TimelineGrid = memo(function TimelineGrid(props: TimelineGridProps) {
  const { timeline, lanes, tasks, corner, byPeople, openedId, lifted, onOpen, onNudge, onPass, onScale } = props;
  const t = useT();
  const { from, to, today } = timeline;
  const days = useMemo(() => daysFrom(from, daysBetween(from, to) + 1), [from, to]);
  const daysOff = useMemo(() => new Set(timeline.daysOff), [timeline.daysOff]);
  const { ref: sizeRef, width: room } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const root = useMergedRef(scroller, sizeRef);
  const dayWidth = Math.max(leastDay, Math.floor(((room || 1200) - side) / days.length));
  const width = dayWidth * days.length;
  useEffect(() => onScale(dayWidth), [dayWidth, onScale]);
  const sizes: Sizes = useMemo(
    () => ({ row: 28, padding: 6, load: byPeople ? 24 : 0, least: byPeople ? 76 : 48 }),
    [byPeople],
  );
  const laid = useMemo(() => lanes.map((lane) => layLane(lane, { from, to, today })), [lanes, from, to, today]);
  const points = useMemo(() => pointsOf(laid, sizes), [laid, sizes]);
  const edges = useMemo(() => edgesOf(tasks), [tasks]);
  const [focusedId, setFocused] = useState<string | null>(null);
  /** Where the arrows have led, until that bar has the focus. */
  const [target, setTarget] = useState<string | null>(null);
  const lookedAt = openedId ?? focusedId;
  const chain = useMemo(() => {
    const found = lookedAt === null ? null : chainOf(lookedAt, edges);
    return found && found.size > 1 ? found : null;
  }, [lookedAt, edges]);
  const laneOf = (id: string | null) => laid.findIndex(({ bars }) => bars.some(({ task }) => task.id === id));
  const kept = [focusedId, target].map(laneOf).filter((index) => index >= 0);
  const virtual = useVirtualizer({
    count: laid.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(laid[index] ?? { rows: 0 }, sizes),
    getItemKey: useCallback((index: number) => lanes[index]?.key ?? index, [lanes]),
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const range = Array.from({ length: count }, (_, index) => index).slice(
        Math.max(0, startIndex - overscan),
        endIndex + overscan + 1,
      );
      return [...new Set([...range, ...kept])].toSorted((one, other) => one - other);
    },
    scrollMargin: headerHeight,
    overscan: 2,
    initialRect: { width: 1200, height: 900 },
  });
  // Other lanes have other heights: what was measured of the old ones is forgotten.
  useEffect(() => virtual.measure(), [virtual, laid, sizes]);
  // What is opened from elsewhere, by a link or from the chain, is brought into sight.
  const openedLane = laneOf(openedId);
  useEffect(() => {
    if (openedLane >= 0) virtual.scrollToIndex(openedLane, { align: 'auto' });
  }, [virtual, openedLane]);

  const onKey = useCallback(
    (task: TimelineTask, event: KeyboardEvent) => {
      const step = arrows[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (event.altKey) {
        if (step === 'left' || step === 'right') onNudge(task, step === 'left' ? -1 : 1);
        else if (byPeople) onPass(task, step === 'up' ? -1 : 1);
        return;
      }
      const next = neighbourOf(laid, task.id, step);
      if (!next) return;
      setTarget(next);
      const lane = laid.findIndex(({ bars }) => bars.some((bar) => bar.task.id === next));
      const point = points.get(next);
      const box = scroller.current;
      if (!point || !box) return virtual.scrollToIndex(lane, { align: 'auto' });
      // To the bar, not to its lane: that of somebody busy is higher than the screen.
      const { scrollTop, clientHeight } = box;
      if (point.y < scrollTop + sizes.row || point.y > scrollTop + clientHeight - headerHeight - sizes.row)
        box.scrollTop = Math.max(0, point.y - clientHeight / 2);
      const left = point.from * dayWidth;
      if (left < box.scrollLeft || left > box.scrollLeft + box.clientWidth - side - 40) box.scrollLeft = left - 40;
    },
    [laid, points, byPeople, dayWidth, onNudge, onPass, sizes, virtual],
  );
  const onFocus = useCallback((id: string) => {
    setFocused(id);
    setTarget(null);
  }, []);

  const firstStop = laid.find(({ bars }) => bars.length > 0)?.bars[0]?.task.id ?? null;
  const stop = focusedId !== null && points.has(focusedId) ? focusedId : firstStop;
  const height = virtual.getTotalSize() - 0;
  // In steps: what is in sight is drawn anew once a step, not with each pixel.
  const seenFrom = Math.floor((virtual.scrollOffset ?? 0) / seenStep) * seenStep - beyond;
  const seenTo = seenFrom + 2 * beyond + seenStep + (virtual.scrollRect?.height ?? 900);
  const seen = useMemo(() => [seenFrom, seenTo] as const, [seenFrom, seenTo]);
  const todayAt = daysBetween(from, today);
  return (
    <div ref={root} className={classes.scroller} data-timeline>
      <div className={classes.canvas} style={{ width: side + width }}>
        <TimelineHeader days={days} today={today} daysOff={daysOff} dayWidth={dayWidth} corner={corner} />
        <DragArea className={classes.lanes} style={{ height }}>
          <div className={classes.shade} style={{ left: side, width }} aria-hidden>
            {days.map((day, index) =>
              daysOff.has(day) ? <i key={day} style={{ left: index * dayWidth, width: dayWidth }} /> : null,
            )}
            {todayAt >= 0 && todayAt < days.length && (
              <b style={{ left: (todayAt + 0.5) * dayWidth }} title={t('today')} />
            )}
          </div>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const lane = lanes[index];
            const place = laid[index];
            return (
              lane &&
              place && (
                <LaneRow
                  key={key}
                  lane={lane}
                  laid={place}
                  days={days}
                  sizes={sizes}
                  dayWidth={dayWidth}
                  width={width}
                  top={start - headerHeight}
                  {...within(seen, start - headerHeight, heightOf(place, sizes))}
                  drop={
                    lifted && lane.person
                      ? lifted.canHandOver &&
                        lane.key !== lifted.assignee?.id &&
                        lane.person.disciplines.includes(lifted.discipline)
                        ? 'open'
                        : lane.key === lifted.assignee?.id
                          ? 'none'
                          : 'shut'
                      : 'none'
                  }
                  openedId={openedId}
                  chain={chain}
                  stop={stop}
                  target={target}
                  onOpen={onOpen}
                  onFocus={onFocus}
                  onKey={onKey}
                />
              )
            );
          })}
          <div className={classes.edgesAt} style={{ left: side }}>
            <Edges
              edges={edges}
              points={points}
              chain={chain}
              dayWidth={dayWidth}
              width={width}
              height={height}
              seen={seen}
            />
          </div>
        </DragArea>
      </div>
    </div>
  );
});

interface LaneRowProps extends Pick<BarProps, 'onOpen' | 'onFocus' | 'onKey'> {
  lane: TimelineLane;
  laid: Lane<TimelineTask>;
  days: readonly Day[];
  sizes: Sizes;
  dayWidth: number;
  width: number;
  top: number;
  /** What of it is in sight, in pixels from its top. */
  from: number;
  to: number;
  /** Whether what is dragged could be given to this lane's person. */
  drop: 'none' | 'open' | 'shut';
  openedId: string | null;
  chain: ReadonlySet<string> | null;
  stop: string | null;
  target: string | null;
}

const LaneRow = memo(function LaneRow({
  lane,
  laid,
  days,
  sizes,
  dayWidth,
  width,
  top,
  from,
  to,
  drop,
  openedId,
  chain,
  stop,
  target,
  ...handlers
}: LaneRowProps) {
  const t = useT();
  const absenceText = useAbsenceText();
  const { setNodeRef, isOver } = useDroppable({ id: lane.key });
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  const topOf = ({ row }: Placed<TimelineTask>) => sizes.load + sizes.padding + row * sizes.row;
  // What has the focus, or is about to, stays in the page wherever it is scrolled to.
  const isDrawn = (place: Placed<TimelineTask>) =>
    [openedId, stop, target].includes(place.task.id) || (topOf(place) + sizes.row >= from && topOf(place) <= to);
  const absences = (lane.person?.absences ?? []).filter(({ startsOn, endsOn }) => startsOn <= last && endsOn >= first);
  return (
    <section
      ref={setNodeRef}
      aria-label={t('lane', { title: lane.title, count: t('laneTasks', { count: laid.bars.length }) })}
      className={cx(
        classes.lane,
        drop === 'open' && classes.takes,
        drop === 'shut' && classes.shut,
        isOver && drop === 'open' && classes.isOver,
      )}
      style={{ top, height: heightOf(laid, sizes) }}
    >
      <LaneHead lane={lane} absences={absences} />
      <div className={classes.track} style={{ width }}>
        {absences.map((absence) => {
          const begin = Math.max(0, daysBetween(first, absence.startsOn));
          const end = Math.min(days.length - 1, daysBetween(first, absence.endsOn));
          return (
            <i
              key={absence.id}
              className={classes.absence}
              style={{ left: begin * dayWidth, width: (end - begin + 1) * dayWidth }}
              title={absenceText(absence)}
            />
          );
        })}
        {lane.person && <LoadLine person={lane.person} days={days} dayWidth={dayWidth} />}
        <ul className={classes.bars}>
          {laid.bars.filter(isDrawn).map((place) => (
            <Bar
              key={place.task.id}
              place={place}
              dayWidth={dayWidth}
              top={topOf(place)}
              isOpen={place.task.id === openedId}
              isOfChain={chain && chain.has(place.task.id)}
              isStop={place.task.id === stop}
              takesFocus={place.task.id === target}
              {...handlers}
            />
          ))}
        </ul>
      </div>
    </section>
  );
});
