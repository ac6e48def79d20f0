import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { formatMeasure, measureOf } from '../measure';
import {
  compareFigures,
  countsFrom,
  fewestForMedian,
  growthOf,
  itemCounts,
  lastOfChannels,
  medianOf,
  noCounts,
  parseMeasurement,
  rankItems,
  ratesOf,
  readCount,
  totalsOf,
  type ChannelFigures,
  type ItemCounts,
  type MeasuredCounts,
} from '.';

const [vk, telegram] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'] as const;
const counted = (counts: Partial<MeasuredCounts>): MeasuredCounts => ({ ...noCounts, spendMinor: null, ...counts });
const on = (channelId: string, day: string, counts: Partial<MeasuredCounts>) => ({
  ...counted(counts),
  channelId,
  day,
});

const aCount = fc.option(fc.nat({ max: 10 ** 9 }), { nil: null });
const someCounts = fc
  .record({
    counts: fc.array(aCount, { minLength: 9, maxLength: 9 }),
    spend: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: null }),
  })
  .map(({ counts, spend }): MeasuredCounts => ({
    ...countsFrom((count) => counts[itemCounts.indexOf(count)] ?? null),
    spendMinor: spend,
  }));

describe('What came of a publication', () => {
  it('is of each channel what was counted last, added up; what was left out that day stands as before', () => {
    const last = lastOfChannels([
      on(vk, '2026-12-02', { reach: 1200, spendMinor: 50_000n }),
      on(vk, '2026-12-01', { reach: 900, likes: 30 }),
      on(telegram, '2026-12-01', { views: 300, clicks: 12 }),
    ]);
    expect(last.get(vk)).toMatchObject({ day: '2026-12-02', reach: 1200, likes: 30 });
    expect(totalsOf([...last.values()])).toEqual(
      counted({ reach: 1200, views: 300, likes: 30, clicks: 12, spendMinor: 50_000n }),
    );
    expect(totalsOf([])).toEqual(counted({}));
  });

  it('grows from one look to the next', () => {
    const grown = growthOf(counted({ reach: 900, likes: 30 }), counted({ reach: 1200, likes: 28, clicks: 4 }));
    expect(grown).toMatchObject({ reach: 300, likes: -2, clicks: null } satisfies Partial<ItemCounts>);
  });

  it.each([
    ['by reach', [counted({ reach: 2000, views: 3000, likes: 60, comments: 15, shares: 5, saves: 20 })], '5', 'reach'],
    ['by views where nobody counts people', [counted({ views: 400, likes: 8 })], '2', 'views'],
    ['by impressions where there is nothing better', [counted({ impressions: 400, likes: 8 })], '2', 'impressions'],
    [
      'of both together by each one’s own',
      [counted({ reach: 900, likes: 10 }), counted({ views: 100, likes: 10 })],
      '2',
      'mixed',
    ],
    [
      'without a channel that says one side only',
      [counted({ reach: 900, likes: 9 }), counted({ likes: 500 }), counted({ reach: 7 })],
      '1',
      'reach',
    ],
    ['of nobody', [counted({ reach: 0, likes: 0 })], null, null],
    ['of nothing', [counted({})], null, null],
  ] as const)('has an engagement rate %s', (_, channels, value, base) => {
    const { er } = ratesOf(channels);
    expect(er && formatMeasure(er.value)).toBe(value);
    expect(er?.base ?? null).toBe(base);
  });

  it('costs what its promotion cost, by a thousand impressions and by a click', () => {
    const promoted = counted({ reach: 900, views: 1500, clicks: 40, spendMinor: 300_050n });
    expect(ratesOf([promoted, counted({ views: 10_000 })])).toMatchObject({ cpmMinor: 200_033n, cpcMinor: 7501n });
    expect(formatMeasure(ratesOf([promoted]).ctr?.value ?? 0n)).toBe('2.6667');
    expect(ratesOf([counted({ clicks: 4 })])).toMatchObject({ cpmMinor: null, cpcMinor: null });
  });

  it('is nowhere divided by nothing, and costs stay within half a minor unit', () => {
    fc.assert(
      fc.property(fc.array(someCounts, { maxLength: 4 }), (channels) => {
        const { er, cpcMinor } = ratesOf(channels);
        expect(er === null || er.value >= 0n).toBe(true);
        const paid = channels.filter(({ clicks, spendMinor }) => clicks !== null && spendMinor !== null);
        const clicks = BigInt(totalsOf(paid).clicks ?? 0);
        if (cpcMinor === null) return expect(clicks).toBe(0n);
        const off = cpcMinor * clicks - (totalsOf(paid).spendMinor ?? 0n);
        expect((off < 0n ? -off : off) * 2n <= clicks).toBe(true);
      }),
    );
  });
});

