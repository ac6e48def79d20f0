import type { Ids } from '@planerka/testing/server';
import {
  getNamedType,
  getOperationAST,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { webOperations, type WebOperation } from '../../../tools/operations/web-operations';
import type { Operation } from '../tenancy/cases';
import { valueFor } from './values';

export type WebCase = Operation & WebOperation;

/** Every operation that the web sends, as the browser sends it, with variables that find something. */
export const webCases = (schema: GraphQLSchema, ids: Ids): readonly WebCase[] =>
  [...webOperations().values()].map((operation) => ({
    ...operation,
    document: operation.text,
    variables: variablesOf(operation.text, schema, ids),
  }));

export const webQueries = (schema: GraphQLSchema, ids: Ids): readonly WebCase[] =>
  webCases(schema, ids).filter(({ kind }) => kind === 'query');

function variablesOf(text: string, schema: GraphQLSchema, ids: Ids): object {
  const operation = getOperationAST(parse(text));
  const first = operation?.selectionSet.selections[0];
  const field = first?.kind === Kind.FIELD ? first.name.value : '';
  return Object.fromEntries(
    (operation?.variableDefinitions ?? []).map(({ variable, type: node }) => {
      const name = variable.name.value;
      const type = typeFromAST(schema, node) as GraphQLInputType;
      // A page after an arbitrary cursor would be refused, and nothing would be compared.
      const isCursor = name === 'after' && getNamedType(type).name === 'String';
      return [name, isCursor ? undefined : valueFor(type, name, field, ids)];
    }),
  );
}
