import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  absentIds,
  aClient,
  agency,
  anItem,
  aTask,
  everythingOf,
  searchIndexed,
  testDatabase,
  testPrisma,
  within,
  type TestAgency,
} from '@planerka/testing/server';
import { newId, type Id } from '@planerka/platform/domain';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { roots } from '../access/roots';
import { startApi, stopApi, type Api } from '../harness';
import { allCases } from './all-cases';
import {
  argumentsOf,
  foundElsewhere,
  idInputsOf,
  isAbsentAt,
  isCommand,
  kindOf,
  operationsFor,
  otherArguments,
  withId,
  type IdInput,
  type Things,
} from './id-inputs';

/** The committed schema, which is the built one's: `npm run schema:print` and `land` see to that. */
const schema: GraphQLSchema = buildSchema(
  readFileSync(new URL('../../../apps/api/schema.graphql', import.meta.url), 'utf8'),
);
const inputs = idInputsOf(schema);
/** Operations that name several things, where one that is wrong could stand for another. */
const severalIds = [...Map.groupBy(inputs.filter(isCommand), ({ root }) => root)].filter(
  ([, named]) => named.length > 1,
);

let api: Api;
let own: TestAgency;
let things: Things;
let foreign: Things;
const absent = absentIds() as Things;
let admin: pg.Client;

beforeAll(async () => {
  api = await startApi();
  admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  own = await agency('Свои');
  things = await thingsOf(own);
  foreign = await thingsOf(await agency('Чужие'));
});
afterAll(async () => {
  await admin.end();
  await stopApi();
});

async function thingsOf(of: TestAgency): Promise<Things> {
  const ids = await everythingOf(of);
  const { id: session } = await (await testPrisma()).session.findFirstOrThrow({ where: { userId: of.owner.userId } });
  const { guestApproval } = await api
    .withHeaders({ 'x-planerka-guest': ids.linkToken })
    .run('{ guestApproval { ... on GuestApproval { contentHash } } }');
  return {
    ...ids,
    manager: of.manager.memberId,
    colleague: (await of.join('Вера Лис', 'specialist', ['copy'])).memberId,
    session,
    draft: (await aTask(of)).id,
    outItem: (await anItem(of, { publishedAt: new Date(), status: 'published' })).id,
    picture: await aPicture(of, { clientId: of.client.id }),
    ownPicture: await aPicture(of, { uploadedById: own.owner.memberId }),
    ideaPicture: await aPicture(of, { ideaId: ids.idea }),
    contentHash: guestApproval.contentHash,
  };
}

async function aPicture({ agencyId }: TestAgency, of: { clientId?: Id; uploadedById?: Id; ideaId?: Id }): Promise<Id> {
  const id = newId();
  const file = { name: 'знак.png', mime: 'image/png', size: 1n, storageKey: 'none', state: 'ready' } as const;
  await within(agencyId, (db) => db.file.create({ data: { agencyId, id, ...of, ...file } }));
  return id;
}

function argumentsFor({ name, root }: Pick<IdInput, 'name' | 'root'>, of: Things): Readonly<Record<string, unknown>> {
  const operation = allCases[root.split('.')[1] ?? ''] ?? roots[root]?.operation;
  if (!operation) throw new Error(`${root} has no case: give it one in e2e/api/tenancy`);
  const others = otherArguments[name] ?? otherArguments[root];
  return others
    ? { ...(root.startsWith('Query.') ? argumentsOf(operation(of)) : {}), ...others(of) }
    : argumentsOf(operation(of));
}

/** Everything that is answered; an error by its message. */
async function ask(root: string, args: Readonly<Record<string, unknown>>, of: Things): Promise<readonly unknown[]> {
  const asker = root.includes('.guest') ? api.withHeaders({ 'x-planerka-guest': of.linkToken }) : api.as(own.owner);
  const answers: unknown[] = [];
  for (const { document, variables } of operationsFor(schema, root, args)) {
    const { data, errors } = await asker.ask(document, variables);
    answers.push(errors[0]?.message ?? data[root.split('.')[1] ?? '']);
  }
  return answers;
}

const told = (input: IdInput, id: string): Promise<readonly unknown[]> =>
  ask(input.root, withId(schema, argumentsFor(input, things), input, id), things);

describe('Another agency’s id in any one input', () => {
  it('is tried in every input of the schema that takes one', () => {
    expect(inputs.length).toBeGreaterThan(150);
    const unknown = inputs.filter((input) => !(kindOf(input) in things));
    expect(unknown.map(({ name }) => `${name}: say in e2e/api/tenancy/id-inputs.ts what it names`)).toEqual([]);
  });

  it.each(inputs.map((input) => [input.name, input] as const))('%s', async (_, input) => {
    const kind = kindOf(input);
    const before = isCommand(input) ? await written() : null;
    const answer = await told(input, foreign[kind]);
    expect(answer).toEqual(await told(input, absent[kind]));
    expect(JSON.stringify(await told(input, 'no id'))).not.toContain('went wrong on our side');
    if (isCommand(input)) {
      expect(await written()).toEqual(before);
      const [result] = answer;
      if (!isAbsentAt(result, input)) expect(result).toBe(`nothing of that id, at ${input.name}`);
    } else {
      const text = JSON.stringify(answer);
      expect(Object.values(foreign).filter((id) => text.includes(id))).toEqual([]);
      // It is looked at: what is one’s own is found there, by a search that follows in its own time, too.
      await searchIndexed(own.agencyId);
      expect(await told(input, things[kind])).not.toEqual(answer);
    }
  });

  it.each(severalIds)('%s is not refused for another reason: right ids are found, every one', async (root, named) => {
    const another = await thingsOf({ ...own, ...(await aClient(own)) });
    for (const input of named.filter(({ name }) => !foundElsewhere.includes(name))) {
      // Each of them beside what the case names already.
      const args = withoutPath(argumentsFor(input, another), input);
      const [result] = await ask(root, withId(schema, args, input, another[kindOf(input)]), another);
      if (isAbsentAt(result, input)) expect(result).toBe(`something of one’s own, at ${input.name}`);
    }
  });
});

/** Without what stands in a list already: nobody is named twice. */
function withoutPath(args: Readonly<Record<string, unknown>>, { path, isList }: IdInput): typeof args {
  if (!isList) return args;
  const copy = structuredClone(args) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce((at, part) => (at[part] ?? {}) as Record<string, unknown>, copy);
  delete holder[path.at(-1) ?? ''];
  return copy;
}

/** A fingerprint of every row of both agencies; the search index follows them in its own time. */
async function written(): Promise<unknown> {
  const { rows: tables } = await admin.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id'
       AND table_name NOT LIKE 'search\\_%'`,
  );
  const prints = tables.map(
    ({ table_name: name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, '' ORDER BY t::text)) AS print
       FROM "${name}" t WHERE agency_id = ANY($1::uuid[])`,
  );
  const { rows } = await admin.query(prints.join(' UNION ALL '), [[own.agencyId, foreign.agency]]);
  return rows;
}
