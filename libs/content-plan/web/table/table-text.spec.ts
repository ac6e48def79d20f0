import { describe, expect, it } from '@jest/globals';
import type { PlanItem } from '../plan/plan-item';
import { copiedCells, copiedRows, hasHead, pastedTable } from './table-text';

const item = {
  publishOn: '2026-12-08',
  publishTime: '12:00',
  title: 'Стол "Сосна"\tи стул',
  channels: [
    { id: '1', network: 'VK', title: 'Сосна' },
    { id: '2', network: 'OTHER', title: 'Сосна. Мастерская' },
  ],
  rubric: { id: '3', name: 'Экспертная', colour: 1 },
  campaign: null,
} as unknown as PlanItem;

describe('The clipboard of the table', () => {
  it('takes rows to a spreadsheet with their head, and what is within a cell stays within it', () => {
    expect(copiedRows([item], () => 'Пост')).toBe(
      'Дата\tВремя\tТема\tПлощадки\tРубрика\tФормат\tКампания\n' +
        '08.12.2026\t12:00\t"Стол ""Сосна""\tи стул"\tVK: Сосна; Сосна. Мастерская\tЭкспертная\tПост\t',
    );
  });

  it('takes a block of cells as it stands, without a head', () => {
    expect(copiedCells([item, item], ['when', 'rubric'], () => 'Пост')).toBe(
      '08.12.2026 12:00\tЭкспертная\n08.12.2026 12:00\tЭкспертная',
    );
    expect(copiedCells([item], ['channels', 'format', 'campaign'], () => 'Пост')).toBe(
      'VK: Сосна; Сосна. Мастерская\tПост\t',
    );
  });

  it.each([
    ['Тема\tДата\nСтол\t8.12', true],
    ['08.12.2026\tСтол', false],
    ['Тема', false],
  ])('knows a block with a head: %j', (text, expected) => {
    expect(hasHead(text)).toBe(expected);
  });

  it('never copies a formula', () => {
    expect(copiedRows([{ ...item, title: '=HYPERLINK("x")' }], () => '')).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it.each<[string, string, string | null]>([
    ['one word', 'Рубрика', null],
    ['a column of words', 'Первая\nВторая', null],
    ['a block with its head', 'Тема\tДата\nСтол\t8.12', 'Тема\tДата\nСтол\t8.12'],
    ['a block of days and topics', '08.12.2026\tСтол\r\n', 'Дата\tТема\n08.12.2026\tСтол'],
    ['one with times', '8 декабря\t12:00\tСтол', 'Дата\tВремя\tТема\n8 декабря\t12:00\tСтол'],
    ['days as another program has them', '2026-12-08\tСтол', 'Дата\tТема\n2026-12-08\tСтол'],
  ])('reads %s', (_, text, table) => {
    expect(pastedTable(text)).toBe(table);
  });
});
