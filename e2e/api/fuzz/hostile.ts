import type { Ids } from '@planerka/testing/server';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { randomQuery } from '../compiled/random-query';
import type { WebCase } from '../compiled/web-documents';
import type { Operation } from '../tenancy/cases';

type Draw = fc.GeneratorValue;

/** What a request is, over the wire. */
export interface Hostile {
  readonly body: string;
  readonly type: string;
}

/** Leaves that have broken somebody's server before. */
const leaves: readonly unknown[] = [
  null,
  '',
  ' ',
  'x'.repeat(20_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(50),
  '\u202e\u0007\u001b[31m',
  "'; DROP TABLE task; --",
  '%',
  '\\',
  '{{7*7}}',
  '../../etc/passwd',
  'NaN',
  '-0',
  '1e999',
  '99999999999999999999.99',
  '0.001',
  '-1',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '+275760-09-13',
  '-271821-04-20',
  '2026-13',
  '25:61',
  '2026-11-26T24:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'http://[::1',
  'javascript:alert(1)',
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  true,
  [],
  {},
  [null],
  [[[[]]]],
  { type: 'doc', content: [{ type: 'text', text: 7 }] },
];

const chance = (draw: Draw, percent: number): boolean => draw(fc.integer, { min: 0, max: 99 }) < percent;
const oneOf = <T>(draw: Draw, things: readonly T[]): T => things[draw(fc.nat, { max: things.length - 1 })]!;

function nested(depth: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < depth; level += 1) inner = level % 2 === 0 ? [inner] : { content: inner };
  return inner;
}

/** The same shape with some of it wrong. */
function spoilt(draw: Draw, value: unknown, percent: number): unknown {
  if (chance(draw, percent)) return chance(draw, 5) ? nested(draw(fc.nat, { max: 2_000 })) : oneOf(draw, leaves);
  if (Array.isArray(value)) {
    const items = value.map((item) => spoilt(draw, item, percent));
    return chance(draw, percent) ? Array.from({ length: 300 }, () => items[0]) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, spoilt(draw, inner, percent)] as const);
  const kept = entries.filter(() => !chance(draw, percent / 2));
  if (chance(draw, percent / 3)) kept.push([oneOf(draw, ['__proto__', 'constructor', 'toString', 'unknown']), {}]);
  return Object.fromEntries(kept);
}

const tokens = [
  '{',
  '}',
  '(',
  ')',
  '$',
  '...',
  '@include(if: true)',
  '@skip',
  '"',
  '"""',
  '#',
  '!',
  '__typename',
  'fragment',
];

/** A text with something in it put out of place. */
function torn(draw: Draw, text: string): string {
  let result = text;
  for (let n = draw(fc.nat, { max: 3 }); n >= 0; n -= 1) {
    const at = draw(fc.nat, { max: result.length });
    const until = Math.min(result.length, at + draw(fc.nat, { max: 12 }));
    const put = oneOf(draw, ['', oneOf(draw, tokens), result.slice(at, until).repeat(2)]);
    result = result.slice(0, at) + put + result.slice(until);
  }
  return result;
}

/** Documents that are small and mean much. */
function heavy(draw: Draw): string {
  const times = draw(fc.integer, { min: 2, max: 3_000 });
  return oneOf(draw, [
    () => '{ '.repeat(times) + '__typename' + ' }'.repeat(times),
    () => `{ ${Array.from({ length: times }, (_, n) => `a${n}: __typename`).join(' ')} }`,
    () => `query { viewer { name ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }`,
    () => `{ tasks(first: 200) { nodes { title ${'client { name } '.repeat(times)} } } }`,
    () => `query (${Array.from({ length: times }, (_, n) => `$v${n}: Int`).join(' ')}) { waiting }`,
    () => `{ waiting ${'@include(if: true) '.repeat(times)} }`,
    () => `{ __type(name: "Query") { ${'fields { type { '.repeat(20)} name ${'} } '.repeat(20)} } }`,
    () => `mutation { ${Array.from({ length: times }, (_, n) => `a${n}: signOut { __typename }`).join(' ')} }`,
    () => `query ($i: CreateTaskInput = ${'['.repeat(times)}1${']'.repeat(times)}) { waiting }`,
  ])();
}

const broken: readonly Hostile[] = [
  { type: 'application/json', body: '' },
  { type: 'application/json', body: 'null' },
  { type: 'application/json', body: '[]' },
  { type: 'application/json', body: '"query"' },
  { type: 'application/json', body: '{"query":' },
  { type: 'application/json', body: '{"query":{"a":1}}' },
  { type: 'application/json', body: '{"query":"{ waiting }","variables":"x"}' },
  { type: 'application/json', body: '{"query":"{ waiting }","variables":[1]}' },
  { type: 'application/json', body: '{"query":"{ waiting }","extensions":[]}' },
  { type: 'application/json', body: '{"query":"{ waiting }","operationName":7}' },
  { type: 'application/json', body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}' },
  { type: 'application/json', body: '{"extensions":{"persistedQuery":7}}' },
  { type: 'application/json', body: '{"__proto__":{"query":"{ waiting }"}}' },
  { type: 'application/json', body: `${'['.repeat(50_000)}` },
  { type: 'application/json; charset=utf-16', body: '{"query":"{ waiting }"}' },
  { type: 'text/plain', body: '{"query":"{ waiting }"}' },
  { type: 'application/graphql', body: '{ waiting }' },
  { type: 'multipart/form-data; boundary=x', body: '--x\r\n\r\n--x--' },
  { type: 'x', body: 'x' },
];

const json = (operation: { document: string; variables?: unknown; name?: unknown }): Hostile => ({
  type: 'application/json',
  body: JSON.stringify({ query: operation.document, variables: operation.variables, operationName: operation.name }),
});

/** One request that no good client would send, or only by mistake. */
export function hostile(
  draw: Draw,
  { schema, ids, real }: { schema: GraphQLSchema; ids: Ids; real: readonly (Operation | WebCase)[] },
): Hostile {
  const kind = draw(fc.integer, { min: 0, max: 99 });
  if (kind < 25) return json(randomQuery(draw, schema, ids));
  const one = oneOf(draw, real);
  if (kind < 75) return json({ document: one.document, variables: spoilt(draw, one.variables, 12) });
  if (kind < 90) return json({ document: torn(draw, one.document), variables: one.variables });
  if (kind < 96) return json({ document: heavy(draw) });
  return oneOf(draw, broken);
}
