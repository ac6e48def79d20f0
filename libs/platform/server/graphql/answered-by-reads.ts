import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { getVariableValues, type FormattedExecutionResult, type OperationDefinitionNode } from 'graphql';
import { OperationReads, type OperationAnswer } from '../reads/operation-reads';
import type { GraphQLContext } from './context';
import { DirectAnswers } from './operations/direct-answers';

type Request = Parameters<NonNullable<GraphQLRequestListener<GraphQLContext>['responseForOperation']>>[0];

/** The data of an answer that is written already, in pieces; {@link stringifyAnswer} hands it through. */
class WrittenData {
  constructor(readonly pieces: readonly Buffer[]) {}
}

/** Described reads answer with the text of their statements: what is asked by its text here, by its id directly. */
@Injectable()
export class AnsweredByReads implements ApolloServerPlugin<GraphQLContext> {
  /** Apollo keeps parsed documents as long as they are in use. */
  private readonly plans = new WeakMap<OperationDefinitionNode, OperationAnswer | null>();

  constructor(
    private readonly reads: OperationReads,
    direct: DirectAnswers,
  ) {
    direct.addChecking(({ document, operation }, schema) => reads.plan(document, operation, schema));
  }

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({ responseForOperation: (request) => this.answer(request) });
  }

  private async answer({
    schema,
    document,
    operation,
    request,
    contextValue,
  }: Request): Promise<GraphQLResponse | null> {
    // Apollo asks here also when the document has no operation of the name, whatever its types say.
    if (!(operation as OperationDefinitionNode | undefined)) return null;
    const known = this.plans.get(operation);
    const plan = known === undefined ? this.reads.plan(document, operation, schema) : known;
    if (known === undefined) this.plans.set(operation, plan);
    if (!plan) return null;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
    const data = coerced ? await plan(coerced, contextValue) : null;
    if (data === null) return null;
    return {
      http: { status: undefined, headers: new HeaderMap() },
      body: { kind: 'single', singleResult: { data: new WrittenData(data) as never } },
    };
  }
}

const [opening, closing] = [Buffer.from('{"data":'), Buffer.from('}\n')];

/**
 * Bytes for what is written: Apollo hands an answer on unread, and Fastify takes bytes as well. As a text it would take two bytes a
 * character where it is Russian, and stay in memory until a full collection.
 */
export const stringifyAnswer = (answer: FormattedExecutionResult): string =>
  answer.data instanceof WrittenData
    ? (Buffer.concat([opening, ...answer.data.pieces, closing]) as unknown as string)
    : `${JSON.stringify(answer)}\n`;
