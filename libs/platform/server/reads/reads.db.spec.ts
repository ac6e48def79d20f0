import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { currencyCodes, maxMinor, Money, percentOf } from '@planerka/platform/domain';
import { testDatabase } from '@planerka/testing/server';
import fc from 'fast-check';
import { buildSchema, getOperationAST, Kind, parse, type GraphQLObjectType } from 'graphql';
import { sql } from 'kysely';
import pg from 'pg';
import { tables } from '../database/statement';
import * as read from './columns';
import { checkDescription } from './description-check';
import type { ReadType, Tools } from './fields';
import type { ReadInput, RootRead } from './root-read';
import { insideSelection, isDescribed, NotPlain, wholeSelection, wireSelection, type Fragments } from './selection';
import { writeRead, type AnyRootRead, type WrittenRead } from './statement';

const tools = {} as Tools;

interface Reader {
  readonly name: string;
}

const rule = read.ruleFor<Reader>();

const schema = buildSchema(`
  type Query { notes(after: Int): [Note!]! }
  type Note {
    id: Int! words: String! mood: Mood mark: Mark! marks: [Mark!]! seenBy: String! secret: String elsewhere: Either
    sign: Sign
  }
  union Either = Note | Mark
  union Sign = Mark | Number
  type Number { value: Int! }
  type Mark { label: String! note: Note }
  enum Mood { GOOD BAD }
`);

let asked: string[] = [];

const mark: ReadType = { name: 'Mark', fields: { label: read.text(sql`n.words || '!'`) } };
const number: ReadType = {
  name: 'Number',
  parent: { kind: read.text(sql`'number'::text`) },
  fields: { value: read.int(sql`n.id`) },
};
const note: ReadType = {
  name: 'Note',
  parent: { id: read.int(sql`n.id`) },
  fields: {
    id: read.int(sql`n.id`),
    words: read.text(sql`n.words`),
    mood: read.nullable(read.enumeration(sql`n.mood`)),
    mark: read.here(mark),
    marks: read.many(
      () => ({ name: 'Mark', fields: { label: read.text(sql`m.label`) } }),
      (object) => sql`(
        SELECT string_agg(${object}, ',') FROM (SELECT n.words || '!' AS label FROM generate_series(1, n.id)) m)`,
    ),
    sign: read.oneOf({ type: mark, when: sql`n.mood = 'good'` }, { type: number, when: sql`n.mood = 'bad'` }),
    seenBy: rule({ words: read.text(sql`n.words`) }, ({ words }, { name }) => `${name}: ${words}`),
    secret: rule({ id: read.int(sql`n.id`) }, ({ id }, { name }) => {
      asked.push(`${name} ${id}`);
      return name === 'owner' ? 'told' : null;
    }),
  },
};

interface NotesInput extends ReadInput {
  readonly words: readonly string[];
  readonly after?: number | undefined;
}

const notes: RootRead<Reader, { readonly after?: number }, NotesInput> = {
  field: 'notes',
  type: note,
  viewerOf: () => ({ name: 'owner' }),
  viewerKey: ({ name }) => name,
  scopeOf: () => ({ system: true }),
  input: () => ({ words: [] }),
  statement: ({ object, joins }, value, given) => sql`
    SELECT '[' || string_agg(${object}, ',' ORDER BY n.id) || ']' AS body
    FROM (SELECT place AS id, words, CASE place % 3 WHEN 0 THEN 'good' WHEN 1 THEN 'bad' END AS mood
      FROM unnest(${value('words')}::text[]) WITH ORDINALITY AS said (words, place)) n ${joins}
    WHERE true ${given('after') ? sql`AND n.id > ${value('after')}::int` : sql``}`,
};
const root = notes as unknown as AnyRootRead;

let db: pg.Client;

beforeAll(async () => {
  const { url } = await testDatabase();
  db = new pg.Client({ connectionString: url });
  await db.connect();
});
afterAll(() => db.end());

