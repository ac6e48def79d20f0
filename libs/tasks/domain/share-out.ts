import { disciplines, type Discipline } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';

export type ByDiscipline<T> = Readonly<Record<Discipline, T>>;

export const byDiscipline = <T>(of: (discipline: Discipline) => T): ByDiscipline<T> => ({
  copy: of('copy'),
  design: of('design'),
  targeting: of('targeting'),
});

/** Somebody with time for more. */
export interface Hands {
  readonly id: Id;
  readonly disciplines: readonly Discipline[];
  /** Minutes that are not promised to anything yet. */
  readonly free: number;
  /** Asked for help: has something to do only when the others have no time left. */
  readonly isHelp: boolean;
}

export interface Shares {
  /** Minutes of each person, in their order. */
  readonly given: readonly ByDiscipline<number>[];
  /** Minutes that nobody has time for. */
  readonly short: ByDiscipline<number>;
}

/** So many rounds; in each everybody gives the same part of their time, so that the work lies on all and not on the first. */
const rounds = 10;

/**
 * Work shared out among those who do such work. As much of it as can be is given to somebody: who knows two trades leaves the one
 * that others do for the one that nobody else does. (The greatest flow in a network, by augmenting paths.)
 */
export function shareOut(demand: ByDiscipline<number>, people: readonly Hands[]): Shares {
  const left: Record<Discipline, number> = { ...demand };
  const given = people.map((): Record<Discipline, number> => ({ copy: 0, design: 0, targeting: 0 }));
  const does = (index: number, discipline: Discipline) => people[index]?.disciplines.includes(discipline) ?? false;
  const taken = (index: number) => disciplines.reduce((sum, each) => sum + (given[index]?.[each] ?? 0), 0);
  const give = (index: number, discipline: Discipline, minutes: number): void => {
    const own = given[index];
    if (own) own[discipline] += minutes;
  };

  /** The work of `from` put on somebody with room, others moving over where that makes room; the minutes that found a place. */
  function place(from: Discipline, limits: readonly number[]): number {
    const cameBy = new Map<Discipline, { readonly over: Discipline; readonly index: number }>();
    const queue: Discipline[] = [from];
    for (let discipline = queue.shift(); discipline; discipline = queue.shift()) {
      for (const index of people.keys()) {
        if (!does(index, discipline)) continue;
        const room = (limits[index] ?? 0) - taken(index);
        if (room > 0) return move(from, discipline, index, Math.min(room, left[from]), cameBy);
        for (const other of disciplines) {
          if (other === from || cameBy.has(other) || (given[index]?.[other] ?? 0) === 0) continue;
          cameBy.set(other, { over: discipline, index });
          queue.push(other);
        }
      }
    }
    return 0;
  }

  function move(
    from: Discipline,
    last: Discipline,
    to: number,
    most: number,
    cameBy: ReadonlyMap<Discipline, { readonly over: Discipline; readonly index: number }>,
  ): number {
    let minutes = most;
    for (let at = last, step = cameBy.get(at); at !== from && step; at = step.over, step = cameBy.get(at))
      minutes = Math.min(minutes, given[step.index]?.[at] ?? 0);
    give(to, last, minutes);
    for (let at = last, step = cameBy.get(at); at !== from && step; at = step.over, step = cameBy.get(at)) {
      give(step.index, at, -minutes);
      give(step.index, step.over, minutes);
    }
    left[from] -= minutes;
    return minutes;
  }

  const fill = (limits: readonly number[]): void => {
    for (const discipline of disciplines) while (left[discipline] > 0 && place(discipline, limits) > 0);
  };
  const free = people.map((person) => Math.max(0, person.free));
  for (const withHelp of [false, true])
    for (let round = 1; round <= rounds; round += 1)
      fill(
        people.map(({ isHelp }, index) => {
          const all = free[index] ?? 0;
          const part = Math.floor((all * round) / rounds);
          return isHelp ? (withHelp ? part : 0) : withHelp ? all : part;
        }),
      );
  return { given, short: left };
}
