import type { CalendarEntry } from '@planerka/activity/domain';
import type { PlanLocale } from '@planerka/content-plan/domain';
import type { TimeZone } from '@planerka/platform/domain';
import ical, { escape, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

export interface CalendarFile {
  readonly name: string;
  readonly locale: PlanLocale;
  readonly zone: TimeZone;
  readonly entries: readonly CalendarEntry[];
}

/** How often programs are asked to come, in seconds. */
const hour = 3_600;

/**
 * RFC 5545. Moments are written in UTC, which every program shows in its own time and no rule of summer time can shift; days are
 * days, wherever they are looked at. Nothing in it is of the moment of asking, so that it is the same as long as nothing changes.
 */
export function writeCalendar({ name, locale, zone, entries }: CalendarFile): string {
  const calendar = ical({
    // The library escapes every text but this one.
    name: escape(name, false),
    prodId: { company: 'Planerka', product: 'Planerka', language: locale.toUpperCase() },
    ttl: hour,
    x: [{ key: 'X-WR-TIMEZONE', value: zone }],
  });
  for (const entry of entries) {
    const { when } = entry;
    calendar.createEvent({
      id: `${entry.uid}@planerka`,
      summary: entry.title,
      description: entry.lines.join('\n'),
      stamp: new Date(entry.changedAt.epochMilliseconds),
      lastModified: new Date(entry.changedAt.epochMilliseconds),
      sequence: Math.max(0, entry.sequence),
      status: entry.isCertain ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // Nobody is busy because something is published.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(entry.address !== null && { url: entry.address }),
      categories: [{ name: entry.category }],
      ...('day' in when
        ? { start: new Date(`${when.day.toString()}T00:00:00Z`), allDay: true }
        : { start: new Date(when.from.epochMilliseconds), end: new Date(when.to.epochMilliseconds) }),
    });
  }
  return calendar.toString();
}
