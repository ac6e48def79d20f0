import { describe, expect, it } from '@jest/globals';
import { answeringCalendar } from '@planerka/clients/domain';
import { businessCalendar, parseInput, Temporal, type PlainDate } from '@planerka/platform/domain';
import fc from 'fast-check';
import { isOutsideCampaign, itemSchema } from './item';
import { itemRisk, type RiskCause, type RiskFacts } from './item-risk';
import { channelPace, collisions, emptyDays, rubricMix } from './month-balance';
import { cellRef, readDate, readTime, type Cell } from './plan-cells';
import '@planerka/platform/domain/testing/temporal-equality';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = businessCalendar();

describe('cells', () => {
  it.each<[Cell, string]>([
    ['08.12.2026', '2026-12-08'],
    ['8.12.26', '2026-12-08'],
    ['8.12', '2026-12-08'],
    ['08.12.2026 12:30', '2026-12-08 12:30'],
    ['2026-12-08', '2026-12-08'],
    ['2026-12-08T12:30:00.000Z', '2026-12-08 12:30'],
    ['8 декабря 2026 г.', '2026-12-08'],
    ['8 мая', '2026-05-08'],
    ['1 март 2027', '2027-03-01'],
    ['8 Dec 2026', '2026-12-08'],
    ['December 8, 2026', '2026-12-08'],
    ['May 8', '2026-05-08'],
    [46364, '2026-12-08'],
    [46364.5, '2026-12-08 12:00'],
    ['46364', '2026-12-08'],
  ])('%j is the day %s', (cell, expected) => {
    const read = readDate(cell, 2026);
    const text = read.ok
      ? [read.value.date, read.value.time?.toString({ smallestUnit: 'minute' })].filter(Boolean).join(' ')
      : read.error;
    expect(text).toBe(expected);
  });

  it.each<Cell>([
    '',
    null,
    true,
    'завтра',
    '30.02.2026',
    '8 мартобря',
    '2026-13-01',
    '12/08/2026',
    'Decembre 8, 2026',
    0,
    -1,
    1e12,
    Number.NaN,
    '08.12.2026 25:00',
  ])('%j is no day', (cell) => {
    expect(readDate(cell, 2026)).toEqual({ ok: false, error: 'not_a_date' });
  });

  it.each<[Cell, string | null]>([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['12:00:00', '12:00'],
    [0.5, '12:00'],
    [0.395833333, '09:30'],
    [0.9999999, '23:59'],
    ['1899-12-30T09:30:00.000Z', '09:30'],
    ['', null],
    [null, null],
  ])('%j is the time %s', (cell, expected) => {
    const read = readTime(cell);
    expect(read.ok && (read.value?.toString({ smallestUnit: 'minute' }) ?? null)).toBe(expected);
  });

  it.each<Cell>(['24:00', '9:60', 'полдень', '12', 1, -0.1, true])('%j is no time', (cell) => {
    expect(readTime(cell).ok).toBe(false);
  });

  it.each([
    [0, 0, 'A1'],
    [6, 3, 'D7'],
    [0, 25, 'Z1'],
    [0, 26, 'AA1'],
    [9, 701, 'ZZ10'],
    [0, 702, 'AAA1'],
  ])('row %s, column %s is %s', (row, column, ref) => {
    expect(cellRef(row, column)).toBe(ref);
  });
});

describe('an item at risk', () => {
  // Tuesday; the client has two working days.
  const today = day('2026-12-08');
  const facts = (patch: Partial<RiskFacts>): RiskFacts => ({
    status: 'in_production',
    publishOn: day('2026-12-12'),
    wantsClientApproval: true,
    openDueDays: [],
    sentOn: null,
    ...patch,
  });

  it.each<[string, Partial<RiskFacts>, string | null]>([
    ['work due today, out on Saturday', {}, null],
    ['work due today, out on Thursday: no day to spare', { publishOn: day('2026-12-10') }, 'tight 2026-12-10'],
    ['work due today, out tomorrow', { publishOn: day('2026-12-09') }, 'late 2026-12-10'],
    ['work due on Friday, out on Saturday', { openDueDays: [day('2026-12-11')] }, 'late 2026-12-15'],
    [
      'overdue work counts from today',
      { openDueDays: [day('2026-12-01')], publishOn: day('2026-12-10') },
      'tight 2026-12-10',
    ],
    ['no approval wanted', { wantsClientApproval: false, publishOn: day('2026-12-09') }, null],
    ['not begun', { status: 'planned', publishOn: day('2026-12-14') }, 'late 2026-12-15'],
    ['not begun, a week left', { status: 'planned', publishOn: day('2026-12-18') }, null],
    [
      'with the client since Monday',
      { status: 'awaiting_client', sentOn: day('2026-12-07'), publishOn: day('2026-12-09') },
      'tight 2026-12-09',
    ],
    [
      'with the client too long',
      { status: 'awaiting_client', sentOn: day('2026-12-01'), publishOn: today },
      'tight 2026-12-08',
    ],
    ['ready', { status: 'ready', publishOn: today }, null],
    ['published', { status: 'published', publishOn: day('2026-12-01') }, null],
    ['missed', { status: 'missed', publishOn: day('2026-12-01') }, null],
  ])('%s', (_name, patch, expected) => {
    const risk = itemRisk(facts(patch), today, calendar);
    expect(risk && `${risk.level} ${risk.expectedOn.toString()}`).toBe(expected);
  });

  it.each<[string, Partial<RiskFacts>, RiskCause, number | null]>([
    ['nobody has begun', { status: 'planned', publishOn: day('2026-12-14') }, 'not_begun', 2],
    ['the work is due too late by itself', { openDueDays: [day('2026-12-14')] }, 'work', 2],
    ['the work is in time, the client will not be', { openDueDays: [day('2026-12-10')] }, 'approval', 2],
    ['it lies with the client', { status: 'awaiting_client', publishOn: day('2026-12-09') }, 'approval', 2],
    ['the client is not asked', { wantsClientApproval: false, openDueDays: [day('2026-12-14')] }, 'work', null],
  ])('says what it fails on: %s', (_name, patch, cause, approvalDays) => {
    expect(itemRisk(facts(patch), today, calendar)).toMatchObject({ cause, approvalDays });
  });

  it('gives the client the days that this client takes', () => {
    const published = facts({ publishOn: day('2026-12-14') });
    expect(itemRisk(published, today, calendar)).toBeNull();
    expect(itemRisk(published, today, calendar, { days: 4, calendar })).toMatchObject({
      level: 'tight',
      expectedOn: day('2026-12-14'),
      approvalDays: 4,
    });
  });

  it('does not wait for a client on days on which they are away', () => {
    const away = { startsOn: day('2026-12-09'), endsOn: day('2026-12-11'), isYearly: false };
    const answering = { days: 2, calendar: answeringCalendar(calendar, [away], [2026]) };
    expect(itemRisk(facts({}), today, calendar, answering)).toMatchObject({
      level: 'late',
      expectedOn: day('2026-12-15'),
    });
  });

  it('is never less for a client who takes longer', () => {
    const rank = (days: number, publishOn: PlainDate) => {
      const level = itemRisk(facts({ publishOn }), today, calendar, { days, calendar })?.level;
      return level === 'late' ? 2 : level === 'tight' ? 1 : 0;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(5), fc.nat(30), (days, more, ahead) => {
        const publishOn = today.add({ days: ahead });
        expect(rank(days + more, publishOn)).toBeGreaterThanOrEqual(rank(days, publishOn));
      }),
    );
  });
});

