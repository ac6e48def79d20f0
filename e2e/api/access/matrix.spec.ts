import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { actions, can, type Action, type Viewer } from '@planerka/agency/domain';
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { startApi, stopApi, type Api } from '../harness';
import { allCases } from '../tenancy/all-cases';
import type { Operation } from '../tenancy/cases';
import { actors, inOrder, type ActorName } from './actors';
import type { Expectation } from './expectations';
import { elsewhere, isSensitive, sensitiveFields } from './fields';
import { planted } from './planted';
import { askedElsewhere, roots } from './roots';
import { routes } from './routes';
import { verdictOf } from './verdict';
import { makeWorld, passingHeadersOf, type World } from './world';
import { valuesIn, wholeOperations } from './whole-answer';

let api: Api;
let schema: GraphQLSchema;
let world: World;

beforeAll(async () => {
  api = await startApi();
  schema = api.app.get(GraphQLSchemaHost).schema;
  world = await makeWorld();
});
afterAll(stopApi);

const nameOf = (root: string): string => root.split('.')[1] ?? '';
const operationOf = (root: string, { operation }: Expectation): ((ids: World['things']) => Operation) => {
  const found = operation ?? allCases[nameOf(root)];
  if (!found)
    throw new Error(`${root} has no operation: give it a case in e2e/api/tenancy, or one beside its expectation`);
  return found;
};

/** Who was shown a value of a field: `Task.fee` → owner, manager. */
const seen = new Map<string, Set<ActorName>>();
const texts: { root: string; actor: ActorName; text: string }[] = [];

async function toldTo(actor: ActorName, root: string, expectation: Expectation): Promise<string> {
  const isCommand = root.startsWith('Mutation.');
  // Whoever is refused changes nothing; what is allowed is done to things of their own.
  const things =
    isCommand && expectation.told[actor] === 'allowed' && actor !== 'guest' ? await world.another() : world.things;
  const first = expectation.after && things !== world.things ? roots[expectation.after] : undefined;
  if (first) {
    const { document, variables } = operationOf(expectation.after ?? '', first)(things);
    await api.as(world.members.owner).run(document, variables);
  }
  const { document, variables } = operationOf(root, expectation)(things);
  const headers = expectation.endsSession ? await passingHeadersOf(world, actor) : world.headersOf(actor);
  let verdict = '';
  for (const part of wholeOperations(schema, document, expectation.lists)) {
    const answer = await api.withHeaders(headers).ask(part, variables);
    const told = verdictOf(answer, nameOf(root), things, expectation.isOwn || isCommand);
    if (verdict === '' || told !== 'absent') verdict = told;
    for (const [field, value] of valuesIn(schema, answer.data)) {
      if (value === null || (Array.isArray(value) && value.length === 0)) continue;
      if (actor === 'foreigner') continue;
      seen.set(field, (seen.get(field) ?? new Set()).add(actor));
    }
    texts.push({ root, actor, text: JSON.stringify(answer.data) });
    if (told !== 'allowed' && told !== 'absent') return told;
  }
  return verdict;
}

/** What is asked first: commands fill the lists with more than a page. */
const queriesFirst = Object.entries(roots).toSorted(
  ([one], [other]) => Number(one.startsWith('Mutation.')) - Number(other.startsWith('Mutation.')),
);

describe('Who is told what', () => {
  it('is said about every query, mutation and subscription', () => {
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
    );
    const missing = fields.filter((field) => !(field in roots));
    expect(missing.map((field) => `${field}: say in e2e/api/access/roots.ts who may`)).toEqual([]);
    expect(Object.keys(roots).filter((field) => !fields.includes(field))).toEqual([]);
  });

  for (const [root, expectation] of queriesFirst) {
    if (root.startsWith('Subscription.')) continue;
    it(root, async () => {
      const told: Partial<Record<ActorName, string>> = {};
      for (const actor of actors) told[actor] = await toldTo(actor, root, expectation);
      expect(told).toEqual(expectation.told);
    });
  }

  it.each(Object.entries(planted))('shows %s to those who may read it', (_, { mark, readers }) => {
    const read = new Set(texts.flatMap(({ actor, text }) => (text.includes(mark) ? [actor] : [])));
    expect(inOrder(read)).toEqual(inOrder(readers.split(' ')));
  });

  it('is said about every sensitive field', () => {
    const missing = sensitiveIn(schema).filter((field) => !(field in sensitiveFields) && !(field in elsewhere));
    expect(missing.map((field) => `${field}: say in e2e/api/access/fields.ts who sees it`)).toEqual([]);
  });

  it.each(Object.entries(sensitiveFields))('%s is shown to those who may see it', (field, { seenBy }) => {
    expect(inOrder(seen.get(field) ?? [])).toEqual(inOrder(seenBy.split(' ')));
  });
});

describe('The catalogue of rights', () => {
  /** The first squad’s task, as the catalogue knows it; with everything that any rule looks at. */
  const factsOf = ({ own, members: { manager, assignee }, things }: World): object => ({
    squadId: own.squadId,
    squadIds: [own.squadId],
    assigneeId: assignee.memberId,
    memberId: assignee.memberId,
    approvalId: things.approval,
    requestedById: manager.memberId,
    authorId: manager.memberId,
    authorMemberId: manager.memberId,
    isShared: true,
    role: 'specialist',
    category: 'ad_spend',
  });

  it.each(Object.entries(roots).flatMap(([root, { right }]) => (right ? [[root, right] as const] : [])))(
    '%s is decided by %s',
    (root, right) => {
      const ask = can as (viewer: Viewer, action: Action, facts: object) => boolean;
      const { guest, ...people } = viewersOf(world);
      const asked = root.includes('guest') ? { guest } : people;
      const allowed = Object.entries(asked).filter(([, viewer]) => ask(viewer, right, factsOf(world)));
      const told = Object.keys(asked).filter((actor) => roots[root]?.told[actor as ActorName] === 'allowed');
      expect(allowed.map(([actor]) => actor)).toEqual(told);
    },
  );

  it('has no right that nothing asks', () => {
    const asked = new Set<string | null>([
      ...Object.values(roots).map(({ right }) => right),
      ...Object.values(routes).map((route) => (typeof route === 'string' ? null : route.right)),
      ...Object.values(sensitiveFields).map(({ right }) => right),
      ...Object.keys(askedElsewhere),
    ]);
    const unasked = actions.filter((action) => !asked.has(action));
    expect(unasked.map((action) => `${action}: name it at what it decides, in e2e/api/access`)).toEqual([]);
  });
});

type Viewers = Readonly<Record<Exclude<keyof World['members'], 'foreigner'> | 'guest', Viewer>>;

/** Everybody whom the catalogue knows. The foreigner is an owner to it: the agency is asked before it is. */
const viewersOf = ({ own, members, things }: World): Viewers => {
  const { foreigner: _, ...people } = members;
  const { agencyId, client, contact } = own;
  const link = { linkId: things.link, contactId: contact.id, clientId: client.id };
  return { ...people, guest: { kind: 'guest', agencyId, approvalId: things.approval, ...link } };
};

const sensitiveIn = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields())
          .filter(({ name, type: of }) => isSensitive(name, getNamedType(of).name) && !isRoot(schema, type))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );

const isRoot = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