describe('What is usual', () => {
  const rubric = 'expert';
  const figures = (
    counts: Partial<MeasuredCounts>,
    rubricId: string | null = null,
    channelId: string = vk,
  ): ChannelFigures => ({
    channelId,
    rubricId,
    counts: counted(counts),
  });
  const own = figures({ reach: 1800, likes: 90 }, rubric);

  it('is the middle of the client’s others in that channel', () => {
    const others = [800, 900, 1000, 1100, 5000].map((reach) => figures({ reach, likes: reach / 20 }));
    expect(compareFigures(own, [...others, figures({ reach: 1, likes: 1 }, null, telegram)])).toEqual([
      {
        channelId: vk,
        key: 'seen',
        value: measureOf(1800),
        median: measureOf(1000),
        change: 80,
        of: 5,
        isOfRubric: false,
      },
      { channelId: vk, key: 'er', value: measureOf(5), median: measureOf(5), change: 0, of: 5, isOfRubric: false },
    ]);
  });

  it('is that of its rubric where there are enough of those', () => {
    const ofRubric = [100, 200, 300, 400, 500].map((reach) => figures({ reach }, rubric));
    const rest = [1, 2, 3, 4, 5, 6].map((reach) => figures({ reach }, 'selling'));
    expect(compareFigures(own, [...ofRubric, ...rest])[0]).toMatchObject({
      median: measureOf(300),
      of: 5,
      isOfRubric: true,
    });
    expect(compareFigures(own, [...ofRubric.slice(1), ...rest])[0]).toMatchObject({ of: 10, isOfRubric: false });
  });

  it('is not told of too few, nor of views beside reach', () => {
    const few = [1, 2, 3, 4].map((reach) => figures({ reach }));
    expect(compareFigures(own, [...few, figures({ views: 7 })])).toEqual([]);
  });

  it('has as many above it as below', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: fewestForMedian, maxLength: 40 }),
        (values) => {
          const median = medianOf(values) ?? -1n;
          expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
          expect(values.filter((value) => value > median + 1n).length).toBeLessThanOrEqual(values.length / 2);
          expect(medianOf(values.toReversed())).toBe(median);
        },
      ),
    );
  });
});

describe('Publications beside each other', () => {
  const item = (id: string, reach: number | null, channelId: string = vk) => ({
    id,
    channels: reach === null ? [] : [{ channelId, rubricId: null, counts: counted({ reach, likes: 10 }) }],
  });
  const usual = [1000, 1000, 1000, 1000, 1000].map((reach, index) => item(`usual-${index}`, reach));
  const small = [100, 100, 100, 100, 100].map((reach, index) => item(`small-${index}`, reach, telegram));

  it('stand by how they did in their own channels, not by how large those are', () => {
    const ranked = rankItems(
      [item('large, less', 800), item('small, more', 180, telegram), item('unmeasured', null)],
      [...usual, ...small],
    );
    expect(ranked.map(({ id, seen, change }) => [id, seen, change])).toEqual([
      ['small, more', 180, 80],
      ['large, less', 800, -20],
      ['unmeasured', null, null],
    ]);
  });

  it('stand by how many saw them where nothing is usual yet, behind those that can be told', () => {
    const ranked = rankItems([item('few', 5, telegram), item('many', 9000, telegram), item('known', 1)], usual);
    expect(ranked.map(({ id }) => id)).toEqual(['known', 'many', 'few']);
    expect(formatMeasure(ranked[1]?.er?.value ?? 0n)).toBe('0.1111');
  });
});

describe('A measurement', () => {
  const today = Temporal.PlainDate.from('2026-12-10');
  const published = { channelIds: [vk], publishedOn: Temporal.PlainDate.from('2026-12-05') };
  it.each([
    [{}, published, []],
    [{ day: '2026-12-05' }, published, []],
    [{ views: null, spend: '120.50' }, published, []],
    [{ day: '2026-12-04' }, published, ['day before_publication']],
    [{ day: '2026-12-11' }, published, ['day in_future']],
    [{ day: 'вчера' }, published, ['day not_a_date']],
    [{ views: -1 }, published, ['views too_small']],
    [{ views: null }, published, ['day nothing_measured']],
    [{ channelId: telegram }, published, ['channelId unknown_item_channel']],
    [{}, { ...published, publishedOn: null }, [' not_published']],
  ])('%j', (patch, of, expected) => {
    const parsed = parseMeasurement({ channelId: vk, day: '2026-12-06', views: 10, ...patch }, of, today);
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected);
  });
});

describe('A count', () => {
  it.each([
    ['1240', 1240],
    ['1 240', 1240],
    ['1\u00a0240\u202f000', 1_240_000],
    ['1,240', 1240],
    ['12,4 тыс.', 12_400],
    ['12.4K', 12_400],
    ['1.25M', 1_250_000],
    ['3 млн', 3_000_000],
    ['12.0', 12],
    [0, 0],
    [17, 17],
    ['', null],
    ['—', null],
    ['n/a', null],
    [null, null],
    ['12.5', 'not_a_count'],
    [12.5, 'not_a_count'],
    ['-3', 'not_a_count'],
    ['много', 'not_a_count'],
    ['3000000000', 'not_a_count'],
    [true, 'not_a_count'],
  ])('is read of %j as %j', (cell, expected) => {
    const read = readCount(cell);
    expect(read.ok ? read.value : read.error).toBe(expected);
  });
});
