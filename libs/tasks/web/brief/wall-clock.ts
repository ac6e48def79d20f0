import { Temporal } from '@planerka/platform/domain';

/** Pickers speak wall clock («2026-12-07 19:00:00»), the wire speaks instants; both in the agency's time zone. */
export const fromWallClock = (text: string, zone: string): string =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).toInstant().toString();

export function toWallClock(instant: string, zone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
}
