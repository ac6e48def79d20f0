import { globSync, readFileSync } from 'node:fs';
import { Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { formatDocument } from 'urql';

const SOURCES = ['libs/*/web/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}'];
const TAGGED = /\bgraphql\(\s*`([^`]+)`/g;

/** The text of an operation as the web application sends it, with every fragment that it spreads. */
export function operationText(name: string): string {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: DocumentNode['definitions'][number] | undefined;
  for (const file of globSync(SOURCES).filter((path) => !path.includes('.spec.'))) {
    for (const [, text = ''] of readFileSync(file, 'utf8').matchAll(TAGGED)) {
      for (const definition of parse(text).definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
        else if (definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name)
          operation = definition;
      }
    }
  }
  if (!operation) throw new Error(`The web application has no operation ${name}`);
  const wanted = new Map<string, FragmentDefinitionNode>();
  const gather = (definition: DocumentNode['definitions'][number]): void => {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment) throw new Error(`${name} spreads ${value}, which is nowhere`);
        if (wanted.has(value)) return;
        wanted.set(value, fragment);
        gather(fragment);
      },
    });
  };
  gather(operation);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...wanted.values()] };
  // What gql.tada and urql do to it in the browser: one's own directives go, a type name comes to every selection.
  const sent = visit(document, { Directive: ({ name: { value } }) => (value.startsWith('_') ? null : undefined) });
  return print(formatDocument(sent));
}
