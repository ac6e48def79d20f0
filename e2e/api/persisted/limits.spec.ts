import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { absentIds, agency, type TestAgency } from '@planerka/testing/server';
import { getOperationAST, parse } from 'graphql';
import { costOf, maxCost } from '@planerka/platform/server';
import { webCases } from '../compiled/web-documents';
import { startApi, stopApi, type Api } from '../harness';
import { socketOf } from '../sockets';

let api: Api;
let own: TestAgency;

beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  own = await agency();
});
afterAll(stopApi);

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const beyond: readonly [string, string, RegExp][] = [
  [
    'deeper than levels go',
    `{ clients(first: 1) { nodes { ${'campaigns { client { '.repeat(7)} id ${'} }'.repeat(7)} } } }`,
    /nested deeper than 14 levels/,
  ],
  [
    'more fields than there may be',
    `{ viewer { ${many(1_501, (index) => `a${index}: __typename`)} } }`,
    /at most 1500 fields/,
  ],
  [
    'more root fields than there may be',
    `{ ${many(13, (index) => `a${index}: __typename`)} }`,
    /at most 12 root fields/,
  ],
  ['a longer text than is read', `{ ${many(5_000, () => '__typename')} }`, /more th\w+ 5000 tokens/],
  [
    'more fields in the answer than there may be, by long pages',
    `{ clients(first: 200) { nodes { ${many(40, (index) => `a${index}: channels { ${many(20, (each) => `b${each}: id`)} }`)} } } }`,
    /cost more than 200000 fields/,
  ],
];

describe('A text beyond the limits is refused, and the answer names the limit', () => {
  it.each(beyond)('%s', async (_, document, message) => {
    const { status, data, errors } = await api.as(own.owner).ask(document);
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors.map((error) => error.message).join()).toMatch(message);
    expect(errors[0]?.extensions['code']).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
  });

  it.each(beyond)('%s, over a socket', async (_, document, message) => {
    const client = await socketOf(api, own.owner);
    const said = await new Promise((resolve) => {
      client.subscribe({ query: document }, { next: resolve, error: resolve, complete: () => undefined });
    });
    await client.dispose();
    expect(JSON.stringify(said)).toMatch(message);
  });

  it('the same page by a variable', async () => {
    const document = `query ($first: Int!) { clients(first: $first) { nodes { ${many(40, (index) => `a${index}: channels { ${many(20, (each) => `b${each}: id`)} }`)} } } }`;
    expect((await api.as(own.owner).ask(document, { first: 200 })).errors[0]?.message).toMatch(/cost more than/);
    expect((await api.as(own.owner).ask(document, { first: 2 })).errors).toEqual([]);
  });
});

it('What the web asks is within them, pages as long as they may be', () => {
  const { schema } = api.app.get(GraphQLSchemaHost);
  for (const { name, text, variables } of webCases(schema, absentIds())) {
    const document = parse(text, { maxTokens: 5_000 });
    const longest = 'first' in variables ? { ...variables, first: 200 } : variables;
    const cost = costOf(schema, document, getOperationAST(document)!, longest as Record<string, unknown>);
    expect({ name, isWithin: cost <= maxCost }).toEqual({ name, isWithin: true });
  }
});
