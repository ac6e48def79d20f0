/** Calendar days as ISO text: compared as they stand. */
export type Day = string;

const dayMs = 86_400_000;
const parse = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: Day, days: number): Day => new Date(parse(day) + days * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: Day, to: Day): number => Math.round((parse(to) - parse(from)) / dayMs);
export const daysFrom = (from: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index));

export interface Window {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
}

/** The least of a task that its place follows from. */
export interface SpanTask {
  readonly id: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly state: string;
}

/** A bar in its lane: `first` column of the window and how many it takes, in a row of its own where bars overlap. */
export interface Placed<Task> {
  readonly task: Task;
  readonly row: number;
  readonly first: number;
  readonly days: number;
  /** Columns after its due day, until today: it is late, or waits for somebody. */
  readonly late: number;
  /** It goes on beyond the window. */
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
}

const isClosed = (state: string): boolean => state === 'DONE' || state === 'CANCELLED';

/** Where a bar stands in the window; null where it does not. */
export function placeOf<Task extends SpanTask>(
  task: Task,
  { from, to, today }: Window,
): Omit<Placed<Task>, 'row'> | null {
  const { startsOn, endsOn, state } = task;
  if (startsOn === null || endsOn === null) return null;
  const last = daysBetween(from, to);
  const begin = daysBetween(from, startsOn);
  const due = daysBetween(from, endsOn);
  const end = isClosed(state) ? due : Math.max(due, daysBetween(from, today));
  if (begin > last || end < 0) return null;
  const first = Math.max(0, begin);
  const shownEnd = Math.min(end, last);
  const shownDue = Math.min(Math.max(due, first - 1), last);
  return {
    task,
    first,
    days: shownEnd - first + 1,
    late: shownEnd - shownDue,
    isCutLeft: begin < 0,
    isCutRight: end > last,
  };
}

/** Bars in as few rows as they fit into without lying upon one another, the earlier ones above. */
export function placeInRows<Task extends SpanTask>(tasks: readonly Task[], window: Window): readonly Placed<Task>[] {
  const ends: number[] = [];
  return tasks
    .flatMap((task) => placeOf(task, window) ?? [])
    .toSorted(
      (one, other) => one.first - other.first || other.days - one.days || (one.task.id < other.task.id ? -1 : 1),
    )
    .map((place) => {
      const free = ends.findIndex((end) => end < place.first);
      const row = free < 0 ? ends.length : free;
      ends[row] = place.first + place.days - 1;
      return { ...place, row };
    });
}

export interface Lane<Task> {
  readonly key: string;
  readonly title: string;
  readonly bars: readonly Placed<Task>[];
  readonly rows: number;
}

export interface LaneSource<Task> {
  readonly key: string;
  readonly title: string;
  readonly tasks: readonly Task[];
}

export const layLane = <Task extends SpanTask>({ key, title, tasks }: LaneSource<Task>, window: Window): Lane<Task> => {
  const bars = placeInRows(tasks, window);
  return { key, title, bars, rows: Math.max(0, ...bars.map(({ row }) => row + 1)) };
};

/** Sizes that lanes are drawn in, in pixels. */
export interface Sizes {
  readonly row: number;
  readonly padding: number;
  /** Of the line of hours, where lanes are people. */
  readonly load: number;
  readonly least: number;
}

export const heightOf = ({ rows }: Pick<Lane<unknown>, 'rows'>, { row, padding, load, least }: Sizes): number =>
  Math.max(least, load + 2 * padding + rows * row);

/** The middle of a bar's ends, in columns and pixels from the top of the first lane. */
export interface BarPoint {
  readonly from: number;
  /** Where its due day ends: what comes after it may begin there. */
  readonly to: number;
  readonly y: number;
}

export function pointsOf(lanes: readonly Lane<SpanTask>[], sizes: Sizes): ReadonlyMap<string, BarPoint> {
  const points = new Map<string, BarPoint>();
  let top = 0;
  for (const lane of lanes) {
    for (const { task, row, first, days, late } of lane.bars)
      points.set(task.id, {
        from: first,
        to: first + days - late,
        y: top + sizes.load + sizes.padding + row * sizes.row + sizes.row / 2,
      });
    top += heightOf(lane, sizes);
  }
  return points;
}

/** From what comes first to what begins after it. */
export interface Edge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly isBroken: boolean;
}

export const edgesOf = (
  tasks: readonly {
    readonly id: string;
    readonly dueOn: Day | null;
    readonly before: readonly { readonly taskId: string; readonly state: string; readonly dueOn: Day | null }[];
  }[],
): readonly Edge[] =>
  tasks.flatMap(({ id, dueOn, before }) =>
    before.map(({ taskId, state, dueOn: first }) => ({
      key: `${taskId} ${id}`,
      from: taskId,
      to: id,
      isBroken: !isClosed(state) && dueOn !== null && first !== null && first > dueOn,
    })),
  );

/** Everything that a task waits for, and that waits for it, itself included. */
export function chainOf(id: string, edges: readonly Edge[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const follow = (start: string, from: 'from' | 'to', to: 'from' | 'to') => {
    const queue = [start];
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      if (one !== start && seen.has(one)) continue;
      seen.add(one);
      for (const edge of edges) if (edge[from] === one) queue.push(edge[to]);
    }
  };
  follow(id, 'from', 'to');
  follow(id, 'to', 'from');
  return seen;
}

export type Step = 'left' | 'right' | 'up' | 'down';

/** The bar that an arrow leads to: the next one in its lane, or the nearest in the lane above or below. */
export function neighbourOf(lanes: readonly Lane<SpanTask>[], id: string, step: Step): string | null {
  const laneIndex = lanes.findIndex(({ bars }) => bars.some(({ task }) => task.id === id));
  const lane = lanes[laneIndex];
  if (!lane) return lanes.find(({ bars }) => bars.length > 0)?.bars[0]?.task.id ?? null;
  const index = lane.bars.findIndex(({ task }) => task.id === id);
  if (step === 'left' || step === 'right') return lane.bars[index + (step === 'left' ? -1 : 1)]?.task.id ?? null;
  const here = lane.bars[index];
  const others = step === 'up' ? lanes.slice(0, laneIndex).toReversed() : lanes.slice(laneIndex + 1);
  const next = others.find(({ bars }) => bars.length > 0);
  if (!here || !next) return null;
  const distance = ({ first, days }: Placed<SpanTask>) => Math.abs(first + days / 2 - (here.first + here.days / 2));
  const [nearest] = next.bars.toSorted((one, other) => distance(one) - distance(other));
  return nearest?.task.id ?? null;
}
