import { AsyncLocalStorage } from 'node:async_hooks';
import { onStatement, type Config } from '@planerka/platform/server';
import { testConfig, type TestMember } from '@planerka/testing/server';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/api/src/bootstrap';

/** A test reads whatever shape its own document asked for. */
export type OpenJson = ReturnType<typeof JSON.parse>;

/** A GraphQL answer as it came over HTTP. Tests look into it by path, so its data is open. */
export interface Answer {
  readonly status: number;
  readonly data: OpenJson;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export interface Caller {
  /** The data; throws when the answer has errors. */
  run(document: string, variables?: object): Promise<Answer['data']>;
  /** The whole answer, errors and all. */
  ask(document: string, variables?: object): Promise<Answer>;
}

export interface Api {
  readonly app: NestFastifyApplication;
  as(member: TestMember): Caller;
  withHeaders(headers: Readonly<Record<string, string>>): Caller;
  readonly anonymous: Caller;
  /** Statements that went to Postgres meanwhile, without transaction control, tenant settings and the session check. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly string[]>;
}

let started: Promise<Api> | undefined;

/** The real server over this worker's database; one for all specs of a file. */
export const startApi = (environment: NodeJS.ProcessEnv = {}): Promise<Api> => (started ??= startNode(environment));

export async function stopApi(): Promise<void> {
  const api = await started;
  started = undefined;
  await api?.app.close();
}

/** One more server over the same database; whoever starts it closes it. */
export async function startNode(environment: NodeJS.ProcessEnv = {}, logTo?: Config['logTo']): Promise<Api> {
  const app = await createApp({ ...(await testConfig(environment)), ...(logTo && { logTo }) });
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  } catch (problem) {
    // What has started already would keep the worker from ending.
    await app.close();
    throw problem;
  }
  const withHeaders = (headers: Readonly<Record<string, string>>): Caller => {
    const ask = async (query: string, variables: object = {}): Promise<Answer> => {
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        payload: { query, variables },
      });
      const body = response.json<{ data?: Answer['data']; errors?: Answer['errors'] }>();
      return { status: response.statusCode, data: body.data ?? null, errors: body.errors ?? [] };
    };
    return {
      ask,
      run: async (document, variables) => {
        const answer = await ask(document, variables);
        if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
        return answer.data;
      },
    };
  };
  return {
    app,
    withHeaders,
    anonymous: withHeaders({}),
    as: (member) => withHeaders({ cookie: member.cookie, 'x-planerka-agency': member.agencyId }),
    statementsOf,
  };
}

/** Transaction control and settings cost no plan; the session check is the same for every operation. */
const notCounted =
  /^\s*(begin|start transaction|commit|rollback|set |select 1$)|"session"|"app_user"|squad_member\.member_id = member\.id|FROM session /i;

/** Whose statements these are: jobs and the dispatcher look at the database whenever they like. */
const counted = new AsyncLocalStorage<symbol>();

async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const seen: string[] = [];
  const mine = Symbol('counted work');
  const stop = onStatement((statement) => {
    if (counted.getStore() === mine && !notCounted.test(statement)) seen.push(statement);
  });
  try {
    await counted.run(mine, work);
  } finally {
    stop();
  }
  return seen;
}
