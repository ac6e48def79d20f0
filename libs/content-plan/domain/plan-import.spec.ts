import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { itemFormats } from './item';
import { itemStatuses } from './item-status';
import { planColumns, type PlanLocale } from './plan-columns';
import { chosenColumns, exportPlan, monthName, weekTitle } from './plan-export';
import { besideTurns, dryRun, importRowLimit, type ImportRequest } from './plan-import';
import { mapByHand, mappingIssues, recogniseHeader } from './plan-mapping';
import type { PlanBook, PlanItem } from './plan-table';
import '@planerka/platform/domain/testing/temporal-equality';

const day = (text: string) => Temporal.PlainDate.from(text);

const book: PlanBook = {
  channels: [
    { id: 'c-vk', title: 'Сосна', network: 'vk', url: 'https://vk.com/sosna' },
    { id: 'c-tg', title: 'Сосна', network: 'telegram', url: 'https://t.me/sosna' },
    { id: 'c-tg2', title: 'Сосна; мастерская, дом', network: 'telegram', url: '' },
    { id: 'c-yt', title: 'Сосна', network: 'youtube', url: '' },
    { id: 'c-yt2', title: 'Сосна', network: 'youtube', url: '' },
  ],
  rubrics: [
    { id: 'r-sell', name: 'Продающий' },
    { id: 'r-fun', name: 'Развлекательный' },
    { id: 'r-fun2', name: 'РАЗВЛЕКАТЕЛЬНЫЙ' },
  ],
  campaigns: [
    { id: 'k-ny', name: 'Новый год', startsOn: day('2026-12-01'), endsOn: day('2027-01-10') },
    { id: 'k-ny2', name: 'Новый год', startsOn: day('2027-12-01'), endsOn: day('2028-01-10') },
  ],
};

const item: PlanItem = {
  id: newId(),
  date: day('2026-12-12'),
  time: Temporal.PlainTime.from('12:00'),
  channelIds: ['c-vk', 'c-tg'],
  rubricId: 'r-sell',
  format: 'carousel',
  title: 'Стол, за которым поместятся все',
  idea: 'Показать, что места хватит\nвсей семье',
  campaignId: null,
  status: 'in_production',
  links: [],
};

const run = (table: ImportRequest['table'], existing: readonly PlanItem[] = []) =>
  dryRun({ table, book, existing, year: 2026 });
const header = ['Дата', 'Время', 'Площадка', 'Рубрика', 'Тип', 'Тема', 'Кампания', 'Ссылка'];

describe('export and import', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('=1+1', "'=x", '-5', '@anna', "''+", 'a; b', '12:00:00'),
  );
  const title = words
    .map((text) => text.replace(/[\u0000-\u001F\u007F\u2028\u2029]/g, '').trim())
    .filter((text) => text !== '');
  const idea = words.map((text) => text.replace(/[\u0000-\u001F\u007F]/g, '').trim());
  const url = fc.constantFrom('https://vk.com/wall-1_2?x=1,2;3', 'https://t.me/sosna/1', 'https://clck.example/a');
  const anyItem: fc.Arbitrary<PlanItem> = fc
    .record({
      id: fc.uuid(),
      date: fc.integer({ min: 0, max: 30 }).map((days) => day('2026-12-01').add({ days })),
      time: fc
        .integer({ min: 0, max: 1439 })
        .map((minute) => Temporal.PlainTime.from('00:00').add({ minutes: minute })),
      channelIds: fc.uniqueArray(fc.constantFrom(...book.channels.map(({ id }) => id))),
      rubricId: fc.option(fc.constantFrom(...book.rubrics.map(({ id }) => id))),
      format: fc.constantFrom(...itemFormats),
      title,
      idea,
      campaignId: fc.option(fc.constant('k-ny')),
      status: fc.constantFrom(...itemStatuses),
      urls: fc.array(fc.option(url), { minLength: 6, maxLength: 6 }),
    })
    .map(({ urls, ...one }) => ({
      ...one,
      links: (one.channelIds.length === 0
        ? [null]
        : book.channels.map(({ id }) => id).filter((id) => one.channelIds.includes(id))
      ).flatMap((channelId, index) => {
        const at = urls[index];
        return at ? [{ channelId, url: at }] : [];
      }),
    }));
  const plan = fc.uniqueArray(anyItem, { maxLength: 8, selector: ({ id }) => id });

  it('give the same plan back, in either language', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom<PlanLocale>('ru', 'en'), (items, locale) => {
        const again = run(exportPlan(items, book, locale), items);
        expect(again.rows.map(({ kind }) => kind)).toEqual(items.map(() => 'unchanged'));
      }),
    );
  });

  it('make the same plan anew in an empty one', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom<PlanLocale>('ru', 'en'), (items, locale) => {
        const unique = [
          ...new Map(items.map((one) => [`${one.date} ${one.time} ${one.title.toLowerCase()}`, one])).values(),
        ];
        const table = exportPlan(unique, book, locale).map((cells) => cells.slice(1));
        const rows = run(table).rows.map((row) => (row.kind === 'create' ? row.item : row));
        expect(rows).toEqual(unique.map(({ id: _id, status: _status, ...row }) => row));
      }),
    );
  });

  it('finds changed cells and leaves columns alone that the table has not', () => {
    const table = [
      ['Код', 'Дата', 'Тема'],
      [item.id, '13.12.2026', item.title],
    ];
    expect(run(table, [item]).rows).toEqual([
      {
        kind: 'update',
        match: 'id',
        known: item.title,
        row: 2,
        id: item.id,
        changed: ['date'],
        item: expect.objectContaining({ date: day('2026-12-13'), idea: item.idea, rubricId: 'r-sell' }),
      },
    ]);
  });

  it('does not make an item twice when the same table comes again', () => {
    const table = [
      header,
      ['12.12.2026', '12:00', 'VK: Сосна', 'Продающий', 'Карусель', item.title.toUpperCase(), '', ''],
    ];
    expect(run(table, [item]).rows).toMatchObject([{ kind: 'update', id: item.id, changed: ['channelIds', 'title'] }]);
  });
});

