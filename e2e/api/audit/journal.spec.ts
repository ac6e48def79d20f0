import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { EventBus, type DispatchedEvent } from '@planerka/platform/server';
import { agency, type TestAgency, type TestMember } from '@planerka/testing/server';
import { parse } from 'csv-parse/sync';
import { startApi, stopApi, type Api } from '../harness';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  own = await agency();
});
afterAll(stopApi);

let minute = 0;
const event = (type: string, more: Partial<DispatchedEvent> = {}): DispatchedEvent => ({
  agencyId: own.agencyId,
  id: newId(),
  at: new Date(Date.UTC(2026, 10, 20, 21, minute++)).toISOString(),
  actor: { memberId: own.manager.memberId, name: own.manager.name },
  type,
  entity: { type: 'Task', id: newId() },
  audience: { clientId: own.client.id, squadId: own.squadId },
  ...more,
});
const happen = (...events: DispatchedEvent[]) => api.app.get(EventBus).dispatch(events);

const document = /* GraphQL */ `
  query ($first: Int! = 50, $after: String, $memberId: ID, $actions: [String!], $clientId: ID, $from: Date, $to: Date) {
    auditLog(
      first: $first
      after: $after
      memberId: $memberId
      actions: $actions
      clientId: $clientId
      from: $from
      to: $to
    ) {
      nodes {
        action
        title
        sequence
        address
        device
        changes {
          field
          from
          to
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const logOf = async (member: TestMember, variables: object = {}) =>
  (await api.as(member).run(document, variables)).auditLog;
const actionsOf = async (member: TestMember, variables?: object): Promise<string[]> =>
  (await logOf(member, variables)).nodes.map(({ action }: { action: string }) => action);

const csvOf = async (member: TestMember, query: Record<string, string> = {}) => {
  const { statusCode, payload, headers } = await api.app.inject({
    method: 'GET',
    url: '/api/audit/log.csv',
    query,
    headers: { cookie: member.cookie, 'x-planerka-agency': member.agencyId },
  });
  return { status: statusCode, text: payload, type: headers['content-type'] };
};

/** An entry is sealed a moment after the commit. */
async function until<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (isThere(value)) return value;
    await setImmediate();
  }
}

describe('The journal', () => {
  beforeAll(async () => {
    await happen(
      event('task.accepted', { details: { title: '=HYPERLINK("http://evil.example")' } }),
      event('retainer.saved', { audience: { ownersOnly: true }, related: { clientId: own.client.id } }),
      event('client.updated', {
        changes: { name: { from: 'Сосна', to: 'Сосна и Ко' } },
        origin: { address: '203.0.113.7', device: 'Firefox' },
      }),
      event('agency.updated', {
        audience: { ownersOnly: true },
        actor: { memberId: own.owner.memberId, name: own.owner.name },
      }),
    );
  });

  it('shows an owner all, a manager what is of own clients and not the owners’ own, a specialist nothing', async () => {
    expect(await actionsOf(own.owner)).toEqual(['agency.updated', 'client.updated', 'retainer.saved', 'task.accepted']);
    expect(await actionsOf(own.manager)).toEqual(['client.updated', 'task.accepted']);
    expect(await actionsOf(own.copywriter)).toEqual([]);
    const stranger = await own.join('Пётр Чужой', 'manager', [], []);
    expect(await actionsOf(stranger)).toEqual([]);
    expect(await actionsOf((await agency('Чужие')).owner)).toEqual([]);
  });

  it('finds by person, action or its first word, client and days of the agency’s own time zone', async () => {
    expect(await actionsOf(own.owner, { memberId: own.owner.memberId })).toEqual(['agency.updated']);
    expect(await actionsOf(own.owner, { actions: ['task', 'client.updated'] })).toEqual([
      'client.updated',
      'task.accepted',
    ]);
    expect(await actionsOf(own.owner, { clientId: own.client.id })).toEqual([
      'client.updated',
      'retainer.saved',
      'task.accepted',
    ]);
    // 21:00 in UTC is the next day in Moscow
    expect(await actionsOf(own.owner, { from: '2026-11-21', to: '2026-11-21' })).toHaveLength(4);
    expect(await actionsOf(own.owner, { to: '2026-11-20' })).toEqual([]);
    expect(await actionsOf(own.owner, { memberId: 'нет' })).toEqual([]);
  });

  it('goes page by page without losing or repeating any', async () => {
    const first = await logOf(own.owner, { first: 3 });
    const second = await logOf(own.owner, { first: 3, after: first.pageInfo.endCursor });
    const places = [...first.nodes, ...second.nodes].map(({ sequence }) => sequence);
    expect(places).toEqual([4, 3, 2, 1]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('tells what changed and from where', async () => {
    const [entry] = (await logOf(own.manager, { actions: ['client.updated'] })).nodes;
    expect(entry).toMatchObject({
      address: '203.0.113.7',
      device: 'Firefox',
      changes: [{ field: 'name', from: 'Сосна', to: 'Сосна и Ко' }],
    });
  });

  it('comes as a file that spreadsheets read as text, the same rows as on the page', async () => {
    const { text, type } = await csvOf(own.manager);
    expect(type).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.map((row) => row[3])).toEqual(['Действие', 'client.updated', 'task.accepted']);
    expect(rows[2]?.[5]).toBe(`'=HYPERLINK("http://evil.example")`);
    expect((await csvOf(own.owner, { actions: 'agency', locale: 'en' })).text).toContain('agency.updated');
    expect((await csvOf(own.copywriter)).status).toBe(404);
    expect((await csvOf(own.owner, { from: 'вчера' })).status).toBe(400);
  });

  it('keeps from where a command came, as its own request said', async () => {
    const caller = api.withHeaders({
      cookie: own.owner.cookie,
      'x-planerka-agency': own.agencyId,
      'user-agent': 'Proverka/1.0',
      'x-forwarded-for': '203.0.113.9',
    });
    await caller.run(
      `mutation { updateAgency(input: { expectedVersion: 1, name: "Маяк и Ко", timeZone: "Europe/Moscow", locale: "ru", killFeePercent: 0 }) { __typename } }`,
    );
    const { nodes } = await until(
      () => logOf(own.owner, { actions: ['agency.updated'] }),
      (log) => log.nodes.length === 2,
    );
    expect(nodes[0]).toMatchObject({ address: '203.0.113.9', device: 'Proverka/1.0' });
  });
});
