import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, ok, type Id } from '@planerka/platform/domain';
import { closeCodes, UnitOfWork, type DomainEvent } from '@planerka/platform/server';
import { agency, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startNode, type Api } from './harness';
import { listenAs, socketOf, until, type Ear } from './sockets';

let here: Api;
let there: Api;
let own: TestAgency;
let foreign: TestAgency;
let otherSquadId: Id;
let otherManager: TestMember;

beforeAll(async () => {
  [here, there] = [await startNode(), await startNode()];
  await Promise.all([here, there].map(({ app }) => app.listen(0, '127.0.0.1')));
  [own, foreign] = [await agency(), await agency('Чужие')];
  otherSquadId = newId();
  await within(own.agencyId, (db) =>
    db.squad.create({ data: { agencyId: own.agencyId, id: otherSquadId, name: 'Вторая команда' } }),
  );
  otherManager = await own.join('Павел Руднев', 'manager', [], [otherSquadId]);
});
afterAll(() => Promise.all([here, there].map(({ app }) => app.close())));

/** Commits events of these audiences by one command of that node; resolves to the ids of what they happened to. */
async function happen(api: Api, agencyId: Id, audiences: readonly DomainEvent['audience'][]): Promise<readonly Id[]> {
  const ids = audiences.map(() => newId());
  await api.app.get(UnitOfWork).run({ agencyId }, async ({ emit }) => {
    for (const [n, audience] of audiences.entries())
      emit({
        type: 'task.moved',
        entity: { type: 'Task', id: ids[n]! },
        actor: { memberId: null, name: 'Спека' },
        audience,
      });
    return Promise.resolve(ok(undefined));
  });
  return ids;
}

const heardBy = ({ heard }: Ear): readonly string[] => heard.map(({ entityId }) => entityId);

describe('Live updates on two nodes', () => {
  it('tell each exactly what they may hear, once and in its order', async () => {
    const { owner, manager, copywriter, designer, squadId } = own;
    const people = { owner, manager, otherManager, copywriter, designer, stranger: foreign.owner };
    const ears = await Promise.all(
      [here, there].map(async (api) => {
        const each: [keyof typeof people, Ear][] = [];
        for (const name of Object.keys(people) as (keyof typeof people)[])
          each.push([name, await listenAs(api, people[name])]);
        return Object.fromEntries(each) as Record<keyof typeof people, Ear>;
      }),
    );
    const audiences: readonly [DomainEvent['audience'], readonly (keyof typeof people)[]][] = [
      [{ squadId }, ['owner', 'manager']],
      [{ squadId, memberIds: [copywriter.memberId] }, ['owner', 'manager', 'copywriter']],
      [{ squadId: otherSquadId }, ['owner', 'otherManager']],
      [{ ownersOnly: true, squadId, memberIds: [designer.memberId] }, ['owner']],
      [{ memberIds: [designer.memberId, otherManager.memberId] }, ['owner', 'otherManager', 'designer']],
      [{}, ['owner']],
    ];
    const expected = Object.fromEntries(Object.keys(people).map((name) => [name, [] as Id[]]));
    for (const api of [here, there, here]) {
      const ids = await happen(
        api,
        own.agencyId,
        [...audiences, ...audiences].map(([audience]) => audience),
      );
      for (const [n, id] of ids.entries())
        for (const name of audiences[n % audiences.length]![1]) expected[name]!.push(id);
      await until(() => ears.every((ear) => heardBy(ear.owner).at(-1) === ids.at(-1)));
    }
    const ofStrangers = await happen(there, foreign.agencyId, [{ squadId }, { memberIds: [owner.memberId] }]);
    await until(() => ears.every((ear) => ear.stranger.heard.length === 2));

    for (const ear of ears)
      expect(Object.fromEntries(Object.entries(ear).map(([name, own]) => [name, heardBy(own)]))).toEqual({
        ...expected,
        stranger: ofStrangers,
      });
    await Promise.all(ears.flatMap((ear) => Object.values(ear).map((own) => own.close())));
  });
});

describe('A live socket', () => {
  it('ends at once when its member is switched off, and none opens for them any more', async () => {
    const leaving = await own.join('Ольга Ким', 'manager');
    const ear = await listenAs(there, leaving);
    await here
      .as(own.owner)
      .run(`mutation ($input: SetMemberActiveInput!) { setMemberActive(input: $input) { __typename } }`, {
        input: { memberId: leaving.memberId, expectedVersion: 1, isActive: false },
      });
    expect(await ear.ended).toMatchObject({ code: closeCodes.comeAgain });

    const client = await socketOf(there, leaving);
    const { value } = await client.iterate({ query: 'subscription { happened { type } }' }).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    await client.dispose();
  });

  it('ends when its manager leads another squad, whose news they hear when they come again', async () => {
    const moving = await own.join('Вера Лис', 'manager');
    const ear = await listenAs(here, moving);
    const before = await happen(there, own.agencyId, [{ squadId: own.squadId }, { squadId: otherSquadId }]);
    await until(() => ear.heard.length === 1);
    expect(heardBy(ear)).toEqual([before[0]]);
    const squad = { name: 'Вторая команда', leadId: null, memberIds: [otherManager.memberId, moving.memberId] };
    await here.as(own.owner).run(`mutation ($input: UpdateSquadInput!) { updateSquad(input: $input) { __typename } }`, {
      input: { squadId: otherSquadId, expectedVersion: 1, ...squad },
    });
    await ear.ended;

    const again = await listenAs(here, moving);
    const after = await happen(there, own.agencyId, [{ squadId: otherSquadId }]);
    await until(() => again.heard.length === 1);
    expect(heardBy(again)).toEqual(after);
    await again.close();
  });

  it('carries subscriptions alone', async () => {
    const client = await socketOf(here, own.owner);
    const answer = await client.iterate({ query: '{ viewer { id } }' }).next();
    expect(answer.value).toMatchObject({ errors: [{ message: 'Only subscriptions go over a socket' }] });
    await client.dispose();
  });

  it('carries ten of them', async () => {
    const client = await socketOf(here, own.owner);
    const refused = new Promise<unknown>((resolve) => {
      for (let n = 0; n <= 10; n += 1)
        client.subscribe(
          { query: 'subscription { happened { type } }' },
          { next: () => undefined, error: resolve, complete: () => undefined },
        );
    });
    expect(await refused).toMatchObject([{ message: 'A socket carries at most 10 subscriptions' }]);
    await client.dispose();
  });
});