describe('links of a table', () => {
  const out: PlanItem = {
    ...item,
    status: 'published',
    links: [
      { channelId: 'c-vk', url: 'https://vk.com/wall-1_2' },
      { channelId: 'c-tg', url: 'https://t.me/sosna/1' },
    ],
  };
  const linked = (channels: string, links: string) =>
    run(
      [
        ['Код', 'Дата', 'Тема', 'Площадки', 'Ссылка'],
        [out.id, '12.12.2026', out.title, channels, links],
      ],
      [out],
    ).rows[0];

  it('stand at their channels by their hosts', () => {
    expect(linked('VK; Telegram: Сосна', 'https://t.me/sosna/1\nhttps://vk.com/wall-1_2')).toMatchObject({
      kind: 'unchanged',
    });
    expect(linked('VK; Telegram: Сосна', 'https://t.me/sosna/2 https://vk.com/wall-1_2')).toMatchObject({
      kind: 'update',
      changed: ['links'],
      item: { links: [{ channelId: 'c-tg', url: 'https://t.me/sosna/2' }, { channelId: 'c-vk' }] },
    });
  });

  it('want channels, and hold theirs', () => {
    const issues = (row: ReturnType<typeof linked>) =>
      row?.kind === 'bad' ? row.issues.map(({ ref, code }) => `${ref} ${code}`) : row?.kind;
    expect(issues(linked('VK', 'https://vk.com/wall-1_2 https://t.me/sosna/1'))).toEqual(['E2 no_channel_for_link']);
    expect(issues(linked('VK', 'Telegram: Сосна https://t.me/sosna/1'))).toEqual(['E2 no_channel_for_link']);
    expect(issues(linked('VK', 'Пикабу https://pikabu.example/1'))).toEqual(['E2 unknown_channel']);
    const table = [
      ['Код', 'Дата', 'Тема', 'Площадки'],
      [out.id, '12.12.2026', out.title, 'VK'],
    ];
    expect(issues(run(table, [out]).rows[0])).toEqual(['D2 channel_in_use']);
  });
});

