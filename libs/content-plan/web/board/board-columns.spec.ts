import { describe, expect, it } from '@jest/globals';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { boardColumns, carried, type Grouping, none } from './board-columns';

const item = (id: string, rubric: string | null, ...channels: string[]) =>
  ({
    id,
    status: 'READY',
    rubric: rubric && { id: rubric, name: rubric, colour: 1 },
    channels: channels.map((channel) => ({ id: channel })),
  }) as unknown as PlanItem;
const plan = {
  rubrics: [{ id: 'expert' }, { id: 'selling' }],
  channels: [{ id: 'vk' }, { id: 'tg' }],
} as unknown as Plan;
const laidOut = (grouping: Grouping, ...items: PlanItem[]) =>
  boardColumns(items, grouping, plan).map((column) => `${column.id}: ${column.items.map(({ id }) => id).join()}`);

describe('The columns of the board', () => {
  it('are the rubrics of the plan, those that only its publications have, and none', () => {
    expect(laidOut('rubric', item('a', 'selling'), item('b', null), item('c', 'archived'))).toEqual([
      'expert: ',
      'selling: a',
      'archived: c',
      'none: b',
    ]);
  });

  it('hold a publication of two channels twice', () => {
    expect(laidOut('channel', item('a', null, 'vk', 'tg'), item('b', null))).toEqual(['vk: a', 'tg: a', 'none: b']);
  });

  it('are all statuses, also those of nothing', () => {
    expect(laidOut('status', item('a', null))).toHaveLength(6);
  });
});

describe('What is carried into another column', () => {
  it.each<[string, Grouping, string, string, object | null]>([
    ['gets its rubric', 'rubric', 'expert', 'selling', { rubricId: 'selling' }],
    ['or none', 'rubric', 'expert', none, { rubricId: null }],
    ['goes out there instead', 'channel', 'vk', 'max', { channelIds: ['tg', 'max'] }],
    ['is there once', 'channel', 'vk', 'tg', { channelIds: ['tg'] }],
    ['goes out there no more', 'channel', 'vk', none, { channelIds: ['tg'] }],
    ['keeps its status, which follows from its work', 'status', 'READY', 'PUBLISHED', null],
    ['stays where it is', 'rubric', 'expert', 'expert', null],
  ])('%s', (_, grouping, from, to, set) => {
    expect(carried(item('a', 'expert', 'vk', 'tg'), grouping, from, to)).toEqual(set);
  });
});
