import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { dryRunMeasurements, noCounts, publicationKey, type ImportableItem, type MeasurementImport } from '.';

const [vk, telegram, youtube] = ['vk', 'telegram', 'youtube'] as const;
const item = (id: string, more: Partial<ImportableItem> = {}): ImportableItem => ({
  id,
  title: id,
  publishedOn: Temporal.PlainDate.from('2026-11-05'),
  channels: [
    { id: vk, network: 'vk' },
    { id: telegram, network: 'telegram' },
  ],
  links: [],
  ...more,
});
const table = 'Стол, за которым поместятся все';
const items = [
  item('linked', { links: [{ channelId: null, url: 'https://vk.com/wall-1_23' }] }),
  item('titled', { title: table }),
  item('video', {
    channels: [{ id: youtube, network: 'youtube' }],
    links: [{ channelId: youtube, url: 'https://youtu.be/dQw4w9WgXcQ' }],
  }),
];

const run = (rows: readonly (readonly (string | number | null)[])[], more: Partial<MeasurementImport> = {}) =>
  dryRunMeasurements({
    table: rows,
    items,
    known: [],
    currency: 'RUB',
    today: Temporal.PlainDate.from('2026-11-27'),
    day: Temporal.PlainDate.from('2026-11-26'),
    channelId: null,
    ...more,
  });
const outcome = (...args: Parameters<typeof run>) =>
  run(...args).rows.map((row) =>
    row.kind === 'bad'
      ? row.issues.map(({ ref, code }) => `${ref} ${code}`).join()
      : row.kind === 'unmatched'
        ? row.reason
        : `${row.kind} ${row.itemId} ${row.channelId} ${row.day.toString()} by ${row.by}`,
  );

describe('An address of a publication', () => {
  it.each([
    ['https://vk.com/wall-1_23', 'https://m.vk.ru/sosna?w=wall-1_23%2Fall'],
    ['vk.com/wall-1_23', 'https://www.vk.com/feed?w=wall-1_23'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', 'dQw4w9WgXcQ'],
    ['https://youtube.com/shorts/dQw4w9WgXcQ', 'https://youtu.be/dQw4w9WgXcQ?si=1'],
    ['https://t.me/s/Sosna/128', 'https://telegram.me/sosna/128?single'],
    ['https://dzen.ru/a/aKwXnY/', 'https://dzen.ru/a/akwxny?from=feed'],
  ])('%s is that of %s', (one, other) => {
    expect(publicationKey(one)).toBe(publicationKey(other));
    expect(publicationKey(one)).not.toBeNull();
  });

  it.each(['', 'Итого', 'Total', 'нет ссылки'])('%j is none', (text) => {
    expect(publicationKey(text)).toBeNull();
  });
});

describe('Figures out of a table', () => {
  it('find their publication by its address, else by day and title; what is nobody’s is listed', () => {
    const rows = [
      ['Отчёт по записям'],
      ['Ссылка', 'Текст', 'Дата', 'Охват', 'Просмотры', 'Лайки'],
      ['https://vk.com/sosna?w=wall-1_23', 'Что угодно', '05.11.2026 12:00', '1 240', '12,4 тыс.', 30],
      ['https://vk.com/wall-1_99', `${table}. Раздвижной стол из ясеня`, '05.11.2026', 500, 700, 9],
      ['https://vk.com/wall-1_98', 'Ничего общего', '05.11.2026', 500, 700, 9],
      ['https://vk.com/wall-1_97', table, '06.11.2026', 500, 700, 9],
      ['Итого', '', '', '', '', ''],
    ];
    expect(outcome(rows)).toEqual([
      'create linked vk 2026-11-26 by link',
      'create titled vk 2026-11-26 by title',
      'no_publication',
      'no_publication',
      'nothing_measured',
    ]);
    const [first] = run(rows).rows;
    expect(first).toMatchObject({ row: 3, counts: { reach: 1240, views: 12_400, likes: 30, clicks: null } });
    expect(run(rows).isImportable).toBe(true);
  });

  it('are of the channel of the address, of the only one, or of the file’s', () => {
    const rows = [
      ['Content', 'Video title', 'Video publish time', 'Views', 'Likes', 'Subscribers'],
      ['Total', null, null, 1000, 50, 7],
      ['dQw4w9WgXcQ', 'A video', 'Nov 5, 2026', 900, 44, 3],
    ];
    expect(outcome(rows)).toEqual(['no_publication', 'create video youtube 2026-11-26 by link']);
    const untold = [
      ['Название', 'Дата публикации', 'Просмотры'],
      [table, '05.11.2026', 100],
    ];
    expect(outcome(untold)).toEqual(['which_channel']);
    expect(outcome(untold, { channelId: telegram })).toEqual(['create titled telegram 2026-11-26 by title']);
  });

  it('that come again change nothing; others of the same day correct what they say', () => {
    const known = {
      ...noCounts,
      itemId: 'linked',
      channelId: vk,
      day: '2026-11-26',
      reach: 1240,
      likes: 30,
      spendMinor: 50_000n,
      version: 3,
    };
    const rows = (reach: number) => [
      ['Ссылка', 'Охват'],
      ['https://vk.com/wall-1_23', reach],
    ];
    expect(run(rows(1240), { known: [known] })).toMatchObject({ rows: [{ kind: 'unchanged' }], isImportable: false });
    expect(run(rows(1300), { known: [known] }).rows).toMatchObject([
      { kind: 'update', version: 3, counts: { reach: 1300, likes: 30, spendMinor: 50_000n } },
    ]);
    expect(outcome(rows(1240), { known: [{ ...known, day: '2026-11-20' }] })).toEqual([
      'create linked vk 2026-11-26 by link',
    ]);
  });

  it.each([
    [['Ссылка', 'Охват'], ['https://vk.com/wall-1_23', 'много'], 'B2 not_a_count'],
    [['Ссылка', 'Охват', 'Дата'], ['https://vk.com/wall-1_23', 5, '31.02.2026'], 'C2 not_a_date'],
    [['Ссылка', 'Охват', 'Дата замера'], ['https://vk.com/wall-1_23', 5, '28.11.2026'], 'C2 in_future'],
    [['Ссылка', 'Охват', 'Дата замера'], ['https://vk.com/wall-1_23', 5, '04.11.2026'], 'C2 before_publication'],
    [['Ссылка', 'Расход'], ['https://vk.com/wall-1_23', '-5'], 'B2 negative'],
  ])('%j with %j are refused at their cell, and with them the table', (header, row, expected) => {
    expect(outcome([header, row])).toEqual([expected]);
    expect(run([header, row, ['https://youtu.be/dQw4w9WgXcQ', 5]]).isImportable).toBe(false);
  });

  it('twice of one publication and day are named', () => {
    const row = ['https://vk.com/wall-1_23', 5];
    expect(outcome([['Ссылка', 'Охват'], row, row])).toEqual(['create linked vk 2026-11-26 by link', 'A3 row_twice']);
  });

  it.each([
    [['Ссылка', 'Автор'], ['views']],
    [['Текст', 'Охват'], ['link']],
    [['Текст', 'Дата', 'Охват'], []],
  ])('of %j lack %j', (header, missing) => {
    expect(run([header]).missing).toEqual(missing);
  });
});