describe('a dry run', () => {
  const refs = (...cells: (string | number | null)[]) => {
    const [row] = run([header, cells]).rows;
    return row?.kind === 'bad' ? row.issues.map(({ ref, code }) => `${ref} ${code}`) : [row?.kind];
  };

  it.each<[string, (string | number | null)[], (string | undefined)[]]>([
    ['a good row', ['12.12.2026', '12:00', 'VK', 'Продающий', 'пост', 'Тема', '', ''], ['create']],
    ['a row with the least', ['12.12.2026', null, null, null, null, 'Тема'], ['create']],
    ['a serial number of a day', [46368.5, null, 'ВК; tg', null, null, 'Тема'], ['C2 unknown_channel']],
    ['no date', ['', '', '', '', '', 'Тема'], ['A2 required']],
    ['no title', ['12.12.2026', '', '', '', '', ''], ['F2 required']],
    ['a day that is not', ['31.11.2026', '', '', '', '', 'Тема'], ['A2 not_a_date']],
    ['an American date', ['12/08/2026', '', '', '', '', 'Тема'], ['A2 not_a_date']],
    ['a time that is not', ['12.12.2026', '25:00', '', '', '', 'Тема'], ['B2 not_a_time']],
    [
      'several bad cells',
      ['когда-нибудь', 'утром', 'Сосна на Марсе', 'Никакая', 'гифка', '', 'Никакая', 'ссылка'],
      [
        'A2 not_a_date',
        'B2 not_a_time',
        'C2 unknown_channel',
        'D2 unknown_rubric',
        'E2 unknown_format',
        'F2 required',
        'G2 unknown_campaign',
        'H2 not_a_url',
      ],
    ],
    ['a network with two channels', ['12.12.2026', '', 'YouTube', '', '', 'Тема'], ['C2 unknown_channel']],
    [
      'a date outside the campaign',
      ['30.11.2026', '', '', '', '', 'Тема', 'Новый год [k-ny]', ''],
      ['A2 outside_campaign'],
    ],
    [
      'a campaign of two with one name',
      ['12.12.2026', '', '', '', '', 'Тема', 'Новый год', ''],
      ['G2 unknown_campaign'],
    ],
    ['a script for a link', ['12.12.2026', '', '', '', '', 'Тема', '', 'javascript:alert(1)'], ['H2 not_a_url']],
    ['100 000 characters', ['12.12.2026', '', '', '', '', 'я'.repeat(100_000)], ['F2 too_long']],
  ])('of %s', (_name, cells, expected) => {
    expect(refs(...cells)).toEqual(expected);
  });

  it('imports nothing where one row is bad', () => {
    const good = ['12.12.2026', '', '', '', '', 'Тема'];
    expect(run([header, good]).isImportable).toBe(true);
    expect(run([header, good, ['', '', '', '', '', 'Без даты']]).isImportable).toBe(false);
    expect(run([header]).isImportable).toBe(false);
    expect(run([]).isImportable).toBe(false);
  });

  it('names a row that stands twice, and an id that is not ours', () => {
    const good = ['12.12.2026', '', '', '', '', 'Тема'];
    expect(run([header, good, [], good]).rows).toMatchObject([
      { kind: 'create', row: 2 },
      { kind: 'bad', row: 4, issues: [{ ref: 'F4', code: 'row_twice', params: { row: 2 } }] },
    ]);
    expect(
      run(
        [
          ['Код', 'Дата', 'Тема'],
          [newId(), '12.12.2026', 'Чужая'],
        ],
        [item],
      ).rows,
    ).toMatchObject([{ kind: 'bad', issues: [{ ref: 'A2', code: 'unknown_item' }] }]);
    expect(
      run([
        ['Код', 'Дата', 'Тема'],
        ['x', '12.12.2026', 'Чужая'],
      ]).rows,
    ).toMatchObject([{ issues: [{ code: 'not_an_id' }] }]);
  });

  it('says which columns it needs, and does not begin without them', () => {
    expect(
      run([
        ['Когда', 'Что'],
        ['12.12.2026', 'Тема'],
      ]),
    ).toMatchObject({
      missingColumns: ['title'],
      unknownHeaders: [{ column: 1, header: 'Что' }],
      rows: [],
      isImportable: false,
    });
  });

  it('takes a table mapped by hand', () => {
    const table = [
      ['Когда', 'Что'],
      ['12.12.2026', 'Тема'],
    ];
    const { row, mapping } = recogniseHeader(table);
    const byHand = { row, mapping: mapByHand(mapping, new Map([[1, 'title']])) };
    const result = dryRun({ table, book, existing: [], year: 2026, header: byHand });
    expect(result).toMatchObject({ missingColumns: [], unknownHeaders: [], isImportable: true });
  });

  it('refuses more rows than a month of anybody has', () => {
    const table = [header, ...Array.from({ length: importRowLimit + 1 }, () => ['12.12.2026', '', '', '', '', 'Тема'])];
    expect(run(table)).toMatchObject({ isTooLong: true, rows: [], isImportable: false });
  });
});

