import { describe, expect, it } from '@jest/globals';
import type { PlanAddress } from '../plan/use-plan-address';
import { addressOf, hrefOfView, isOver, isShownBy, shownIn } from './view-address';

const nothing: PlanAddress = {
  client: null,
  month: null,
  day: null,
  view: null,
  by: null,
  item: null,
  sort: null,
  hide: null,
  metrics: null,
  saved: null,
  new: null,
  ideas: null,
  ideaText: null,
  ideaTag: null,
  ideaClient: null,
  ideaRubric: null,
  ideaAuthor: null,
  clients: null,
  channel: null,
  rubric: null,
  status: null,
  assignee: null,
  risk: null,
};
const kept = (address: Partial<PlanAddress>, clientId: string | null, month: string | null = null) => ({
  id: 'v',
  clientId,
  shown: shownIn({ ...nothing, ...address }, false, month) as Parameters<typeof addressOf>[0]['shown'],
});

describe('A saved view and the address', () => {
  it.each<[string, Partial<PlanAddress>]>([
    ['nothing chosen', {}],
    ['a table in another order', { view: 'table', sort: '-title', hide: 'campaign,work' }],
    ['figures of what is out', { view: 'table', sort: '-er', metrics: 'reach,er' }],
    ['a board by rubric', { view: 'board', by: 'rubric' }],
    ['filters', { channel: 'b,a', rubric: 'c', status: 'READY,PLANNED', assignee: 'm', risk: '1' }],
  ])('%s comes back as it was', (_, address) => {
    const view = kept(address, 'sosna');
    expect({ ...nothing, ...addressOf(view) }).toEqual({ ...nothing, client: 'sosna', ...address });
    expect(isShownBy({ ...nothing, ...address }, 'sosna', view)).toBe(true);
    expect(isShownBy({ ...nothing, ...address, status: 'MISSED' }, 'sosna', view)).toBe(false);
  });

  it('has no order of choices, and keeps nothing that the page does not know', () => {
    expect(isShownBy({ ...nothing, channel: 'a,b' }, 'sosna', kept({ channel: 'b,a' }, 'sosna'))).toBe(true);
    expect(addressOf(kept({ view: 'timeline', sort: 'weight', hide: 'title' }, null))).toEqual(
      addressOf(kept({}, null)),
    );
  });

  it('says whose plan and which month only where it was told to', () => {
    expect(hrefOfView(kept({ view: 'week' }, null))).toBe('/plan?view=week&saved=v');
    expect(hrefOfView(kept({}, 'sosna', '2026-12'))).toBe('/plan?client=sosna&month=2026-12&saved=v');
  });

  it('lies over its own client’s plan alone', () => {
    expect([
      isOver('sosna', kept({}, 'sosna')),
      isOver('utro', kept({}, 'sosna')),
      isOver('utro', kept({}, null)),
    ]).toEqual([true, false, true]);
  });
});
