import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { onStatement, OperationReads } from '@planerka/platform/server';
import { agency, testPrisma, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startNode, type Api } from '../harness';
import { byId, headersOf, operation, post } from './asking';
import { webBuild } from './web-build';

let api: Api;
let own: TestAgency;
let build: Awaited<ReturnType<typeof webBuild>>;

beforeAll(async () => {
  build = await webBuild();
  api = await startNode({ WEB_ROOT: build.root });
});
beforeEach(async () => {
  own = await agency();
});
afterAll(async () => {
  await api.app.close();
  await build.remove();
});

const month = async (member: TestMember, headers: Readonly<Record<string, string>> = {}) => {
  const variables = { clientId: own.client.id, month: '2026-11' };
  const { json } = await post(
    api,
    { ...headersOf(member), ...headers },
    { variables, ...byId(operation('PlanPage').id) },
  );
  const { data, errors } = json as { data?: { contentPlan: object | null }; errors?: { extensions: object }[] };
  return errors?.[0]?.extensions ?? data?.contentPlan;
};

describe('Who has asked before is taken for the same, and checked beside the reading', () => {
  it('in the reading’s own transaction', async () => {
    const first = await month(own.manager);
    const sent: string[] = [];
    const stop = onStatement((statement) => sent.push(statement));
    expect(await month(own.manager)).toEqual(first);
    stop();
    const [check, reading] = ['FROM session', 'shown AS'].map((part) => sent.findIndex((text) => text.includes(part)));
    const between = sent.slice(check, reading);
    expect(check).toBeGreaterThan(0);
    expect(reading).toBeGreaterThan(check ?? 0);
    expect(between).not.toContain('COMMIT');
  });

  it('so that a client of another squad is out of sight at once', async () => {
    expect(await month(own.manager)).toMatchObject({ month: '2026-11' });
    const { agencyId, squadId } = own;
    const { memberId } = own.manager;
    await within(agencyId, (db) => db.squadMember.deleteMany({ where: { agencyId, squadId, memberId } }));
    expect(await month(own.manager)).toBeNull();
    await within(agencyId, (db) => db.squadMember.create({ data: { agencyId, squadId, memberId, isLead: false } }));
    expect(await month(own.manager)).toMatchObject({ month: '2026-11' });
  });

  it('so that another role counts at once', async () => {
    expect(await month(own.manager)).toMatchObject({ viewerCanEdit: true });
    const { agencyId } = own;
    const key = { agencyId_id: { agencyId, id: own.manager.memberId } };
    await within(agencyId, (db) => db.member.update({ where: key, data: { role: 'specialist' } }));
    expect(await month(own.manager)).not.toMatchObject({ viewerCanEdit: true });
  });

  it('so that a session that has ended, and a member who was switched off, read nothing more', async () => {
    const { agencyId } = own;
    const strangers = await month(own.manager, { cookie: '' });
    expect(await month(own.manager)).toMatchObject({ month: '2026-11' });
    expect(await month(own.owner)).toMatchObject({ month: '2026-11' });
    const key = { agencyId_id: { agencyId, id: own.manager.memberId } };
    await within(agencyId, (db) => db.member.update({ where: key, data: { deactivatedAt: new Date() } }));
    await (await testPrisma()).session.deleteMany({ where: { userId: own.owner.userId } });
    expect(await month(own.manager)).toEqual(expect.objectContaining({ code: expect.any(String) }));
    expect(await month(own.owner)).toEqual(strangers);
  });

  it('and in another agency they are nobody', async () => {
    await month(own.manager);
    const other = await agency('Чужие');
    expect(await month(own.manager, { 'x-planerka-agency': other.agencyId })).not.toMatchObject({ month: '2026-11' });
    expect(await month(own.manager, { 'x-planerka-agency': newId() })).not.toMatchObject({ month: '2026-11' });
  });

  it('and nothing of it is left to graphql-js', () => {
    expect(api.app.get(OperationReads).failed).toBe(0);
  });
});
