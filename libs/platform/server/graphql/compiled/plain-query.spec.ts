import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { isPlainQuery } from './plain-query';

function isPlain(text: string): boolean {
  const document = parse(text);
  return isPlainQuery(document, getOperationAST(document)!);
}

describe('A query is compiled', () => {
  it.each([
    'query ($id: ID!) { task(id: $id) { id name: title __typename ...More } } fragment More on Task { state }',
    'query ($first: Int = 5) { tasks(first: $first, order: DUE) { nodes { id } } }',
    '{ tasks(first: 5, order: [DUE, null]) { nodes { ... on Task { kind: __typename } } } }',
  ])('%s', (text) => {
    expect(isPlain(text)).toBe(true);
  });
});

describe('A query is left to graphql-js', () => {
  it.each([
    ['a command', 'mutation { signOut }'],
    ['a directive', 'query ($no: Boolean!) { today { day @skip(if: $no) } }'],
    ['a directive of a fragment', '{ ...Day @include(if: true) } fragment Day on Query { today { day } }'],
    ['a text', '{ search(text: "стол") { id } }'],
    ['a mark of graphql-jit', '{ search(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d1") { id } }'],
    ['the same as an enum member', '{ search(text: __MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d1) { id } }'],
    ['a text as a default', 'query ($text: String = "стол") { search(text: $text) { id } }'],
    ['an object', 'query ($id: ID) { tasks(filter: { clientId: $id }) { nodes { id } } }'],
    ['a fraction', '{ share(of: 0.5) }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['an alias that is no key', '{ __proto__: today { day } }'],
    ['a variable that is no key', 'query ($__proto__: ID!) { task(id: $__proto__) { id } }'],
    ['an alias that could be a path', '{ name_task: waiting task { name } }'],
    ['a long selection', `{ today { ${Array.from({ length: 501 }, (_, index) => `day${index}: day`).join(' ')} } }`],
    [
      'one that is long by its fragments',
      `{ ${Array.from({ length: 60 }, (_, index) => `at${index}: today { ...Ten }`).join(' ')} }
       fragment Ten on Today { a: day b: day c: day d: day e: day f: day g: day h: day i: day j: day }`,
    ],
  ])('%s', (_, text) => {
    expect(isPlain(text)).toBe(false);
  });
});
