import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Clock, CompiledExecution } from '@planerka/platform/server';
import {
  agency,
  everythingOf,
  searchIndexed,
  type Ids,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import fc from 'fast-check';
import { getOperationAST, OperationTypeNode, parse, type GraphQLSchema } from 'graphql';
import { answerOf } from './answers';
import { reachedByQueries } from './reached';
import { startNode, type Api } from '../harness';
import { allCases } from '../tenancy/all-cases';
import type { Operation } from '../tenancy/cases';
import { randomQuery } from './random-query';
import { webQueries } from './web-documents';

let plain: Api;
let compiled: Api;
let schema: GraphQLSchema;
let own: TestAgency;
let ids: Ids;

beforeAll(async () => {
  plain = await startNode({ GRAPHQL_JIT: '0', GRAPHQL_TEXT: '0' });
  compiled = await startNode({ GRAPHQL_JIT: '1', GRAPHQL_TEXT: '0' });
  // How long something has been as it is, and a cursor of what is fresh, would be of another moment for the second answer.
  const at = compiled.app.get(Clock).now();
  for (const api of [plain, compiled]) Object.assign(api.app.get(Clock), { now: () => at });
  ({ schema } = compiled.app.get(GraphQLSchemaHost));
  own = await agency();
  ids = await everythingOf(own);
  // What is found is the same for both once it is in the index.
  await searchIndexed(own.agencyId);
});
afterAll(() => Promise.all([plain.app.close(), compiled.app.close()]));

async function answersAlike(viewer: TestMember | null, operation: Operation): Promise<void> {
  const expected = await answerOf(plain, viewer, operation);
  expect({ ...operation, answer: await answerOf(compiled, viewer, operation) }).toEqual({
    ...operation,
    answer: expected,
  });
}

/** How many of the answers came of compiled queries. */
const compiledAnswers = async (work: () => Promise<void>): Promise<number> => {
  const execution = compiled.app.get(CompiledExecution);
  const before = execution.answered;
  await work();
  return execution.answered - before;
};

describe('Compiled execution answers as graphql-js does', () => {
  it('every query of the web', async () => {
    const queries = webQueries(schema, ids);
    expect(queries.length).toBeGreaterThan(45);
    const answers = await compiledAnswers(async () => {
      for (const query of queries) await answersAlike(own.owner, query);
    });
    expect(answers).toBeGreaterThan(40);
    for (const viewer of [own.manager, own.copywriter, null]) {
      for (const query of queries) await answersAlike(viewer, query);
    }
  });

  it('every query of the tenancy cases', async () => {
    const operations = Object.values(allCases).map((each) => each(ids));
    const queries = operations.filter(
      ({ document }) => getOperationAST(parse(document))?.operation === OperationTypeNode.QUERY,
    );
    expect(queries.length).toBeGreaterThan(20);
    for (const query of queries) await answersAlike(own.manager, query);
  });

  it('queries that nobody thought of', async () => {
    const answers = await compiledAnswers(() =>
      fc.assert(
        fc.asyncProperty(fc.gen(), fc.constantFrom(own.owner, own.manager, own.designer), async (draw, viewer) => {
          await answersAlike(viewer, randomQuery(draw, schema, ids));
        }),
        // A failure names its document already; to shrink it would take minutes.
        { numRuns: 40, endOnFailure: true },
      ),
    );
    expect(answers).toBeGreaterThan(4);
  });
});

describe('What graphql-jit could not do like graphql-js, queries do not need', () => {
  it('a union or interface names its type, or nothing, and does not throw: in a compiled query nobody would catch it', () => {
    for (const type of reachedByQueries(schema).abstract) {
      for (const value of [{}, { kind: 'x' }, 'x', 1, []]) {
        expect(() => type.resolveType?.(value, {}, {} as never, type)).not.toThrow();
      }
    }
  });

  it('inputs with exactly one of several fields', () => {
    expect(reachedByQueries(schema).inputs.filter(({ isOneOf }) => isOneOf)).toEqual([]);
  });

  it('defaults that are more than JSON', () => {
    const { defaults } = reachedByQueries(schema);
    expect(defaults.length).toBeGreaterThan(10);
    expect(defaults).toEqual(JSON.parse(JSON.stringify(defaults)));
  });
});
