import { timelineGroupings, timelineZooms, type TimelineZoom } from '@planerka/tasks/domain';
import type { FilterValues } from '../board/task-address';

export type Grouping = (typeof timelineGroupings)[number];

export interface TimelineAddress {
  readonly zoom: TimelineZoom;
  readonly days: number;
  /** Null: this week's Monday, which the server knows. */
  readonly from: string | null;
  readonly grouping: Grouping;
  readonly isList: boolean;
  /** The task whose panel is open. */
  readonly openedId: string | null;
}

const isZoom = (text: string | undefined): text is TimelineZoom =>
  text !== undefined && Object.hasOwn(timelineZooms, text);
const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What of the address is the timeline's own; filters are those of board and table. */
export function timelineAddress({ zoom, from, group, list, task }: FilterValues): TimelineAddress {
  const known = isZoom(zoom) ? zoom : 'month';
  return {
    zoom: known,
    days: timelineZooms[known],
    from: isDay(from) ? from : null,
    grouping: timelineGroupings.find((one) => one === group) ?? 'person',
    isList: list === '1',
    openedId: task ?? null,
  };
}
