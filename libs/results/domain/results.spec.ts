import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import '@planerka/platform/domain/testing/temporal-equality';
import fc from 'fast-check';
import { daily, valueOf, type Fact } from './aggregate';
import { anonymise, caseActions, caseFigures } from './case';
import { changePercent, formatMeasure, measureOf, parseMeasure, ratio } from './measure';
import { derivedMetrics, isBaseMetric, measuredFor, metricKeys, metricOf } from './metric';
import { outcomesFirst, planFact, type TargetState } from './plan-fact';

const day = (text: string) => Temporal.PlainDate.from(text);
const december = { from: day('2026-12-01'), to: day('2026-12-31') };

const fact = (metric: string, on: string, value: string): Fact => {
  const parsed = parseMeasure(value);
  if (!parsed.ok) throw new Error(value);
  return { metric, day: day(on), value: parsed.value };
};
const shown = (value: bigint | null) => (value === null ? null : formatMeasure(value));

describe('measures', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), (value) => {
        expect(parseMeasure(formatMeasure(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(['', '1,5', '1e3', '0.00001', '12345678901234567', '--1', 'NaN', '1.'])('%j is none', (text) => {
    expect(parseMeasure(text).ok).toBe(false);
  });

  it.each([
    ['1', '3', 100n, '33.3333'],
    ['2', '3', 1n, '0.6667'],
    ['-1', '3', 1n, '-0.3333'],
    ['1', '0', 1n, null],
  ])('%s of %s, %s times, is %s', (part, whole, times, expected) => {
    const [top, bottom] = [fact('x', '2026-12-01', part).value, fact('x', '2026-12-01', whole).value];
    expect(shown(ratio(top, bottom, times))).toBe(expected);
  });

  it('change against the size of what was', () => {
    expect(changePercent(measureOf(200), measureOf(250))).toBe(25);
    expect(changePercent(measureOf(-100), measureOf(-50))).toBe(50);
    expect(changePercent(0n, measureOf(5))).toBeNull();
  });
});

describe('the catalogue', () => {
  it('computes only from what is measured', () => {
    for (const metric of Object.keys(derivedMetrics)) expect(measuredFor(metric).every(isBaseMetric)).toBe(true);
    expect(measuredFor('romi')).toEqual(['revenue', 'cost']);
    expect(metricKeys).toHaveLength(24);
    expect(metricOf('constructor')).toMatchObject({ kind: 'flow', unit: 'count' });
  });

  const facts = [
    fact('impressions', '2026-12-01', '10000'),
    fact('impressions', '2026-12-02', '30000'),
    fact('clicks', '2026-12-01', '300'),
    fact('clicks', '2026-12-02', '300'),
    fact('cost', '2026-12-01', '12000.50'),
    fact('cost', '2026-12-02', '5999.50'),
    fact('leads', '2026-12-02', '45'),
    fact('sales', '2026-12-02', '9'),
    fact('revenue', '2026-12-02', '54000'),
    fact('followers', '2026-12-01', '5000'),
    fact('followers', '2026-12-02', '5200'),
    fact('unfollows', '2026-12-02', '26'),
    fact('engagement', '2026-12-02', '520'),
    fact('reach', '2026-12-02', '2080'),
    fact('clicks', '2026-11-30', '99999'),
    fact('zapisi', '2026-12-02', '7'),
  ];

  it.each([
    ['clicks', '600'],
    ['followers', '5200'],
    ['ctr', '1.5'],
    ['cpm', '450'],
    ['cpc', '30'],
    ['cpl', '400'],
    ['cpa', '2000'],
    ['conversion', '7.5'],
    ['average_order', '6000'],
    ['roas', '3'],
    ['romi', '200'],
    ['er', '10'],
    ['err', '25'],
    ['churn', '0.5'],
    ['zapisi', '7'],
    ['views', null],
  ])('%s is %s', (metric, expected) => {
    expect(shown(valueOf(metric, facts, december))).toBe(expected);
  });

  it('is of sums, not an average of days', () => {
    expect(daily('ctr', facts, december).map(({ value }) => formatMeasure(value))).toEqual(['3', '1']);
    expect(daily('clicks', facts, december)).toHaveLength(2);
  });
});

describe('plan and fact', () => {
  it.each<[string, string, string | null, string, TargetState]>([
    ['leads', '310', null, '2026-12-10', 'no_data'],
    ['leads', '310', '100', '2026-12-10', 'on_track'],
    ['leads', '310', '90', '2026-12-10', 'on_track'],
    ['leads', '310', '89', '2026-12-10', 'behind'],
    ['leads', '310', '310', '2026-12-10', 'reached'],
    ['leads', '310', '309', '2027-01-01', 'missed'],
    ['leads', '310', '300', '2026-11-30', 'on_track'],
    ['followers', '5000', '4600', '2026-12-10', 'on_track'],
    ['followers', '5000', '4400', '2026-12-10', 'behind'],
    ['cost', '310', '105', '2026-12-10', 'on_track'],
    ['cost', '310', '150', '2026-12-10', 'behind'],
    ['cost', '310', '310', '2027-01-01', 'reached'],
    ['cost', '310', '311', '2027-01-01', 'missed'],
  ])('%s of %s at %s on %s: %s', (metric, target, value, today, state) => {
    const facts = value === null ? [] : [fact(metric, '2026-12-05', value)];
    const row = planFact(
      { metric, target: fact(metric, today, target).value, baseline: null },
      facts,
      december,
      day(today),
    );
    expect(row.state).toBe(state);
  });

  it('says how far, how fast and since when', () => {
    const target = { metric: 'leads', target: measureOf(310), baseline: measureOf(80) };
    const row = planFact(target, [fact('leads', '2026-12-05', '120')], december, day('2026-12-10'));
    expect(row).toMatchObject({ percent: 38.7, change: 50, expected: measureOf(100) });
  });

  it('shows outcomes before volume', () => {
    const rows = ['reach', 'leads', 'clicks', 'roas'].map((metric) => ({ metric }));
    expect(outcomesFirst(rows).map(({ metric }) => metric)).toEqual(['leads', 'roas', 'reach', 'clicks']);
  });
});

describe('a case', () => {
  it('freezes what was measured, better or worse', () => {
    const facts = [
      fact('cost', '2026-12-02', '18000'),
      fact('leads', '2026-12-02', '45'),
      fact('reach', '2026-12-02', '900'),
    ];
    const target = (metric: string, baseline: number | null) => ({
      metric,
      target: measureOf(1),
      baseline: baseline === null ? null : measureOf(baseline),
    });
    const rows = [target('reach', 1000), target('cpl', 600), target('leads', null), target('sales', 5)].map((one) =>
      planFact(one, facts, december, day('2027-01-05')),
    );
    expect(caseFigures(rows)).toEqual([
      { metric: 'cpl', unit: 'money', before: '600', after: '400', change: -33.3, isBetter: true },
      { metric: 'leads', unit: 'count', before: null, after: '45', change: null, isBetter: null },
      { metric: 'reach', unit: 'count', before: '1000', after: '900', change: -10, isBetter: false },
    ]);
    expect(JSON.parse(JSON.stringify(caseFigures(rows)))).toEqual(caseFigures(rows));
  });

  it('counts what was done', () => {
    expect(
      caseActions({
        published: [{ format: 'story' }, { format: 'post' }, { format: 'story' }],
        tasks: [{ discipline: 'copy' }, { discipline: 'copy' }, { discipline: 'design' }],
      }),
    ).toEqual({
      publications: [
        { format: 'story', count: 2 },
        { format: 'post', count: 1 },
      ],
      tasks: { copy: 2, design: 1, targeting: 0 },
    });
  });

  it.each([
    ['«Сосна» продала. СОСНА рада, соснам всё равно.', ['Сосна'], '«Бренд» продала. Бренд рада, соснам всё равно.'],
    ['Белый кит и Белый', ['Белый', 'Белый кит'], 'Бренд и Бренд'],
    ['C++ и C', ['C++'], 'Бренд и C'],
    ['Никого', ['', ' '], 'Никого'],
  ])('hides names: %s', (text, names, expected) => {
    expect(anonymise(text, names, 'Бренд')).toBe(expected);
  });
});
