import { describe, expect, it } from '@jest/globals';
import { newId, parseInput } from '@planerka/platform/domain';
import { clientsOfView, planShownSchema, planViewIssues, planViewSchema, type PlanShown } from './plan-view';

const client = newId();
const thing = newId();
const shown = (more: Partial<PlanShown> = {}): PlanShown => ({ ...planShownSchema.parse({}), ...more });

describe('A saved view', () => {
  it('shows the month by status and date where it says nothing', () => {
    expect(shown()).toMatchObject({
      layout: 'month',
      groupedBy: 'status',
      sortedBy: 'date',
      month: null,
      statuses: [],
    });
  });

  it.each<[string, object, readonly string[]]>([
    ['a name is wanted', { name: ' ', shown: {} }, ['required']],
    ['a layout is one of four', { name: 'Вид', shown: { layout: 'timeline' } }, ['not_an_option']],
    ['a month is a month', { name: 'Вид', shown: { month: '2026-13' } }, ['invalid_format']],
    ['an id is an id', { name: 'Вид', shown: { channelIds: ['vk'] } }, ['not_an_id']],
    ['nothing else is kept', { name: 'Вид', shown: { query: 'x' } }, ['unknown_field']],
  ])('%s', (_, input, codes) => {
    const parsed = parseInput(planViewSchema, input);
    expect(parsed.ok ? [] : parsed.error.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string | null, Partial<PlanShown>, readonly string[]]>([
    ['a client’s channels', client, { channelIds: [thing] }, []],
    ['channels of whichever client', null, { channelIds: [thing] }, ['view_needs_client']],
    ['rubrics of whichever client', null, { rubricIds: [thing] }, ['view_needs_client']],
    ['a status of whichever client', null, { statuses: ['ready'] }, []],
    ['channels of all clients', null, { ofAllClients: true, channelIds: [thing] }, []],
    ['all clients and one', client, { ofAllClients: true }, ['view_of_all_clients']],
  ])('of %s', (_, clientId, more, codes) => {
    expect(planViewIssues({ clientId, shown: shown(more) }).map(({ code }) => code)).toEqual(codes);
  });

  it('names its client and those that it chooses, each once', () => {
    expect(clientsOfView({ clientId: client, shown: shown({ clientIds: [thing, client] }) })).toEqual([client, thing]);
    expect(clientsOfView({ clientId: null, shown: shown() })).toEqual([]);
  });
});
