import { useFormat } from '@planerka/platform/web';
import { useT } from './locales';

export interface Away {
  readonly awayUntil?: string | null;
  readonly awayKind?: 'VACATION' | 'SICK' | 'OTHER' | null;
}

/** «в отпуске до 5 дек»; null of whoever is there. */
export function useAway(): (person: Away) => string | null {
  const t = useT();
  const format = useFormat();
  return ({ awayUntil, awayKind }) => (awayUntil && awayKind ? t(awayKind, { day: format.day(awayUntil) }) : null);
}

/** Who can be chosen for a task, and until when each is away. */
export function useAssigneeOptions(): (
  people: readonly (Away & { readonly id: string; readonly name: string })[],
) => { value: string; label: string }[] {
  const away = useAway();
  return (people) =>
    people.map((person) => ({ value: person.id, label: [person.name, away(person)].filter(Boolean).join(' · ') }));
}