describe('the balance of a month', () => {
  it('weighs rubrics against their targets', () => {
    const items = [...Array<string>(6).fill('sell'), ...Array<string>(2).fill('fun'), null].map((rubricId) => ({
      rubricId,
    }));
    const rubrics = [
      { id: 'sell', targetShare: 40 },
      { id: 'fun', targetShare: 30 },
      { id: 'expert', targetShare: 30 },
    ];
    expect(rubricMix(items, rubrics)).toEqual([
      { rubricId: 'sell', count: 6, share: 75, targetShare: 40, missing: -3 },
      { rubricId: 'fun', count: 2, share: 25, targetShare: 30, missing: 0 },
      { rubricId: 'expert', count: 0, share: 0, targetShare: 30, missing: 2 },
    ]);
    expect(rubricMix([], rubrics)[0]).toMatchObject({ share: 0, missing: 0 });
  });

  it('finds days without anything', () => {
    const items = [{ publishOn: day('2026-12-01') }, { publishOn: day('2026-12-05') }];
    const empty = emptyDays(items, Temporal.PlainYearMonth.from('2026-12'), calendar);
    expect(empty).toHaveLength(29);
    expect(empty.find(({ date }) => date.day === 6)?.isWorkingDay).toBe(false);
  });

  it.each<[number, number | null, { agreed: number | null; missing: number | null }]>([
    [7, 12, { agreed: 12, missing: 5 }],
    [12, 12, { agreed: 12, missing: 0 }],
    [14, 12, { agreed: 12, missing: -2 }],
    [3, null, { agreed: null, missing: null }],
    [3, 0, { agreed: null, missing: null }],
  ])('%s on a channel of %s agreed', (count, agreed, expected) => {
    expect(channelPace(count, agreed)).toEqual({ count, ...expected });
  });

  it('finds neighbours on one channel, not on two', () => {
    const at = (time: string) => Temporal.Instant.from(`2026-12-08T${time}:00Z`);
    const found = collisions([
      { id: 'a', publishAt: at('12:00'), channelIds: ['vk', 'tg'] },
      { id: 'b', publishAt: at('12:59'), channelIds: ['vk'] },
      { id: 'c', publishAt: at('13:59'), channelIds: ['vk'] },
      { id: 'd', publishAt: at('12:30'), channelIds: ['ok'] },
    ]);
    expect(found).toEqual([{ channelId: 'vk', itemIds: ['a', 'b'] }]);
  });
});

describe('an item from outside', () => {
  const good = { title: 'Стол', format: 'post', publishOn: '2026-12-12', publishTime: '12:00' };

  it.each<[string, object, string]>([
    ['no title', { title: '' }, 'title required'],
    ['a format we do not know', { format: 'gif' }, 'format not_an_option'],
    ['a day that is not', { publishOn: '2026-02-30' }, 'publishOn not_a_date'],
    ['a time that is not', { publishTime: '25:00' }, 'publishTime not_a_time'],
    ['an id that is none', { channelIds: ['vk'] }, 'channelIds.0 not_an_id'],
  ])('with %s is refused at the field', (_name, patch, expected) => {
    const parsed = parseInput(itemSchema, { ...good, ...patch });
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([expected]);
  });

  it('belongs into its campaign', () => {
    const campaign = { startsOn: day('2026-12-01'), endsOn: day('2026-12-31') };
    expect(isOutsideCampaign(day('2026-12-31'), campaign)).toBe(false);
    expect(isOutsideCampaign(day('2027-01-01'), campaign)).toBe(true);
    expect(isOutsideCampaign(day('2027-01-01'), null)).toBe(false);
  });
});
