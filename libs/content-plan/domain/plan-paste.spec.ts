import { describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import fc from 'fast-check';
import { pastedFields, readClipboard, readPastedCell, spread, type PastedField } from './plan-paste';
import { planNames } from './plan-table';

const [vk, tg, expert, winter] = [newId(), newId(), newId(), newId()] as const;
const names = planNames({
  channels: [
    { id: vk, title: 'Сосна, мебель', network: 'vk', url: '' },
    { id: tg, title: 'Сосна', network: 'telegram', url: '' },
  ],
  rubrics: [{ id: expert, name: 'Экспертная' }],
  campaigns: [],
});
const withCampaign = {
  ...names,
  campaigns: planNames({ channels: [], rubrics: [{ id: winter, name: 'Зима' }], campaigns: [] }).rubrics,
};
const read = (field: PastedField, cell: string) => {
  const result = readPastedCell(field, cell, { names: withCampaign, people: [], year: 2026 });
  return result.ok ? result.value : result.error.code;
};

describe('A pasted cell', () => {
  it.each<[PastedField, string, unknown]>([
    ['when', '08.12.2026', { publishOn: '2026-12-08' }],
    ['when', '8.12', { publishOn: '2026-12-08' }],
    ['when', '09.12', { publishOn: '2026-12-09' }],
    ['when', '8 декабря', { publishOn: '2026-12-08' }],
    ['when', '2026-12-08', { publishOn: '2026-12-08' }],
    ['when', '08.12.2026 9:30', { publishOn: '2026-12-08', publishTime: '09:30' }],
    ['when', '18:45', { publishTime: '18:45' }],
    ['when', '12/08/2026', 'not_a_date'],
    ['when', '08.12.1026', 'date_out_of_range'],
    ['when', '', 'required'],
    ['title', '  Как выбрать\nстол ', { title: 'Как выбрать стол' }],
    ['title', "'=СУММ", { title: '=СУММ' }],
    ['title', '', 'required'],
    ['title', 'я'.repeat(201), 'too_long'],
    ['channels', 'VK: Сосна, мебель', { channelIds: [vk] }],
    ['channels', 'тг; ВК', { channelIds: [tg, vk] }],
    ['channels', 'тг, вк', { channelIds: [tg, vk] }],
    ['channels', '', { channelIds: [] }],
    ['channels', 'тг, Аська', 'unknown_channel'],
    ['rubric', 'экспертная', { rubricId: expert }],
    ['rubric', '', { rubricId: null }],
    ['rubric', 'Эксперт', 'unknown_rubric'],
    ['campaign', 'Зима', { campaignId: winter }],
    ['campaign', '', { campaignId: null }],
    ['campaign', 'Лето', 'unknown_campaign'],
    ['format', 'рилс', { format: 'reel' }],
    ['format', 'Пост', { format: 'post' }],
    ['format', 'плакат', 'unknown_format'],
    ['format', '', 'required'],
  ])('%s «%s»', (field, cell, expected) => {
    expect(read(field, cell)).toEqual(expected);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pastedFields), fc.string({ unit: 'binary' }), (field, cell) => {
        expect(read(field, cell)).toBeDefined();
      }),
    );
  });
});

describe('A clipboard', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['one value', 'Пост', [['Пост']]],
    ['a column', 'Пост\r\nКлип\r\n', [['Пост'], ['Клип']]],
    [
      'a block',
      'а\tб\nв\tг',
      [
        ['а', 'б'],
        ['в', 'г'],
      ],
    ],
    [
      'empty cells',
      '\t\n\tг',
      [
        ['', ''],
        ['', 'г'],
      ],
    ],
    ['an empty line within', 'а\n\nб', [['а'], [''], ['б']]],
    ['tabs and lines within a cell', '"а\tб\nв"\t"г ""д"""', [['а\tб\nв', 'г "д"']]],
    ['a quote that is none', '"Сосна" и "Ель"\tб\n"', [['"Сосна" и "Ель"', 'б'], ['"']]],
    ['nothing', '', [['']]],
  ])('reads %s', (_, text, cells) => {
    expect(readClipboard(text)).toEqual(cells);
  });

  it('is read as it was written', () => {
    const quoted = (cell: string) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const block = fc.array(
      fc.array(
        fc.string().map((cell) => cell.replace(/\r/g, '')),
        { minLength: 2, maxLength: 4 },
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(block, (cells) => {
        expect(readClipboard(`${cells.map((row) => row.map(quoted).join('\t')).join('\n')}\n`)).toEqual(cells);
      }),
    );
  });
});

describe('What is pasted over a range', () => {
  it.each<[string, string[][], [number, number], string[][]]>([
    [
      'one value fills it',
      [['а']],
      [2, 3],
      [
        ['а', 'а', 'а'],
        ['а', 'а', 'а'],
      ],
    ],
    [
      'a row is repeated down',
      [['а', 'б']],
      [2, 2],
      [
        ['а', 'б'],
        ['а', 'б'],
      ],
    ],
    [
      'a column goes across',
      [['а'], ['б']],
      [2, 2],
      [
        ['а', 'а'],
        ['б', 'б'],
      ],
    ],
    [
      'a larger block lies over its edge',
      [
        ['а', 'б'],
        ['в', 'г'],
      ],
      [1, 1],
      [
        ['а', 'б'],
        ['в', 'г'],
      ],
    ],
    ['a block that does not fit lies once', [['а'], ['б']], [3, 1], [['а'], ['б']]],
    [
      'a ragged block is filled up',
      [['а', 'б'], ['в']],
      [1, 1],
      [
        ['а', 'б'],
        ['в', ''],
      ],
    ],
  ])('%s', (_, block, [rows, columns], expected) => {
    expect(spread(block, rows, columns)).toEqual(expected);
  });
});
