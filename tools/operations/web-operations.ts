import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { formatDocument } from 'urql';

/** One operation of the web application, as it goes over the wire. */
export interface WebOperation {
  /** SHA-256 of the text, in hex: what the browser sends instead of it. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
}

const SOURCES = ['libs/*/web/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}'];
const ANY_CALL = /(?<![.\w])graphql\(/g;
/** `graphql(text)`, `graphql(text, [fragments])`, `graphql(text, fragments)`. */
const CALL = /(?<![.\w])graphql\(\s*`([^`]*)`\s*(?:,\s*(?:\[[^\]]*\]|[\w$]+)\s*)?,?\s*\)/g;

/** The guest's door has its own `graphql`: its client has no cache that wants to know types. */
const isGuests = (source: string): boolean => /from '@planerka\/platform\/web\/guest'/.test(source);

/** Calls of `graphql` in a module, each with its document; throws where one is written so that it cannot be read. */
function callsIn(source: string, file: string): readonly { readonly call: string; readonly document: DocumentNode }[] {
  const calls = [...source.matchAll(CALL)].map(([call, text = '']) => ({ call, document: parse(text) }));
  if (calls.length !== [...source.matchAll(ANY_CALL)].length) {
    throw new Error(
      `${file}: write graphql(…) with one text without \${…}, and its fragments as an array or a name of one: ` +
        'the build reads the operations out of the sources',
    );
  }
  return calls;
}

const nameOf = ({ definitions: [first] }: DocumentNode): string =>
  first?.kind === Kind.OPERATION_DEFINITION || first?.kind === Kind.FRAGMENT_DEFINITION
    ? (first.name?.value ?? '')
    : '';

const isOperation = ({ definitions: [first] }: DocumentNode): boolean => first?.kind === Kind.OPERATION_DEFINITION;

/** Every operation of the web application, found by its sources; run from the project's root. */
export function webOperations(root = '.'): ReadonlyMap<string, WebOperation> {
  const found = new Map<string, { readonly document: DocumentNode; readonly isGuests: boolean }>();
  for (const file of globSync(SOURCES, { cwd: root, exclude: ['**/*.spec.*'] }).toSorted()) {
    const source = readFileSync(`${root}/${file}`, 'utf8');
    for (const { document } of callsIn(source, file)) {
      const name = nameOf(document);
      if (found.has(name)) throw new Error(`${file}: there are two documents named «${name}» in the web`);
      found.set(name, { document, isGuests: isGuests(source) });
    }
  }
  const fragmentOf = (name: string, by: string): FragmentDefinitionNode => {
    const [fragment] = found.get(name)?.document.definitions ?? [];
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error(`${by} spreads ${name}, which is nowhere`);
    return fragment;
  };
  return new Map(
    [...found]
      .filter(([, { document }]) => isOperation(document))
      .map(([name, each]) => [name, operationOf(name, each.document, each.isGuests, fragmentOf)]),
  );
}

function operationOf(
  name: string,
  document: DocumentNode,
  isGuests: boolean,
  fragmentOf: (name: string, by: string) => FragmentDefinitionNode,
): WebOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const gather = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        if (fragments.has(value)) return;
        const fragment = fragmentOf(value, name);
        fragments.set(value, fragment);
        gather(fragment);
      },
    });
  };
  gather(document);
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...document.definitions, ...fragments.values()] };
  // What gql.tada and urql's cache do to it in the browser: directives of theirs go, each selection names its type.
  const sent = visit(whole, { Directive: ({ name: { value } }) => (value.startsWith('_') ? null : undefined) });
  const text = print(isGuests ? sent : formatDocument(sent));
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${name} is no operation`);
  return { id: createHash('sha256').update(text).digest('hex'), name, kind: operation.operation, text };
}

/** What the server reads beside the pages. */
export const manifestOf = (operations: Iterable<WebOperation>): string =>
  JSON.stringify(Object.fromEntries([...operations].map(({ id, name, text }) => [id, { name, text }])), null, 1);

/** The module with each of its operations knowing its id; null where it has none. */
export function withIds(source: string, file: string, operations: ReadonlyMap<string, WebOperation>): string | null {
  let changed = source;
  for (const { call, document } of callsIn(source, file)) {
    if (!isOperation(document)) continue;
    const operation = operations.get(nameOf(document));
    if (!operation) throw new Error(`${file}: ${nameOf(document)} is not among the operations of the web`);
    changed = changed.replace(call, () => `graphql.persisted('${operation.id}', ${call})`);
  }
  return changed === source ? null : changed;
}
