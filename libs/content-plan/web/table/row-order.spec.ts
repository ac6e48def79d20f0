import { describe, expect, it } from '@jest/globals';
import type { PlanItem } from '../plan/plan-item';
import type { RowFigures } from './plan-figures';
import { inOrder } from './row-order';

const item = (id: string, publishOn: string, more: Partial<PlanItem> = {}) =>
  ({
    id,
    publishOn,
    publishTime: '12:00',
    title: id,
    client: { id: 'c', name: 'Сосна' },
    rubric: null,
    format: 'POST',
    status: 'PUBLISHED',
    ...more,
  }) as PlanItem;
const measured = (reach: number | null, er: string | null): RowFigures => ({
  reach,
  views: null,
  engagement: null,
  clicks: null,
  er: er === null ? null : { value: er },
  spend: null,
});

const items = [item('стол', '2026-12-03'), item('стул', '2026-12-01'), item('шкаф', '2026-12-02')];
const figures = new Map([
  ['стол', measured(900, '10.5')],
  ['шкаф', measured(12_000, '9.1')],
]);
const ids = (...args: Parameters<typeof inOrder>) => inOrder(...args).map(({ id }) => id);

describe('Rows of the plan', () => {
  it.each([
    ['date', false, ['стул', 'шкаф', 'стол']],
    ['title', true, ['шкаф', 'стул', 'стол']],
    ['reach', false, ['стол', 'шкаф', 'стул']],
    ['reach', true, ['шкаф', 'стол', 'стул']],
    ['er', true, ['стол', 'шкаф', 'стул']],
    ['spend', true, ['стул', 'шкаф', 'стол']],
  ] as const)('stand by %s, from the end %s', (by, isDescending, expected) => {
    expect(ids(items, by, isDescending, figures)).toEqual(expected);
  });
});
