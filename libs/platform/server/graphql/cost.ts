import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { GraphQLContext } from './context';
import { KnownOperations } from './operations/known-operations';

/** Fields in the whole answer, if every list is full: the web's dearest is at half of it. */
export const maxCost = 200_000;
/** How long a list is taken to be that does not say. */
const listSize = 10;

/** What an operation may cost: fields of the answer, a list's as often as it has items. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  // Variables that are wrong are refused elsewhere; they cost nothing.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!root || !coerced) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  /** `page` is the `first` of the connection that the selection is of. */
  const costOfSet = (set: SelectionSetNode, type: GraphQLCompositeType, page: number | undefined): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (cost > maxCost) return cost;
      if (selection.kind === Kind.FIELD) {
        cost += costOfField(selection, type, page);
        continue;
      }
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const named = inner?.typeCondition ? schema.getType(inner.typeCondition.name.value) : type;
      if (inner && isCompositeType(named)) cost += costOfSet(inner.selectionSet, named, page);
    }
    return cost;
  };
  const costOfField = (node: FieldNode, type: GraphQLCompositeType, page: number | undefined): number => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const named = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(named)) return 1;
    const first = firstOf(field, node, coerced);
    const times = isListType(getNullableType(field.type)) ? (first ?? page ?? listSize) : 1;
    return 1 + times * costOfSet(node.selectionSet, named, times === 1 ? first : undefined);
  };
  return costOfSet(operation.selectionSet, root, undefined);
}

function firstOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  if (!field.args.some(({ name }) => name === 'first')) return undefined;
  const { first } = getArgumentValues(field, node, variables);
  return typeof first === 'number' ? Math.max(1, first) : undefined;
}

/** Throws where an operation could cost more than it may. */
export function requireAffordable(...asked: Parameters<typeof costOf>): void {
  if (costOf(...asked) <= maxCost) return;
  throw new GraphQLError(
    `The operation could cost more than ${maxCost} fields, lists counted as long as they may be. Ask for shorter pages`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}

/** The limit of cost for operations that are sent as texts. Those of the web build were weighed when they were written. */
@Injectable()
export class CostLimit implements ApolloServerPlugin<GraphQLContext> {
  constructor(private readonly operations: KnownOperations) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({
      didResolveOperation: ({ queryHash, schema, document, operation, request }) => {
        if (operation && !this.operations.get(queryHash)) {
          requireAffordable(schema, document, operation, request.variables ?? {});
        }
        return Promise.resolve();
      },
    });
  }
}
