import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { dryRun, type ImportRequest, type RowWish } from './plan-import';
import { headersOf } from './plan-mapping';
import type { PlanBook, PlanItem } from './plan-table';
import { titleLikeness } from './title-likeness';

const book: PlanBook = {
  channels: [
    { id: 'c-vk', title: 'Сосна', network: 'vk', url: '' },
    { id: 'c-tg', title: 'Сосна', network: 'telegram', url: '' },
  ],
  rubrics: [],
  campaigns: [],
};
const anItem = (fields: Partial<PlanItem>): PlanItem => ({
  id: newId(),
  date: Temporal.PlainDate.from('2026-12-12'),
  time: Temporal.PlainTime.from('12:00'),
  channelIds: ['c-vk'],
  rubricId: null,
  format: 'post',
  title: 'Стол, за которым поместятся все',
  idea: '',
  campaignId: null,
  status: 'planned',
  links: [],
  ...fields,
});
const header = ['Дата', 'Время', 'Площадка', 'Тема'];
const run = (
  rows: ImportRequest['table'],
  existing: readonly PlanItem[],
  wishes: readonly (readonly [number, RowWish])[] = [],
) => dryRun({ table: [header, ...rows], book, existing, year: 2026, wishes: new Map(wishes) }).rows;

describe('titleLikeness', () => {
  it.each([
    ['Стол из дуба', 'Стол из дуба!', 1],
    ['Стол из дуба', 'столы из дуба', 0.9],
    ['Отзыв клиента', 'Отзыв клиентки: кухня', 0.7],
    ['Стол из дуба', 'Стул из ясеня', 0.3],
    ['Я', 'я', 1],
    ['', 'Стол', 0],
  ])('of «%s» and «%s» is about %d', (one, other, about) => {
    expect(Math.abs(titleLikeness(one, other) - about)).toBeLessThan(0.16);
  });

  it('is between nothing and the same, whichever comes first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const likeness = titleLikeness(one, other);
        expect(likeness).toBe(titleLikeness(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('A row that is like a publication', () => {
  const stol = anItem({});

  it('of the same day and channel changes it, and says which', () => {
    expect(run([['12.12.2026', '14:00', 'VK', 'Стол за которым все поместятся']], [stol])).toMatchObject([
      { kind: 'update', id: stol.id, match: 'alike', known: stol.title, changed: ['time', 'title'] },
    ]);
  });

  it.each([
    ['of another day', ['13.12.2026', '12:00', 'VK', 'Стол, за которым поместятся все']],
    ['of another channel', ['12.12.2026', '13:00', 'Telegram', 'Стол, за которым поместятся все']],
    ['about something else', ['12.12.2026', '13:00', 'VK', 'Как ухаживать за маслом']],
  ])('%s is a new one', (_, row) => {
    expect(run([row], [stol])).toMatchObject([{ kind: 'create', isWish: false }]);
  });

  it('leaves what another row names for certain to that row, and takes the most like of the rest', () => {
    const other = anItem({ title: 'Стол, за которым поместятся гости', time: Temporal.PlainTime.from('18:00') });
    const rows = run(
      [
        ['12.12.2026', '11:00', 'VK', 'Стол, за которым поместятся все гости'],
        ['12.12.2026', '12:00', 'VK', stol.title],
      ],
      [stol, other],
    );
    expect(rows).toMatchObject([
      { kind: 'update', id: other.id, match: 'alike' },
      { kind: 'unchanged', id: stol.id },
    ]);
  });

  it('is left out, or added all the same, as somebody wishes', () => {
    const row = ['12.12.2026', '14:00', 'VK', 'Стол, за которым поместятся все'];
    expect(run([row], [stol], [[2, 'skip']])).toMatchObject([{ kind: 'skip', isKnown: true }]);
    expect(run([row], [stol], [[2, 'fresh']])).toMatchObject([{ kind: 'create', isWish: true }]);
  });

  it('twice finds it once', () => {
    const rows = run(
      [
        ['12.12.2026', '14:00', 'VK', 'Стол, за которым поместятся все'],
        ['12.12.2026', '15:00', 'VK', 'Стол, за которым поместятся все'],
      ],
      [stol],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['update', 'create']);
  });
});

describe('What is no publication', () => {
  it('is a heading of a week', () => {
    expect(run([['Неделя 7–13 декабря'], ['12.12.2026', '', '', 'Стол'], ['Week of 14 Dec']], [])).toMatchObject([
      { kind: 'create', row: 3 },
    ]);
  });
});

describe('headersOf', () => {
  it('is the same however the headers are written, and other for other columns', () => {
    const of = (...cells: string[]) => headersOf([cells], 0);
    expect(of('Дата  выхода:', 'ТЕМА', '')).toBe(of('дата_выхода', 'Тема'));
    expect(of('Дата', 'Тема')).not.toBe(of('Тема', 'Дата'));
    expect(of('', '', '')).toBe('');
  });
});
