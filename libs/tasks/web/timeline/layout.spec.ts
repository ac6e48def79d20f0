import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  chainOf,
  daysBetween,
  edgesOf,
  heightOf,
  layLane,
  neighbourOf,
  placeInRows,
  placeOf,
  pointsOf,
  type SpanTask,
} from './layout';

const window = { from: '2026-12-07', to: '2026-12-20', today: '2026-12-09' };
const task = (id: string, startsOn: string | null, endsOn: string | null, state = 'ISSUED'): SpanTask => ({
  id,
  startsOn,
  endsOn,
  state,
});
const dec = (day: number) => `2026-12-${String(day).padStart(2, '0')}`;

describe('a bar', () => {
  it.each<[string, SpanTask, string | null]>([
    ['in the window', task('a', dec(9), dec(11)), '2+3'],
    ['of one day', task('a', dec(9), dec(9)), '2+1'],
    ['from before it', task('a', dec(1), dec(10)), '<0+4'],
    ['until after it', task('a', dec(18), dec(30)), '11+3>'],
    ['late: until today', task('a', dec(5), dec(7)), '<0+3 late 2'],
    ['late since before it', task('a', dec(1), dec(3)), '<0+3 late 3'],
    ['done before it', task('a', dec(1), dec(3), 'DONE'), null],
    ['done in it', task('a', dec(1), dec(8), 'DONE'), '<0+2'],
    ['after it', task('a', dec(24), dec(25)), null],
    ['without days', task('a', null, null), null],
  ])('%s', (_, one, expected) => {
    const place = placeOf(one, window);
    expect(
      place &&
        `${place.isCutLeft ? '<' : ''}${place.first}+${place.days}${place.isCutRight ? '>' : ''}${place.late ? ` late ${place.late}` : ''}`,
    ).toBe(expected);
  });
});

const anyDay = fc.integer({ min: -40, max: 60 }).map((days) => addDays(window.from, days));
const tasks = fc
  .array(fc.tuple(anyDay, fc.integer({ min: 0, max: 30 }), fc.constantFrom('ISSUED', 'DONE', 'IN_REVIEW')), {
    maxLength: 60,
  })
  .map((spans) => spans.map(([start, length, state], index) => task(`${index}`, start, addDays(start, length), state)));

describe('a lane', () => {
  it('never has two bars upon one another, and none outside the window', () => {
    const count = daysBetween(window.from, window.to) + 1;
    fc.assert(
      fc.property(tasks, (all) => {
        const placed = placeInRows(all, window);
        const taken = new Set<string>();
        for (const { row, first, days, late } of placed) {
          expect(first).toBeGreaterThanOrEqual(0);
          expect(days).toBeGreaterThanOrEqual(1);
          expect(first + days).toBeLessThanOrEqual(count);
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThanOrEqual(days);
          for (let column = first; column < first + days; column += 1) {
            expect(taken.has(`${row} ${column}`)).toBe(false);
            taken.add(`${row} ${column}`);
          }
        }
        const { rows } = layLane({ key: '', title: '', tasks: all }, window);
        // No more rows than bars that meet on the busiest day.
        const busiest = Math.max(
          0,
          ...Array.from(
            { length: count },
            (_, column) => placed.filter(({ first, days }) => first <= column && column < first + days).length,
          ),
        );
        expect(rows).toBe(busiest);
      }),
    );
  });
});

describe('several lanes', () => {
  const sizes = { row: 30, padding: 4, load: 20, least: 60 };
  const lanes = [
    layLane(
      { key: 'anna', title: 'Анна', tasks: [task('text', dec(7), dec(8)), task('late', dec(7), dec(12))] },
      window,
    ),
    layLane({ key: 'free', title: 'Вера', tasks: [] }, window),
    layLane(
      { key: 'timur', title: 'Тимур', tasks: [task('picture', dec(9), dec(11)), task('far', dec(18), dec(19))] },
      window,
    ),
  ];

  it('know how high they are, and where their bars end', () => {
    expect(lanes.map((lane) => heightOf(lane, sizes))).toEqual([88, 60, 60]);
    const points = pointsOf(lanes, sizes);
    expect(points.get('picture')).toEqual({ from: 2, to: 5, y: 88 + 60 + 20 + 4 + 15 });
  });

  it.each([
    ['late', 'right', 'text'],
    ['text', 'left', 'late'],
    ['late', 'left', null],
    ['text', 'down', 'picture'],
    ['far', 'up', 'late'],
    ['picture', 'right', 'far'],
    ['far', 'down', null],
    ['nowhere', 'down', 'late'],
  ] as const)('lead by arrows from %s %s to %s', (id, step, expected) => {
    expect(neighbourOf(lanes, id, step)).toBe(expected);
  });
});

describe('a chain', () => {
  const before = (taskId: string, dueOn: string, state = 'ISSUED') => [{ taskId, dueOn, state }];
  const edges = edgesOf([
    { id: 'text', dueOn: dec(9), before: [] },
    { id: 'picture', dueOn: dec(8), before: before('text', dec(9)) },
    { id: 'ads', dueOn: dec(12), before: before('picture', dec(8)) },
    { id: 'other', dueOn: dec(12), before: before('gone', dec(30), 'DONE') },
  ]);

  it('says where it cannot hold', () => {
    expect(edges.map(({ from, to, isBroken }) => [from, to, isBroken])).toEqual([
      ['text', 'picture', true],
      ['picture', 'ads', false],
      ['gone', 'other', false],
    ]);
  });

  it('is followed both ways, and ends even where it goes in a circle', () => {
    expect([...chainOf('picture', edges)].toSorted()).toEqual(['ads', 'picture', 'text']);
    const circle = [...edges, { key: '', from: 'ads', to: 'text', isBroken: false }];
    expect(chainOf('text', circle).size).toBe(3);
  });
});
