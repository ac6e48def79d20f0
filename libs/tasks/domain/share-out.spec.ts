import { describe, expect, it } from '@jest/globals';
import { disciplines, type Discipline } from '@planerka/agency/domain';
import fc from 'fast-check';
import { shareOut, type ByDiscipline, type Hands } from './share-out';

const hands = (id: string, does: readonly Discipline[], free: number, isHelp = false): Hands => ({
  id,
  disciplines: does,
  free,
  isHelp,
});
const none = { copy: 0, design: 0, targeting: 0 };
const total = (shares: ByDiscipline<number>) => shares.copy + shares.design + shares.targeting;

const demands = fc.record({
  copy: fc.integer({ min: 0, max: 3000 }),
  design: fc.integer({ min: 0, max: 3000 }),
  targeting: fc.integer({ min: 0, max: 3000 }),
});
const squads = fc.array(
  fc.record({
    id: fc.uuid(),
    disciplines: fc.subarray([...disciplines], { minLength: 1 }),
    free: fc.integer({ min: -600, max: 2400 }),
    isHelp: fc.boolean(),
  }),
  { maxLength: 8 },
);

/** By the theorem of the smallest cut: what the trades of a set want beyond what all who do any of them can give. */
const leastShort = (demand: ByDiscipline<number>, people: readonly Hands[]): number =>
  Math.max(
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
      const set = disciplines.filter((_, index) => bits & (1 << index));
      const wanted = set.reduce((sum, each) => sum + demand[each], 0);
      const able = people.filter((person) => person.disciplines.some((each) => set.includes(each)));
      return wanted - able.reduce((sum, { free }) => sum + Math.max(0, free), 0);
    }),
  );

describe('Work shared out', () => {
  it('lies on all who do it, by the time they have', () => {
    const { given, short } = shareOut({ ...none, copy: 300 }, [hands('a', ['copy'], 600), hands('b', ['copy'], 200)]);
    expect(given.map(({ copy }) => copy)).toEqual([240, 60]);
    expect(short).toEqual(none);
  });

  it('leaves to others what others do, where somebody alone knows the other trade', () => {
    const { given, short } = shareOut({ ...none, copy: 600, design: 600 }, [
      hands('both', ['copy', 'design'], 600),
      hands('copy', ['copy'], 600),
    ]);
    expect(given).toEqual([
      { ...none, design: 600 },
      { ...none, copy: 600 },
    ]);
    expect(short).toEqual(none);
  });

  it('goes to help when nobody else has time', () => {
    const own = hands('own', ['copy'], 300);
    const help = hands('help', ['copy'], 300, true);
    expect(shareOut({ ...none, copy: 300 }, [help, own]).given.map(({ copy }) => copy)).toEqual([0, 300]);
    expect(shareOut({ ...none, copy: 400 }, [help, own]).given.map(({ copy }) => copy)).toEqual([100, 300]);
  });

  it('is never lost nor made, nobody gets more than they have time for, or what they do not do', () => {
    fc.assert(
      fc.property(demands, squads, (demand, people) => {
        const { given, short } = shareOut(demand, people);
        for (const each of disciplines)
          expect(given.reduce((sum, one) => sum + one[each], short[each])).toBe(demand[each]);
        people.forEach((person, index) => {
          const own = given[index] ?? none;
          expect(total(own)).toBeLessThanOrEqual(Math.max(0, person.free));
          for (const each of disciplines) {
            expect(own[each]).toBeGreaterThanOrEqual(0);
            if (!person.disciplines.includes(each)) expect(own[each]).toBe(0);
          }
        });
      }),
    );
  });

  it('leaves no more undone than must be', () => {
    fc.assert(
      fc.property(demands, squads, (demand, people) => {
        expect(total(shareOut(demand, people).short)).toBe(leastShort(demand, people));
      }),
    );
  });
});