function selected(query: string, select = wireSelection) {
  const document = parse(query);
  const fragments: Fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const [field] = getOperationAST(document)?.selectionSet.selections ?? [];
  const set = field && 'selectionSet' in field && field.selectionSet ? [field.selectionSet] : [];
  return select(schema.getType('Note') as GraphQLObjectType, set, fragments);
}

async function ask(query: string, input: NotesInput, viewer: Reader = { name: 'owner' }): Promise<unknown> {
  const written = writeRead(root, selected(query), 'wire', Object.keys(input));
  const { rows } = await db.query<{ body: string | null }>(written.text, [...written.values(input)]);
  return filled(written, rows[0]?.body ?? '[]', viewer);
}

const filled = ({ slots }: WrittenRead, body: string, viewer: Reader): unknown =>
  JSON.parse(Buffer.concat(slots.fill(Buffer.from(body), viewer, viewer.name, tools)).toString());

describe('A statement writes the answer', () => {
  it('with fields under their aliases, in their order, fragments spread and type names said', async () => {
    const query = `{ notes { __typename said: words ...More mark { label } } } fragment More on Note { mark { kind: __typename } mood }`;
    const answer = await ask(query, { words: ['да', 'нет'] });
    expect(answer).toEqual([
      { __typename: 'Note', said: 'да', mark: { label: 'да!', kind: 'Mark' }, mood: 'BAD' },
      { __typename: 'Note', said: 'нет', mark: { label: 'нет!', kind: 'Mark' }, mood: null },
    ]);
    expect(Object.keys((answer as object[])[0] ?? {})).toEqual(['__typename', 'said', 'mark', 'mood']);
  });

  it('of whichever type an object is', async () => {
    const query = `{ notes { sign { __typename ...Of ... on Number { double: value } } } } fragment Of on Sign { ... on Mark { label } }`;
    expect(await ask(query, { words: ['раз', 'два', 'три'] })).toEqual([
      { sign: { __typename: 'Number', double: 1 } },
      { sign: null },
      { sign: { __typename: 'Mark', label: 'три!' } },
    ]);
    const inside = writeRead(
      root,
      selected('{ notes { sign { ... on Number { value } } } }', insideSelection),
      'inside',
      ['words'],
    );
    const { rows } = await db.query<{ body: string }>(inside.text, [['раз']]);
    expect(JSON.parse(rows[0]?.body ?? '')).toEqual([{ sign: { value: 1, kind: 'number' } }]);
  });

  it('of any words, the mark of a slot among them', async () => {
    const anyWords = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(anyWords, fc.constantFrom('\u001f', '\u001f0:{}\u001f', '"\\', '\n\t')), { minLength: 1 }),
        async (words) => {
          const answer = await ask('{ notes { words seenBy marks { label } } }', { words });
          expect(answer).toEqual(
            words.map((said, index) => ({
              words: said,
              seenBy: `owner: ${said}`,
              marks: Array.from({ length: index + 1 }, () => ({ label: `${said}!` })),
            })),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('of more fields than PostgreSQL takes arguments', async () => {
    const keys = Array.from({ length: 150 }, (_, index) => `w${index}`);
    const answer = await ask(`{ notes { ${keys.map((key) => `${key}: words`).join(' ')} } }`, { words: ['раз'] });
    expect(answer).toEqual([Object.fromEntries(keys.map((key) => [key, 'раз']))]);
  });

  it('differently only by which values are given', async () => {
    expect(await ask('{ notes { id } }', { words: ['а', 'б', 'в'], after: 1 })).toEqual([{ id: 2 }, { id: 3 }]);
  });

  it('without selecting what nobody asks for', () => {
    const { text } = writeRead(root, selected('{ notes { id } }'), 'wire', ['words']);
    expect(text).not.toContain('generate_series');
    expect(text).not.toContain('to_json');
  });
});

const minors = fc.bigInt({ min: -maxMinor, max: maxMinor });

async function valueOf<T>(expression: ReturnType<typeof sql>): Promise<T> {
  const { sql: text, parameters } = sql`SELECT ${expression} AS value`.compile(tables);
  const { rows } = await db.query<{ value: T }>(text, [...parameters]);
  return rows[0]?.value as T;
}

describe('A sum', () => {
  it('is written as the domain writes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(minors, fc.bigInt({ min: -200n, max: 200n })),
        fc.constantFrom(...currencyCodes),
        async (minor, currency) => {
          const written = writeRead(
            {
              ...root,
              type: {
                name: 'Note',
                fields: { sum: read.money(sql`${minor.toString()}::bigint`, sql`${currency}::text`) },
              },
              statement: ({ object }) => sql`SELECT ${object} AS body`,
            },
            wholeSelection({ name: 'Note', fields: { sum: read.money(sql`1`, sql`'RUB'`) } }),
            'wire',
            [],
          );
          const { rows } = await db.query<{ body: string }>(written.text, [...written.values({})]);
          expect(JSON.parse(rows[0]?.body ?? '')).toEqual({ sum: Money.of(minor, currency).toJSON() });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is a part of another as the domain says', async () => {
    const halves = fc.bigInt({ min: -3000n, max: 3000n }).map((minor) => [minor, 2000n] as const);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.tuple(minors, minors), halves, fc.constant([1n, 0n] as const)),
        async ([part, whole]) => {
          const said = await valueOf(read.percent(sql`${part.toString()}::bigint`, sql`${whole.toString()}::bigint`));
          expect(said).toEqual(percentOf(Money.of(part, 'RUB'), Money.of(whole, 'RUB')));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('A rule', () => {
  it('is asked once about the same facts by the same viewer, and anew by another', async () => {
    asked = [];
    const written = writeRead(root, selected('{ notes { secret } }'), 'wire', ['words']);
    const { rows } = await db.query<{ body: string }>(written.text, [['а', 'б']]);
    const fill = (name: string): unknown => filled(written, rows[0]?.body ?? '', { name });
    expect([fill('owner'), fill('owner')]).toEqual([
      [{ secret: 'told' }, { secret: 'told' }],
      [{ secret: 'told' }, { secret: 'told' }],
    ]);
    expect(fill('manager')).toEqual([{ secret: null }, { secret: null }]);
    expect(asked).toEqual(['owner 1', 'owner 2', 'manager 1', 'manager 2']);
  });
});

describe('What a read cannot answer', () => {
  it.each([
    '{ notes { id @include(if: true) } }',
    '{ notes { ...More @skip(if: false) } } fragment More on Note { id }',
  ])('is told apart: %s', (query) => {
    expect(() => selected(query)).toThrow(NotPlain);
  });

  it('is a field of somebody’s own resolver, which finds in the object what it takes', () => {
    expect(isDescribed(note, selected('{ notes { other: elsewhere } }'))).toBe(false);
    const inside = selected('{ notes { elsewhere { ... on Mark { label } } } }', insideSelection);
    expect(writeRead(root, inside, 'inside', ['words']).text).toContain('"id":');
  });
});

describe('A description is held against the schema', () => {
  const described = (fields: ReadType['fields']): AnyRootRead => ({ ...root, type: { name: 'Note', fields } });

  it('and good ones pass', () => {
    expect(() => checkDescription(root, schema)).not.toThrow();
  });

  it.each([
    ['Note.words: the schema has String', { words: read.int(sql`1`) }],
    ['Note.words: it may be null, and the schema says never', { words: read.nullable(read.text(sql`1`)) }],
    ['Note.mood: the schema has Mood', { mood: read.text(sql`1`) }],
    ['Note.words: the schema has no enum: it is a text', { words: read.enumeration(sql`1`) }],
    ['Note.marks: one of both is a list', { marks: read.here(mark) }],
    ['Note is described where the schema has Mark', { mark: read.here(note) }],
    ['Note.sign: Number is not described', { sign: read.oneOf({ type: mark, when: sql`true` }) }],
  ] as const)('%s', (problem, fields) => {
    expect(() => checkDescription(described(fields), schema)).toThrow(problem);
  });
});
