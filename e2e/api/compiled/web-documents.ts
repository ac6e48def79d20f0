import { globSync, readFileSync } from 'node:fs';
import {
  getNamedType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  typeFromAST,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Ids } from '@planerka/testing/server';
import type { Operation } from '../tenancy/cases';
import { valueFor } from './values';

/** Every query that the web sends, with the fragments it spreads, as the browser sends it. */
export function webQueries(schema: GraphQLSchema, ids: Ids): readonly (Operation & { readonly name: string })[] {
  const parsed = globSync(['libs/*/web/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}'], {
    exclude: ['**/*.spec.*'],
  }).flatMap(documentsIn);
  const definitions = parsed.flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  return definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === OperationTypeNode.QUERY)
    .map((operation) => ({
      name: operation.name?.value ?? '',
      document: [operation, ...spreadBy(operation, fragments)].map((each) => print(each)).join('\n'),
      variables: variablesOf(operation, schema, ids),
    }));
}

function documentsIn(file: string): readonly DocumentNode[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, text = '']) =>
    // gql.tada takes its own directive away before anything is sent.
    visit(parse(text), { Directive: ({ name }) => (name.value === '_unmask' ? null : undefined) }),
  );
}

function spreadBy(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (!fragment) throw new Error(`No fragment ${name.value} in the web`);
      if (found.has(fragment)) return;
      found.add(fragment);
      spreadBy(fragment, fragments, found);
    },
  });
  return found;
}

function variablesOf(operation: OperationDefinitionNode, schema: GraphQLSchema, ids: Ids): object {
  const [first] = operation.selectionSet.selections;
  const field = first?.kind === Kind.FIELD ? first.name.value : '';
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type: node }) => {
      const name = variable.name.value;
      const type = typeFromAST(schema, node) as GraphQLInputType;
      // A page after an arbitrary cursor would be refused, and nothing would be compared.
      const isCursor = name === 'after' && getNamedType(type).name === 'String';
      return [name, isCursor ? undefined : valueFor(type, name, field, ids)];
    }),
  );
}
