import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { buildDemo } from '../content/demo';
import { Calendar } from './calendar';
import { frozenFigures } from './cases';
import { factsOf } from './facts';

const calendar = new Calendar(Temporal.Instant.from('2026-12-08T09:00:00Z'), 'Europe/Moscow');
const demo = buildDemo(calendar.today.toString());
const facts = factsOf({ demo });
const total = (campaign: string, metric: string): number =>
  facts
    .filter((fact) => fact.campaign === campaign && fact.metric === metric)
    .reduce((sum, { value }) => sum + Number(value), 0);

describe('the measurements of the demo', () => {
  it('add up to the totals that its texts tell', () => {
    expect(total('sosna-stulya', 'sales')).toBe(71);
    expect(total('utro-podpiska', 'subscriptions')).toBe(214);
  });

  it('make a lead cost what its texts say it costs', () => {
    const price = total('sosna-onega', 'cost') / total('sosna-onega', 'leads');
    expect(Math.round(price / 10) * 10).toBe(410);
  });

  it('are never below zero, as the product asks of a person', () => {
    expect(facts.filter(({ value }) => Number(value) < 0)).toEqual([]);
  });

  it('give every case its figures, before and after', () => {
    for (const { slug, campaign } of demo.cases) {
      const figures = frozenFigures(
        demo.campaigns.find((one) => one.slug === campaign)!,
        facts.filter((fact) => fact.campaign === campaign),
        calendar,
      );
      expect([slug, figures.some(({ before, after }) => before !== null && before !== after)]).toEqual([slug, true]);
    }
  });
});
