import type { Text } from '@planerka/platform/web';
import { ru } from '../locales/ru';

type Zone = keyof typeof ru.zones;

const common = Object.keys(ru.zones) as Zone[];

/** The zones agencies live in first, by their names; then every other that the browser knows. */
export function timeZoneOptions(t: Text<typeof ru>): { value: string; label: string }[] {
  const known = new Set<string>(common);
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !known.has(zone));
  return [
    ...common.map((zone) => ({ value: zone, label: t(`zones.${zone}`) })),
    ...others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
}

/** Where this browser is; Moscow where it does not tell a place («UTC»). */
export function browserTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return Intl.supportedValuesOf('timeZone').includes(timeZone) && timeZone !== 'UTC' ? timeZone : 'Europe/Moscow';
}
