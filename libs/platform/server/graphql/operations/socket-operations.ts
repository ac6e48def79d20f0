import type { ApolloServerPlugin, GraphQLServerListener } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { LRUCache } from 'lru-cache';
import type { GraphQLContext } from '../context';
import { requireAffordable } from '../cost';
import { limitRules, parseLimits } from '../limits';
import { formatUnexpected } from '../unexpected-error';
import { KnownOperations, notFound } from './known-operations';
import { OperationGate } from './operation-gate';

/** The desk subscribes by one text; the rest is room for clients of the API. */
const maxKept = 50;

/** What Apollo does for requests, for operations that come over a socket: the gate, ids, limits, and errors as they are told. */
@Injectable()
export class SocketOperations implements ApolloServerPlugin<GraphQLContext> {
  private schema: GraphQLSchema | undefined;
  /** Sound ones by their texts: many subscribers ask by one text, and answers are shared by the document. */
  private readonly documents = new LRUCache<string, DocumentNode>({ max: maxKept });

  constructor(
    private readonly operations: KnownOperations,
    private readonly gate: OperationGate,
  ) {}

  serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<GraphQLServerListener> {
    this.schema = schema;
    return Promise.resolve({});
  }

  /** What to execute, or what to answer instead. */
  read(payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const { schema } = this;
    if (!schema) throw new Error('A socket was opened before the server started');
    const { extensions, operationName, variables } = payload;
    const text = payload.query || undefined;
    const execution = (document: DocumentNode): ExecutionArgs => ({
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
    });
    try {
      const id = this.gate.admit({ text, persistedQuery: extensions?.['persistedQuery'] }, false);
      const known = id === undefined ? undefined : this.operations.get(id);
      if (known) return execution(known.document);
      if (text === undefined) return [notFound()];
      const document = this.documents.get(text) ?? parse(text, parseLimits);
      const errors = this.documents.has(text) ? [] : validate(schema, document, [...specifiedRules, ...limitRules]);
      if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
      this.documents.set(text, document);
      const operation = getOperationAST(document, operationName);
      if (operation) requireAffordable(schema, document, operation, variables ?? {});
      return execution(document);
    } catch (problem) {
      if (problem instanceof GraphQLError) return [coded(problem, 'GRAPHQL_PARSE_FAILED')];
      throw problem;
    }
  }

  /** The unexpected is told by its id alone here as well. */
  tell(result: ExecutionResult): FormattedExecutionResult | undefined {
    if (!result.errors) return undefined;
    const { errors, ...rest } = result;
    return { ...rest, errors: errors.map(told) };
  }
}

function told(error: GraphQLError): GraphQLFormattedError {
  // What is refused before anything ran, as a variable of a wrong type, has neither a place in the answer nor a cause.
  const isSenders = !error.path && !error.originalError;
  return formatUnexpected((isSenders ? coded(error, 'BAD_USER_INPUT') : error).toJSON(), error);
}

/** With the code that it has or else this one, and nothing that is meant for HTTP. */
function coded(error: GraphQLError, otherwise: string): GraphQLError {
  const { message, nodes, source, positions, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code: extensions['code'] ?? otherwise } });
}
