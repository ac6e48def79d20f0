import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { initGraphQLTada } from 'gql.tada';
import { parse, print, type DocumentNode } from 'graphql';
import { createRequest, formatDocument } from 'urql';
import { manifestOf, webOperations, withIds } from './web-operations';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planerka-sources-'));
  mkdirSync(join(root, 'libs/tasks/web'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, source: string): void => writeFileSync(join(root, 'libs/tasks/web', name), source);

const card = 'fragment Card on Task @_unmask { id title }';
const page = 'query Page($id: ID!) { task(id: $id) { ...Card } }';
const source = `
  const parts = [Card];
  export const Card = graphql(\`${card}\`);
  export const PageQuery = graphql(\`${page}\`, [Card]);
  export const Rename = graphql(\`mutation Rename { rename { ...Card } }\`, parts);
`;

const definitionsOf = (text: string): readonly string[] =>
  parse(text)
    .definitions.map((definition) => print(definition))
    .toSorted();

describe('Operations of the web', () => {
  it('are read out of the sources as the browser would send them', () => {
    write('Page.tsx', source);
    const operations = webOperations(root);
    expect([...operations.keys()]).toEqual(['Page', 'Rename']);

    const graphql = initGraphQLTada() as unknown as (text: string, parts?: DocumentNode[]) => DocumentNode;
    const inBrowser = formatDocument(createRequest(graphql(page, [graphql(card)]), {}).query);
    const { id, text } = operations.get('Page')!;
    expect(definitionsOf(text)).toEqual(definitionsOf(print(inBrowser)));
    expect(id).toBe(createHash('sha256').update(text).digest('hex'));
    expect(JSON.parse(manifestOf(operations.values()))[id]).toEqual({ name: 'Page', text });
  });

  it('of the guest’s page name no types: it has no cache', () => {
    write('Guest.tsx', `import { graphql } from '@planerka/platform/web/guest';\n${source}`);
    expect(webOperations(root).get('Page')?.text).not.toContain('__typename');
  });

  it('know their ids in what is built, and fragments have none', () => {
    write('Page.tsx', source);
    const operations = webOperations(root);
    const { id } = operations.get('Page')!;
    const built = withIds(source, 'Page.tsx', operations) ?? '';
    expect(built).toContain(`PageQuery = graphql.persisted('${id}', graphql(\`${page}\`, [Card]));`);
    expect(built).toContain(`Card = graphql(\`${card}\`);`);
    expect(withIds('export const nothing = 1;', 'x.ts', operations)).toBeNull();
  });

  it.each([
    ['a text that is put together', 'graphql(`query A { a }` + more)', /write graphql\(…\) with one text/],
    ['a fragment that is nowhere', 'graphql(`query A { a { ...Gone } }`)', /A spreads Gone, which is nowhere/],
    ['a name twice', 'graphql(`query A { a }`); graphql(`query A { b }`)', /two documents named «A»/],
  ])('fail the build by %s', (_, written, message) => {
    write('Page.tsx', written);
    expect(() => webOperations(root)).toThrow(message);
  });
});