describe('the header', () => {
  it('is found under a title, in either language, by what people call it', () => {
    const table = [
      ['Контент-план «Сосна», декабрь'],
      [],
      ['№', 'ДАТА ВЫХОДА:', 'publish_time', 'Соцсети', 'Тема поста', 'О чём'],
    ];
    expect(recogniseHeader(table)).toEqual({
      row: 2,
      mapping: [null, 'date', 'time', 'channels', 'title', 'idea'],
      unknown: [{ column: 0, header: '№' }],
    });
  });

  it('takes a column once', () => {
    expect(recogniseHeader([['Тема', 'Название', 'Дата']]).mapping).toEqual(['title', null, 'date']);
  });

  it('gives a column over to the one chosen by hand', () => {
    const mapped = mapByHand(
      ['title', null, 'date'],
      new Map([
        [1, 'title'],
        [2, null],
      ]),
    );
    expect(mapped).toEqual([null, 'title', null]);
  });

  it('takes a column of the plan from one column of the file: the last that was chosen', () => {
    const choices = new Map([
      [2, 'title'],
      [0, 'title'],
    ] as const);
    expect(mapByHand(['date', 'title', null], choices)).toEqual(['title', null, null]);
  });

  it('names no more of a bad cell than a person needs to recognise it', () => {
    const result = run([
      ['Дата', 'Тема', 'Площадка', 'Рубрика'],
      ['12.12.2026', 'ы'.repeat(1_000_000), 'x,'.repeat(500_000), 'ы'.repeat(1_000_000)],
    ]);
    const [row] = result.rows;
    const issues = row?.kind === 'bad' ? row.issues : [];
    expect(issues.map(({ ref, code }) => `${ref} ${code}`)).toEqual([
      'C2 unknown_channel',
      'D2 unknown_rubric',
      'B2 too_long',
    ]);
    expect(JSON.stringify(issues).length).toBeLessThan(1_000);
  });

  it('of an export is all of ours', () => {
    for (const locale of ['ru', 'en'] as const) {
      expect(recogniseHeader(exportPlan([], book, locale)).mapping).toEqual(planColumns);
    }
  });
});

describe('A plan for reading', () => {
  it('names its weeks and months in words', () => {
    const week = (from: string) => ({ from: day(from), to: day(from).add({ days: 6 }) });
    expect(weekTitle(week('2026-12-07'), 'ru')).toBe('Неделя 7–13 декабря');
    expect(weekTitle(week('2026-11-30'), 'ru')).toBe('Неделя 30 ноября – 6 декабря');
    expect(weekTitle(week('2026-12-07'), 'en')).toBe('Week 7–13 December');
    const december = Temporal.PlainYearMonth.from('2026-12');
    expect([monthName(december, 'ru'), monthName(december, 'en')]).toEqual(['декабрь 2026', 'December 2026']);
  });

  it('has the chosen columns in the order of the plan, a day and a topic always', () => {
    expect(chosenColumns(['status', 'time'])).toEqual(['date', 'time', 'title', 'status']);
    expect(chosenColumns([])).toEqual(planColumns);
  });
});

describe('Rows beside what a series is going to make', () => {
  const turn = { date: day('2027-03-05'), title: 'Дайджест недели', channelIds: ['c-vk'] };
  const rowOf = (date: string, title: string, channel = '') =>
    besideTurns(run([header, [date, '12:00', channel, '', '', title]]), [turn]).rows[0];

  it.each([
    ['the same day and topic', '05.03.2027', 'Дайджест недели: март', '', 'Дайджест недели'],
    ['another day', '06.03.2027', 'Дайджест недели', '', undefined],
    ['another topic', '05.03.2027', 'Стол из дуба', '', undefined],
    ['another channel', '05.03.2027', 'Дайджест недели', 'Сосна; мастерская, дом', undefined],
  ])('%s', (_, date, title, channel, expected) => {
    const row = rowOf(date, title, channel);
    expect(row?.kind === 'create' ? row.turn : row?.kind).toBe(expected);
  });
});

describe('A mapping that somebody writes', () => {
  it.each([
    ['is whole', ['title', null, 'date'], []],
    ['takes a column once', ['title', 'date', 'date'], ['column_twice']],
    ['has a day and a topic', ['title', null, 'time'], ['columns_missing']],
    ['has as many columns as its table', ['title', 'date'], ['wrong_length']],
  ] as const)('%s', (_, columns, codes) => {
    expect(mappingIssues(columns, 3).map(({ code }) => code)).toEqual(codes);
  });
});
