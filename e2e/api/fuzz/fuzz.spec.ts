import { writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { agency, everythingOf, sessionCookie, type Ids, type TestAgency } from '@planerka/testing/server';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { webCases } from '../compiled/web-documents';
import { startApi, stopApi, type Api } from '../harness';
import { allCases } from '../tenancy/all-cases';
import { hostile, type Hostile } from './hostile';

const count = Number(process.env['FUZZ_REQUESTS'] ?? 1_500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_126);
/** Far above what anything takes: who has not answered by then never will. */
const hung = 60_000;
/** Sessions are ended by some of the requests. */
const perSession = 50;

let api: Api;
let schema: GraphQLSchema;
let own: TestAgency;
let ids: Ids;

beforeAll(async () => {
  api = await startApi();
  ({ schema } = api.app.get(GraphQLSchemaHost));
  own = await agency();
  ids = await everythingOf(own);
});
afterAll(stopApi);

async function answerTo({ body, type }: Hostile, cookie: string | undefined): Promise<string | undefined> {
  const asked = api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': type,
      ...(cookie === undefined
        ? { 'x-planerka-guest': 'x'.repeat(43) }
        : { cookie, 'x-planerka-agency': own.agencyId }),
    },
    payload: body,
  });
  const late = Promise.withResolvers<'hung'>();
  const timer = setTimeout(() => late.resolve('hung'), hung);
  const answer = await Promise.race([asked, late.promise]);
  clearTimeout(timer);
  if (answer === 'hung') return 'No answer';
  if (answer.statusCode >= 500) return `Status ${answer.statusCode}: ${answer.body.slice(0, 500)}`;
  if (answer.body.includes('INTERNAL_SERVER_ERROR')) return `Unexpected: ${answer.body.slice(0, 500)}`;
  if (/node_modules|\.(ts|js|mjs):\d+:\d+|PrismaClient|SQLSTATE|at or near/.test(answer.body))
    return `Something of the inside: ${answer.body.slice(0, 500)}`;
  return undefined;
}

/** Bytes that are really in use. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

describe('Hostile requests', () => {
  it(
    `never become a 500, a stack trace or a hung request: ${count}, of seed ${seed}`,
    async () => {
      const real = [...Object.values(allCases).map((each) => each(ids)), ...webCases(schema, ids)];
      const people = [own.owner, own.manager, own.copywriter, null];
      const failures = new Map<string, string>();
      let warm = 0;
      const began = { at: Date.now(), inUse: inUse() };
      for (let sent = 0; sent < count; sent += perSession) {
        // Each hundred anew, so that 50,000 are never in memory together.
        const draws = fc.sample(fc.gen(), { numRuns: Math.min(perSession, count - sent), seed: seed + sent });
        const person = people[(sent / perSession) % people.length];
        const cookie = person && (await sessionCookie(person.userId));
        for (const draw of draws) {
          const request = hostile(draw, { schema, ids, real });
          const problem = await answerTo(request, cookie ?? undefined);
          // One of a kind is enough: the same mistake is met again and again.
          const kind = problem?.replaceAll(/[0-9a-f-]{36}|\d+/g, '…').slice(0, 160);
          if (problem && kind && !failures.has(kind)) failures.set(kind, `${problem}\n${request.body.slice(0, 1_500)}`);
        }
        // Once: a worker that has run sixty specs before takes seconds to look through its heap.
        if (sent < count / 2 && sent + perSession >= count / 2) warm = inUse();
      }
      const after = inUse();
      const { FUZZ_REPORT: report } = process.env;
      const told = { milliseconds: Date.now() - began.at, before: began.inUse, halfway: warm, after };
      if (report) await writeFile(report, JSON.stringify(told));
      expect([...failures.values()].join('\n\n')).toBe('');
      // What is kept for those who ask again is bounded: the second half of the requests leaves next to nothing.
      expect(after - warm).toBeLessThan(48 * 1024 * 1024);
      expect(
        (await api.as({ ...own.owner, cookie: await sessionCookie(own.owner.userId) }).ask('{ __typename }')).status,
      ).toBe(200);
    },
    Math.max(300_000, count * 100),
  );
});
