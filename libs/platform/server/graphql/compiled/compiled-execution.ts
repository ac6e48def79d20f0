import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { CONFIG, type Config } from '../../config/config';
import type { GraphQLContext } from '../context';
import { DirectAnswers, type DirectAnswer } from '../operations/direct-answers';
import type { KnownOperation } from '../operations/known-operations';
import { isPlainQuery } from './plain-query';

type Request = Parameters<NonNullable<GraphQLRequestListener<GraphQLContext>['responseForOperation']>>[0];
type Query = CompiledQuery['query'];

/** The desk has about a hundred queries; the rest is room for those of API clients. */
const maxCompiled = 300;
const maxCounted = 1_000;

/**
 * Answers queries by code that graphql-jit makes of them. Whatever goes wrong in it is executed anew by graphql-js: so
 * errors, and null where they leave it, are those of graphql-js by construction. Queries change nothing, so twice is
 * only slower.
 */
@Injectable()
export class CompiledExecution implements ApolloServerPlugin<GraphQLContext>, OnModuleInit {
  /** How many answers came of compiled queries. */
  answered = 0;
  /** By document and operation name; null where graphql-js must answer. */
  private readonly compiled = new LRUCache<string, { readonly query: Query | null }>({ max: maxCompiled });
  private readonly asked = new LRUCache<string, number>({ max: maxCounted });

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly direct: DirectAnswers,
  ) {}

  /** After the reads that write their own text: what these leave of the web build's queries, is compiled at once. */
  onModuleInit(): void {
    if (this.config.graphqlJit > 0) this.direct.addLast((known, schema) => this.plan(known, schema));
  }

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    const isOff = this.config.graphqlJit === 0;
    return Promise.resolve(isOff ? {} : { responseForOperation: (request) => this.answer(request) });
  }

  private plan({ document, operation, name }: KnownOperation, schema: GraphQLSchema): DirectAnswer | null {
    const query = compile({ document, operation, operationName: name, schema });
    if (!query) return null;
    return async (_, context, given) => {
      const result = await query(undefined, context, given);
      if (result.errors) return null;
      this.answered += 1;
      return JSON.stringify(result.data);
    };
  }

  private async answer(request: Request): Promise<GraphQLResponse | null> {
    // Apollo asks here also when the document has no operation of the name, whatever its types say.
    if (!(request.operation as OperationDefinitionNode | undefined)) return null;
    const query = this.queryOf(request);
    if (!query) return null;
    try {
      const result = await query(undefined, request.contextValue, request.request.variables ?? {});
      if (result.errors) return null;
      this.answered += 1;
      return {
        http: { status: undefined, headers: new HeaderMap() },
        body: { kind: 'single', singleResult: { data: result.data } },
      };
    } catch {
      return null;
    }
  }

  private queryOf(request: Request): Query | null {
    const key = `${request.queryHash} ${request.operationName ?? ''}`;
    const known = this.compiled.get(key);
    if (known) return known.query;
    // Compiling costs as much as tens of answers: not for a document that is asked once.
    const times = (this.asked.get(key) ?? 0) + 1;
    if (times < this.config.graphqlJit) {
      this.asked.set(key, times);
      return null;
    }
    this.asked.delete(key);
    const query = compile(request);
    this.compiled.set(key, { query });
    return query;
  }
}

type Compilable = Pick<Request, 'document' | 'operation' | 'operationName' | 'schema'>;

function compile({ document, operation, operationName, schema }: Compilable): Query | null {
  if (!isPlainQuery(document, operation)) return null;
  const compiled = compileQuery(schema, document, operationName ?? '', { disablingCapturingStackErrors: true });
  return isCompiledQuery(compiled) ? compiled.query : null;
}
