import type { Network } from '@planerka/clients/domain';
import {
  channelLabel,
  formatNames,
  itemStatusAt,
  statusNames,
  type ItemFormat,
  type ItemStatus,
  type PlanLocale,
} from '@planerka/content-plan/domain';
import type { Id, Instant, PlainDate, TimeZone } from '@planerka/platform/domain';
import { calendarWords } from './calendar-words';

/** One entry of a calendar, whatever writes it down. */
export interface CalendarEntry {
  /** The same for as long as the thing is there: by it a program knows what it has already. */
  readonly uid: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly when: { readonly day: PlainDate } | { readonly from: Instant; readonly to: Instant };
  readonly isCertain: boolean;
  /** Grows with every change of it. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly address: string | null;
  readonly category: string;
}

export interface CalendarPublication {
  readonly id: Id;
  readonly title: string;
  readonly idea: string;
  readonly format: ItemFormat;
  readonly status: ItemStatus;
  readonly publishAt: Instant;
  readonly channels: readonly { readonly network: Network; readonly title: string; readonly url: string | null }[];
  /** Where it is out, of a publication without channels. */
  readonly looseUrl: string | null;
  readonly rubric: string | null;
  readonly clientId: Id;
  readonly clientName: string;
  readonly version: number;
  readonly changedAt: Instant;
}

export interface CalendarTask {
  readonly id: Id;
  readonly title: string;
  readonly discipline: 'copy' | 'design' | 'targeting';
  readonly state: string;
  readonly dueAt: Instant;
  readonly clientName: string;
  readonly version: number;
  readonly changedAt: Instant;
}

export interface CalendarLook {
  readonly locale: PlanLocale;
  readonly zone: TimeZone;
  readonly at: Instant;
  /** Where the desk is; null for whoever has no way into it. */
  readonly desk: string | null;
}

/** A publication takes no time of its own: as long as a mark of it can be seen and clicked. */
const shown = { minutes: 15 };

export function entryOfPublication(item: CalendarPublication, { locale, at, desk }: CalendarLook): CalendarEntry {
  const words = calendarWords[locale];
  const status = itemStatusAt(item, at);
  const links = [
    ...item.channels.map(({ url, ...channel }) => ({ name: channelLabel(channel), url })),
    { name: '', url: item.looseUrl },
  ].flatMap(({ name, url }) => (url === null ? [] : [{ name, url }]));
  const about = [
    formatNames[locale][item.format],
    item.channels.map(channelLabel).join(', '),
    item.rubric ?? '',
  ].filter(Boolean);
  return {
    uid: `publication-${item.id}`,
    title: desk === null ? item.title : `${item.clientName}: ${item.title}`,
    lines: [
      about.join(' · '),
      // A client is told what is theirs to know: that it is out, and not how the work on it goes.
      desk === null && status !== 'published' ? '' : words.status(statusNames[locale][status]),
      ...links.map(({ name, url }) => (links.length > 1 && name ? `${name}: ${url}` : url)),
      item.idea,
    ].filter(Boolean),
    when: { from: item.publishAt, to: item.publishAt.add(shown) },
    isCertain: status === 'ready' || status === 'published',
    sequence: item.version - 1,
    changedAt: item.changedAt,
    address: desk === null ? (links[0]?.url ?? null) : `${desk}/plan?client=${item.clientId}&item=${item.id}`,
    category: words.publications,
  };
}

/** A day, as deadlines are spoken of; the hour of it is said beside. */
export function entryOfTask(task: CalendarTask, { locale, zone, desk }: CalendarLook): CalendarEntry {
  const words = calendarWords[locale];
  const due = task.dueAt.toZonedDateTimeISO(zone);
  return {
    uid: `task-${task.id}`,
    title: words.due(task.title),
    lines: [
      `${words.discipline[task.discipline]} · ${task.clientName}`,
      words.until(due.toPlainTime().toString({ smallestUnit: 'minute' })),
    ],
    when: { day: due.toPlainDate() },
    isCertain: true,
    sequence: task.version - 1,
    changedAt: task.changedAt,
    address: desk === null ? null : `${desk}/tasks/${task.id}`,
    category: words.tasks,
  };
}

/** From when to when a calendar is told: what was, as far as one looks back, and what is planned. */
export const calendarSpan = (at: Instant): { readonly from: Instant; readonly to: Instant } => {
  const day = at.toZonedDateTimeISO('UTC').startOfDay();
  return { from: day.subtract({ days: 92 }).toInstant(), to: day.add({ days: 400 }).toInstant() };
};
