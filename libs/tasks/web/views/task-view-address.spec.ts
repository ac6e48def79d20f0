import { describe, expect, it } from '@jest/globals';
import type { FilterValues } from '../board/task-address';
import { addressOf, hrefOfTaskView, isShownBy, shownIn } from './task-view-address';

const kept = (values: FilterValues) => ({
  id: 'v',
  clientId: values.client ?? null,
  shown: shownIn(values) as Parameters<typeof addressOf>[0]['shown'],
});
const said = (words: object) => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));

describe('A saved view of tasks and the address', () => {
  it.each<[string, FilterValues]>([
    ['nothing chosen', {}],
    ['a table in another order', { view: 'table', order: 'fee', closed: '1' }],
    ['states', { view: 'table', state: 'issued,in_review' }],
    ['a timeline of a quarter', { view: 'timeline', zoom: 'quarter', group: 'client', list: '1' }],
    [
      'filters',
      { client: 'c', campaign: 'p', assignee: 'm', discipline: 'design', mine: '1', overdue: '1', q: 'пост' },
    ],
  ])('%s comes back as it was', (_, values) => {
    const view = kept(values);
    expect(said(addressOf(view))).toEqual(values);
    expect(isShownBy({ ...values, saved: 'v' }, view)).toBe(true);
    expect(isShownBy({ ...values, q: 'другое' }, view)).toBe(false);
  });

  it('has no order of states, follows the time, and keeps nothing that the page does not know', () => {
    expect(
      isShownBy({ view: 'table', state: 'in_review,issued' }, kept({ view: 'table', state: 'issued,in_review' })),
    ).toBe(true);
    expect(isShownBy({ view: 'timeline', from: '2026-12-07', task: 't' }, kept({ view: 'timeline' }))).toBe(true);
    expect(said(addressOf(kept({ view: 'calendar', order: 'weight', state: 'lost' })))).toEqual({});
  });

  it('opens from anywhere', () => {
    expect(hrefOfTaskView(kept({ view: 'table', overdue: '1' }))).toBe('/tasks?view=table&overdue=1&saved=v');
  });
});
