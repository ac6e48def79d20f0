import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Clock, OperationReads, Reads } from '@planerka/platform/server';
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
import { answerOf } from '../compiled/answers';
import { randomQuery } from '../compiled/random-query';
import { webQueries } from '../compiled/web-documents';
import { startNode, type Api } from '../harness';
import { allCases } from '../tenancy/all-cases';
import type { Operation } from '../tenancy/cases';
import { completeTask } from './all-of-a-task';

let executing: Api;
let writing: Api;
let schema: GraphQLSchema;
let own: TestAgency;
let ids: Ids;
let others: TestAgency;

beforeAll(async () => {
  executing = await startNode({ GRAPHQL_TEXT: '0', GRAPHQL_JIT: '0' });
  writing = await startNode({ GRAPHQL_TEXT: '1', GRAPHQL_JIT: '0' });
  // How long a task has been where it is would be another second for the second answer.
  const at = writing.app.get(Clock).now();
  for (const api of [executing, writing]) Object.assign(api.app.get(Clock), { now: () => at });
  ({ schema } = writing.app.get(GraphQLSchemaHost));
  own = await agency();
  ids = await everythingOf(own);
  await completeTask(own, ids);
  others = await agency('Причал');
  // What is found is the same for both once it is in the index.
  await searchIndexed(own.agencyId);
});
afterAll(() => Promise.all([executing, writing].map((api) => api?.app.close())));

/** With the fields in their order; PostgreSQL writes jsonb with spaces. */
async function readOf(api: Api, viewer: TestMember | null, operation: Operation): Promise<string> {
  const { statusCode, body } = await answerOf(api, viewer, operation);
  return `${statusCode} ${JSON.stringify(JSON.parse(body))}`;
}

async function answersAlike(viewer: TestMember | null, operation: Operation): Promise<void> {
  const expected = await readOf(executing, viewer, operation);
  const answer = await readOf(writing, viewer, operation);
  expect({ ...operation, answer }).toEqual({ ...operation, answer: expected });
}

/** How many of the answers were written by statements, and that none of them failed to be. */
async function written(work: () => Promise<void>): Promise<number> {
  const reads = writing.app.get(OperationReads);
  const before = reads.answered;
  await work();
  expect(reads.failed).toBe(0);
  return reads.answered - before;
}

describe('Statements write what graphql-js would answer', () => {
  it('every query of the web', async () => {
    const queries = webQueries(schema, ids);
    const answers = await written(async () => {
      for (const viewer of [own.owner, own.manager, own.copywriter, own.targetologist, null]) {
        for (const query of queries) await answersAlike(viewer, query);
      }
    });
    expect(answers).toBeGreaterThan(10);
  });

  it.each(['TaskRoute', 'BriefPage', 'BriefNow', 'Approvals', 'ChangeRequests'])(
    '%s, to everybody and without graphql-js',
    async (name) => {
      const operation = webQueries(schema, ids).find((query) => query.name === name);
      if (!operation) throw new Error(`The web asks no ${name}`);
      const elsewhere = await own.join('Пётр', 'manager', [], []);
      const viewers = [own.owner, own.manager, own.copywriter, own.designer, elsewhere, others.owner];
      const answers = await written(async () => {
        for (const viewer of viewers) await answersAlike(viewer, operation);
      });
      expect(answers).toBe(viewers.length);
    },
  );

  it('every query of the tenancy cases', async () => {
    const operations = Object.values(allCases).map((each) => each(ids));
    const queries = operations.filter(
      ({ document }) => getOperationAST(parse(document))?.operation === OperationTypeNode.QUERY,
    );
    for (const query of queries) await answersAlike(own.manager, query);
  });

  it('selections that nobody thought of', async () => {
    const roots = writing.app.get(Reads).described;
    const answers = await written(() =>
      fc.assert(
        fc.asyncProperty(
          fc.gen(),
          fc.constantFrom(own.owner, own.manager, own.designer, own.targetologist),
          async (draw, viewer) => {
            await answersAlike(viewer, randomQuery(draw, schema, ids, roots));
          },
        ),
        // A failure names its document already; to shrink it would take minutes.
        { numRuns: 60, endOnFailure: true },
      ),
    );
    expect(answers).toBeGreaterThan(10);
  });
});
