import type { ApolloServerPlugin, GraphQLServerListener } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { getVariableValues, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../context';
import type { KnownOperation } from './known-operations';

/**
 * JSON of an operation's `data`, as text or in pieces; null where the request needs the ordinary way after all. What it throws is thrown
 * away, and the ordinary way says what is wrong.
 *
 * @param variables checked and coerced, as resolvers get their arguments.
 * @param given the same as they came.
 */
export type DirectAnswer = (
  variables: Readonly<Record<string, unknown>>,
  context: GraphQLContext,
  given: Readonly<Record<string, unknown>>,
) => Promise<string | readonly Buffer[] | null>;

export interface PlannedAnswer {
  /** The same for variables as they came. */
  readonly answer: (given: Readonly<Record<string, unknown>>, context: GraphQLContext) => ReturnType<DirectAnswer>;
  /** Whether it may be given a presumed actor. */
  readonly checksActor: boolean;
}

/** Looks at a known operation once and says how it is answered without execution; null where it is none of its kind. */
export type AnswerPlanner = (operation: KnownOperation, schema: GraphQLSchema) => DirectAnswer | null;

/**
 * Queries of the web build that are answered from what the database returns, without execution. Who reads registers a planner
 * here; everything else goes through Apollo, and a direct answer must be what Apollo would say, to the letter.
 */
@Injectable()
export class DirectAnswers implements ApolloServerPlugin<GraphQLContext> {
  /** How many requests were answered so. */
  answered = 0;
  private schema: GraphQLSchema | undefined;
  private readonly planners: AnswerPlanner[] = [];
  private readonly checking = new Set<AnswerPlanner>();
  private last: AnswerPlanner | undefined;
  private readonly plans = new Map<string, PlannedAnswer | null>();

  add(planner: AnswerPlanner): void {
    this.planners.push(planner);
  }

  /** Its answers find out by themselves whether a presumed actor is still who they were. */
  addChecking(planner: AnswerPlanner): void {
    this.add(planner);
    this.checking.add(planner);
  }

  /** Asked when no other has a plan. */
  addLast(planner: AnswerPlanner): void {
    this.last = planner;
  }

  serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<GraphQLServerListener> {
    this.schema = schema;
    return Promise.resolve({});
  }

  /** How the operation is answered; null for the ordinary way. Found once, when it is first asked. */
  planOf(operation: KnownOperation): PlannedAnswer | null {
    const made = this.plans.get(operation.id);
    if (made !== undefined) return made;
    const plan = this.make(operation);
    this.plans.set(operation.id, plan);
    return plan;
  }

  private make(known: KnownOperation): PlannedAnswer | null {
    const { schema } = this;
    // A command is executed once and by one way only.
    if (!schema || known.operation.operation !== OperationTypeNode.QUERY) return null;
    const definitions = known.operation.variableDefinitions ?? [];
    for (const planner of this.last ? [...this.planners, this.last] : this.planners) {
      const direct = planner(known, schema);
      if (!direct) continue;
      const answer: PlannedAnswer['answer'] = async (given, context) => {
        const { coerced } = getVariableValues(schema, definitions, given);
        if (!coerced) return null;
        const data = await direct(coerced, context, given);
        if (data !== null) this.answered += 1;
        return data;
      };
      return { answer, checksActor: this.checking.has(planner) };
    }
    return null;
  }
}
