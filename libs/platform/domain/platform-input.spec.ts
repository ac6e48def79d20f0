import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';
import { isId, newId } from './id';
import { custom, parseInput } from './input';
import { emailAddress, requiredLine, requiredText, webAddress } from './text';
import {
  dateOf,
  endOfDay,
  instantOf,
  isTimeZone,
  parsePlainDate,
  parsePlainTime,
  parsePlainYearMonth,
  Temporal,
} from './time';
import './testing/temporal-equality';

const form = z
  .strictObject({
    title: requiredLine('title'),
    goal: requiredText('long').optional(),
    site: webAddress().optional(),
    email: emailAddress().optional(),
    kind: z.enum(['post', 'story']).optional(),
    count: z.int().min(1).max(10).optional(),
    tags: z.array(requiredLine('line')).min(1).max(2).optional(),
  })
  .superRefine((value, context) => {
    if (value.count === 7) context.addIssue(custom('unlucky', { count: 7 }, ['count']));
  });

const issuesOf = (input: unknown) => {
  const parsed = parseInput(form, input);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('input', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['title required']],
    ['not an object', 'x', [' wrong_type']],
    ['an empty title', { title: '  ' }, ['title required']],
    ['a number as title', { title: 5 }, ['title wrong_type']],
    ['a long title', { title: 'я'.repeat(201) }, ['title too_long']],
    ['100 000 characters', { title: 'a', goal: 'a'.repeat(100_000) }, ['goal too_long']],
    ['NUL', { title: 'a\u0000b' }, ['title control_characters']],
    ['a script as address', { title: 'a', site: 'javascript:alert(1)' }, ['site not_a_url']],
    ['no address', { title: 'a', site: 'sosna' }, ['site not_a_url']],
    ['an address with a space', { title: 'a', site: 'sosna.ru стол' }, ['site not_a_url']],
    ['a wrong e-mail', { title: 'a', email: 'anna@' }, ['email not_an_email']],
    ['an unknown option', { title: 'a', kind: 'reel' }, ['kind not_an_option']],
    ['a fraction', { title: 'a', count: 1.5 }, ['count wrong_type']],
    ['zero', { title: 'a', count: 0 }, ['count too_small']],
    ['too many', { title: 'a', count: 11 }, ['count too_large']],
    ['no tags', { title: 'a', tags: [] }, ['tags required']],
    ['too many tags, one blank', { title: 'a', tags: ['a', ''] }, ['tags.1 required']],
    ['an unknown field', { title: 'a', isAdmin: true }, ['isAdmin unknown_field']],
    ['its own rule', { title: 'a', count: 7 }, ['count unlucky']],
  ])('says what is wrong with %s', (_name, input, expected) => {
    expect(issuesOf(input)).toEqual(expected);
  });

  it('normalises lines, breaks and addresses', () => {
    const parsed = parseInput(form, {
      title: ' Стол\nна всех ',
      goal: 'а\r\nб\r',
      site: 'vk.com/sosna',
      email: ' Anna@Sosna.RU ',
    });
    expect(parsed).toMatchObject({
      value: { title: 'Стол на всех', goal: 'а\nб', site: 'https://vk.com/sosna', email: 'anna@sosna.ru' },
    });
  });
});

describe('cursor', () => {
  const key = z.tuple([z.string(), z.number().nullable()]);

  it('comes back as it went', () => {
    const cursor = encodeCursor('task.due', ['Задача 😀', null]);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor('task.due', cursor, key)).toEqual({ ok: true, value: ['Задача 😀', null] });
  });

  it.each([
    ['of another order', encodeCursor('task.title', ['a', 1])],
    ['of another shape', encodeCursor('task.due', [1, 'a'])],
    ['too short a key', encodeCursor('task.due', ['a'])],
    ['no JSON', 'AAAA'],
    ['no base64', '%%%'],
    ['nothing', ''],
    ['endless', 'A'.repeat(10_000)],
    ['JSON null', btoa('null')],
  ])('is refused: %s', (_name, cursor) => {
    expect(decodeCursor('task.due', cursor, key)).toEqual({ ok: false, error: { kind: 'MalformedCursor' } });
  });
});

describe('ids', () => {
  it('sort by the time they were made', () => {
    const ids = Array.from({ length: 50 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.every(isId)).toBe(true);
    expect([isId("1' or '1'='1"), isId(''), isId(null)]).toEqual([false, false, false]);
  });
});

describe('time', () => {
  it.each(['2026-02-29', '2026-13-01', '08.12.2026', '2026-12-08T00:00Z', '', '2026-12-8'])('%j is no date', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: false, error: { code: 'not_a_date' } });
  });

  it('reads dates, months and times', () => {
    expect(parsePlainDate('2028-02-29').ok).toBe(true);
    expect(parsePlainYearMonth('2026-12').ok).toBe(true);
    expect(parsePlainYearMonth('2026-12-01').ok).toBe(false);
    expect(parsePlainTime('09:30').ok).toBe(true);
    expect(parsePlainTime('24:01').ok).toBe(false);
  });

  it('puts an instant into the day of the agency', () => {
    const late = Temporal.Instant.from('2026-12-07T22:30:00Z');
    expect(dateOf(late, 'Europe/Moscow').toString()).toBe('2026-12-08');
    expect(dateOf(late, 'Europe/London').toString()).toBe('2026-12-07');
    const noon = instantOf(Temporal.PlainDate.from('2026-12-08'), Temporal.PlainTime.from('12:00'), 'Asia/Almaty');
    expect(noon.toString()).toBe('2026-12-08T07:00:00Z');
    expect(endOfDay(Temporal.PlainDate.from('2026-12-31'), 'Europe/Moscow').toString()).toBe('2026-12-31T21:00:00Z');
    expect([isTimeZone('Asia/Omsk'), isTimeZone('Moscow')]).toEqual([true, false]);
  });
});
