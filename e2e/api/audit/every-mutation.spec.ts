import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { within } from '@planerka/testing/server';
import { actors, type ActorName } from '../access/actors';
import { roots } from '../access/roots';
import { makeWorld, type World } from '../access/world';
import { startApi, stopApi, type Api, type Caller } from '../harness';
import { allCases } from '../tenancy/all-cases';
import { changesNothing, scenarios, tellsOnly, toldElsewhere, type Things } from './mutations';

let api: Api;
let schema: GraphQLSchema;
let world: World;
beforeAll(async () => {
  api = await startApi();
  ({ schema } = api.app.get(GraphQLSchemaHost));
  world = await makeWorld();
}, 180_000);
afterAll(stopApi);

const names = Object.keys(roots).flatMap((root) => (root.startsWith('Mutation.') ? [root.split('.')[1] ?? ''] : []));
const leftOut: Readonly<Record<string, string>> = { ...changesNothing, ...toldElsewhere };

/** The first who may: their own right to it is the matrix’s affair. */
const actorOf = (name: string): ActorName => {
  const told = roots[`Mutation.${name}`]?.told;
  const actor = actors.find((one) => told?.[one] === 'allowed');
  if (!actor) throw new Error(`Nobody may ${name}`);
  return actor;
};

function operationOf(name: string, things: Things) {
  const found = scenarios[name]?.operation ?? roots[`Mutation.${name}`]?.operation ?? allCases[name];
  if (!found) throw new Error(`${name} has no scenario: give it one in e2e/api/audit/mutations.ts`);
  return found(things);
}

/** What is on a client's screen, by its hash; to look at it is an event of its own. */
async function shownTo(actor: ActorName, caller: Caller): Promise<string> {
  if (actor !== 'guest') return '';
  const { guestApproval } = await caller.run('{ guestApproval { ... on GuestApproval { contentHash } } }');
  return guestApproval.contentHash as string;
}

interface Event {
  readonly id: string;
  readonly type: string;
}

const eventsOf = (agencyId: string): Promise<readonly Event[]> =>
  within(agencyId, (db) =>
    db.outboxEvent.findMany({ where: { agencyId }, select: { id: true, type: true }, orderBy: { id: 'asc' } }),
  );

/** Sealed a moment after the commit. */
async function entryOf(agencyId: string, id: string) {
  for (;;) {
    const entry = await within(agencyId, (db) => db.auditEntry.findFirst({ where: { agencyId, id } }));
    if (entry) return entry;
    await setImmediate();
  }
}

describe('The journal', () => {
  it('is said about every mutation', () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(all.toSorted()).toEqual(names.toSorted());
    expect(Object.keys({ ...scenarios, ...leftOut, ...tellsOnly }).filter((name) => !all.includes(name))).toEqual([]);
  });

  for (const name of names.filter((one) => !(one in leftOut))) {
    it(`keeps ${name}: who, what of what, from where, and what is different`, async () => {
      const { own } = world;
      const scenario = scenarios[name];
      const actor = scenario?.as ?? actorOf(name);
      const made = await world.another();
      await within(own.agencyId, (db) => scenario?.before?.(db, made) ?? Promise.resolve());
      const caller = api.withHeaders({
        ...(actor === 'guest' ? { 'x-planerka-guest': made.linkToken } : world.headersOf(actor)),
        'user-agent': 'Proverka/1.0',
      });
      const { document, variables } = operationOf(name, { ...made, contentHash: await shownTo(actor, caller) });
      const before = await eventsOf(own.agencyId);
      const answer = await caller.ask(document, variables);
      const known = new Set(before.map(({ id }) => id));
      const events = (await eventsOf(own.agencyId)).filter(({ id }) => !known.has(id));
      // Nothing new: the answer says why.
      if (events.length === 0) throw new Error(JSON.stringify(answer).slice(0, 600));
      const entries = await Promise.all(events.map(({ id }) => entryOf(own.agencyId, id)));
      const [first] = entries;
      const person = actor === 'guest' ? null : world.members[actor as keyof World['members']].memberId;
      expect(first).toMatchObject({ actorMemberId: person, entityId: expect.any(String) });
      expect(first?.actorName).not.toBe('');
      expect(first?.origin).toMatchObject({ address: expect.any(String), device: 'Proverka/1.0' });
      const changed = entries.flatMap(({ changes }) => Object.keys(changes as object));
      expect(changed.length > 0).toBe(!(name in tellsOnly));
    });
  }
});
