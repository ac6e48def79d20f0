import type { Discipline } from '@planerka/agency/domain';
import { err, issue, ok, type Id, type InputIssue, type Result } from '@planerka/platform/domain';

/** Somebody who can be named in a cell. */
export interface PlanPerson {
  readonly id: Id;
  readonly name: string;
  readonly email?: string | undefined;
  readonly disciplines: readonly Discipline[];
}

/**
 * Whom a cell names: by the whole name in either order, by surname and initials, or by address. Nothing is guessed: a name
 * that means nobody or two people is refused, and so is one who does not do such work.
 */
export function personIn(
  text: string,
  people: readonly PlanPerson[],
  discipline: Discipline,
): Result<PlanPerson, InputIssue> {
  const found = named(text, people);
  const [only, another] = found;
  if (!only) return err(issue([], 'nobody_called', { name: text.slice(0, 80) }));
  if (another) {
    // Of two who are called so, the one who does such work is meant; of two who do, nobody knows.
    const [able, other] = found.filter(({ disciplines }) => disciplines.includes(discipline));
    if (able && !other) return ok(able);
    return err(issue([], 'several_people', { names: found.map(({ name, email }) => email ?? name).slice(0, 5) }));
  }
  return only.disciplines.includes(discipline) ? ok(only) : err(issue([], 'cannot_take_named', { name: only.name }));
}

function named(text: string, people: readonly PlanPerson[]): readonly PlanPerson[] {
  if (text.includes('@')) {
    const email = text.trim().toLowerCase();
    return people.filter((person) => person.email?.toLowerCase() === email);
  }
  const words = wordsOf(text);
  const whole = people.filter(({ name }) => isSame(words, wordsOf(name)));
  return whole.length > 0 ? whole : people.filter(({ name }) => isShort(words, wordsOf(name)));
}

/** Case, ё and full stops do not matter: «М.В. Орлова» has three words. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s.,]+/)
    .filter(Boolean);

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.toSorted().join(' ') === other.toSorted().join(' ');

/** A word of the name in full and the other one by its initial; a second initial is of a name by the father, which nobody keeps. */
function isShort(words: readonly string[], name: readonly string[]): boolean {
  const initials = words.filter(({ length }) => length === 1);
  const [full, more] = words.filter(({ length }) => length > 1);
  if (!full || more || initials.length === 0 || initials.length > 2 || !name.includes(full)) return false;
  const others = name.filter((word) => word !== full);
  return others.some((word) => word.startsWith(initials[0] ?? ''));
}
