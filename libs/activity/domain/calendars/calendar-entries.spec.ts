import { describe, expect, it } from '@jest/globals';
import { parseInput, Temporal } from '@planerka/platform/domain';
import {
  entryOfPublication,
  entryOfTask,
  type CalendarLook,
  type CalendarPublication,
  type CalendarTask,
} from './calendar-entries';
import { calendarLinkInput } from './calendar-link';
import { calendarWords } from './calendar-words';

const instant = (text: string) => Temporal.Instant.from(text);
const id = '01980000-0000-7000-8000-000000000001';
const client = '01980000-0000-7000-8000-00000000000c';
const desk: CalendarLook = {
  locale: 'ru',
  zone: 'Asia/Vladivostok',
  at: instant('2026-12-01T00:00:00Z'),
  desk: 'https://planerka.example',
};
const forClient: CalendarLook = { ...desk, desk: null };
const item: CalendarPublication = {
  id,
  title: 'Стол из массива',
  idea: 'Как выбирают дуб',
  format: 'reel',
  status: 'in_production',
  publishAt: instant('2026-12-24T07:00:00Z'),
  looseUrl: null,
  channels: [
    { network: 'vk', title: 'Сосна', url: null },
    { network: 'telegram', title: 'Сосна', url: null },
  ],
  rubric: 'Экспертная',
  clientId: client,
  clientName: 'Сосна',
  version: 3,
  changedAt: instant('2026-11-20T10:00:00Z'),
};
const task: CalendarTask = {
  id,
  title: 'Текст о столе',
  discipline: 'copy',
  state: 'in_progress',
  dueAt: instant('2026-12-20T15:00:00Z'),
  clientName: 'Сосна',
  version: 1,
  changedAt: instant('2026-11-20T10:00:00Z'),
};

describe('A publication in a calendar', () => {
  it('stands at its moment, with what a colleague wants to know and the way to it', () => {
    expect(entryOfPublication(item, desk)).toMatchObject({
      uid: `publication-${id}`,
      title: 'Сосна: Стол из массива',
      lines: ['Клип · VK: Сосна, Telegram: Сосна · Экспертная', 'Статус: в работе', 'Как выбирают дуб'],
      when: { from: item.publishAt, to: instant('2026-12-24T07:15:00Z') },
      isCertain: false,
      sequence: 2,
      address: `https://planerka.example/plan?client=${client}&item=${id}`,
    });
  });

  it('tells the client nothing of the work on it', () => {
    const { title, lines, address } = entryOfPublication(item, forClient);
    expect({ title, lines, address }).toEqual({
      title: 'Стол из массива',
      lines: ['Клип · VK: Сосна, Telegram: Сосна · Экспертная', 'Как выбирают дуб'],
      address: null,
    });
  });

  it('leads the client to what is out', () => {
    const out = entryOfPublication(
      {
        ...item,
        status: 'published',
        channels: [
          { network: 'vk', title: 'Сосна', url: 'https://vk.com/wall-1_2' },
          { network: 'telegram', title: 'Сосна', url: 'https://t.me/sosna/1' },
        ],
      },
      forClient,
    );
    expect(out).toMatchObject({ address: 'https://vk.com/wall-1_2', isCertain: true });
    expect(out.lines).toContain('Статус: вышла');
    expect(out.lines).toEqual(
      expect.arrayContaining(['VK: Сосна: https://vk.com/wall-1_2', 'Telegram: Сосна: https://t.me/sosna/1']),
    );
    const loose = entryOfPublication({ ...item, channels: [], looseUrl: 'https://sosna.example/1' }, forClient);
    expect(loose).toMatchObject({ address: 'https://sosna.example/1' });
    expect(loose.lines).toContain('https://sosna.example/1');
  });

  it('is missed when its moment has passed', () => {
    const late = { ...desk, at: instant('2026-12-25T00:00:00Z'), locale: 'en' as const };
    expect(entryOfPublication(item, late).lines).toContain('Status: missed');
  });
});

describe('A task in a calendar', () => {
  it('is a day of the agency, whatever the day is in UTC, with the hour beside', () => {
    expect(entryOfTask(task, desk)).toMatchObject({
      title: 'Сдать: Текст о столе',
      lines: ['Текст · Сосна', 'Срок: до 01:00'],
      when: { day: Temporal.PlainDate.from('2026-12-21') },
      address: `https://planerka.example/tasks/${id}`,
    });
  });
});

describe('A new address', () => {
  const issuesOf = (input: object) => {
    const parsed = parseInput(calendarLinkInput, input);
    return parsed.ok ? [] : parsed.error.map(({ path, code }) => [path.join('.'), code]);
  };

  it.each([
    [{ kind: 'member' }, []],
    [{ kind: 'member', shows: [] }, [['shows', 'required']]],
    [{ kind: 'client' }, [['clientId', 'required']]],
    [{ kind: 'plan', clientId: client }, [['month', 'required']]],
    [{ kind: 'everything' }, [['kind', 'not_an_option']]],
  ])('%j wants %j', (input, issues) => {
    expect(issuesOf(input)).toEqual(issues);
  });

  it('keeps nothing that does not belong to its kind', () => {
    const month = Temporal.PlainYearMonth.from('2026-12');
    expect(parseInput(calendarLinkInput, { kind: 'member', clientId: client, month })).toMatchObject({
      value: { clientId: null, month: null, shows: ['tasks', 'publications'] },
    });
    expect(parseInput(calendarLinkInput, { kind: 'client', clientId: client, month })).toMatchObject({
      value: { clientId: client, month: null, shows: [] },
    });
  });

  it('names a month in words', () => {
    const month = Temporal.PlainYearMonth.from('2026-12');
    expect(calendarWords.ru.plan('Сосна', month)).toBe('Сосна: план, декабрь 2026');
    expect(calendarWords.en.plan('Pine', month)).toBe('Pine: plan, December 2026');
  });
});
