import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { absentIds, agency, everythingOf, testDatabase, type Ids, type TestAgency } from '@planerka/testing/server';
import pg from 'pg';
import { startApi, stopApi, type Api } from '../harness';
import { allCases } from './all-cases';
import type { Operation } from './cases';

/** Root fields that name nothing of an agency: they show the viewer's own things only. */
const withoutIds = new Set([
  'Query.viewer',
  'Query.clients',
  'Query.servingSquads',
  'Query.services',
  'Mutation.createService',
  // A guest's fields know the link in the header and nothing else.
  'Query.guestApproval',
  'Mutation.guestDecide',
  'Mutation.guestComment',
  'Query.guestPlan',
  'Mutation.guestPlanDecide',
  'Mutation.guestPlanRemark',
  'Mutation.signIn',
  'Mutation.signOut',
  'Mutation.registerAgency',
  'Mutation.updateAgency',
  'Mutation.setAgencyDays',
  'Query.agencyExports',
  'Mutation.requestAgencyExport',
  'Mutation.askAgencyDeletion',
  'Mutation.cancelAgencyDeletion',
  'Query.team',
  'Query.apiTokens',
  'Query.calendarLinks',
  'Query.planApprovals',
  'Mutation.createApiToken',
  'Query.webhooks',
  'Mutation.createWebhook',
  'Query.ownMetrics',
  'Query.today',
  'Query.waiting',
  'Query.agencySteps',
  'Query.planViews',
  'Query.taskViews',
  // A person's own account, apart from any agency; a session's id is theirs or of nothing.
  'Query.account',
  'Mutation.updateProfile',
  'Mutation.changePassword',
  'Mutation.sendEmailConfirmation',
  'Mutation.endSession',
  'Mutation.endOtherSessions',
  'Mutation.beginSecondFactor',
  'Mutation.confirmSecondFactor',
  'Mutation.endSecondFactor',
  'Mutation.renewRecoveryCodes',
  'Mutation.verifySecondFactor',
  'Query.signInOptions',
  'Mutation.requestPasswordReset',
  'Mutation.resetPassword',
  'Mutation.signInWithProvider',
  'Mutation.verifyEmail',
]);

let api: Api;
let own: TestAgency;
let foreign: Ids;
let admin: pg.Client;

beforeAll(async () => {
  api = await startApi();
  own = await agency('Свои');
  foreign = await everythingOf(await agency('Чужие'));
  admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await stopApi();
});

describe('Another agency’s ids answer as if absent', () => {
  it('has a case for every root field that takes an id', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
    );
    const missing = fields.filter((field) => !withoutIds.has(field) && !(field.split('.')[1]! in allCases));
    expect(missing).toEqual([]);
  });

  for (const [field, operation] of Object.entries(allCases)) it(field, () => answersAsIfAbsent(operation));
});

async function answersAsIfAbsent(operation: (ids: Ids) => Operation): Promise<void> {
  const before = await contentOf(admin);
  const foreignCase = operation(foreign);
  const told = await api.as(own.owner).ask(foreignCase.document, foreignCase.variables);
  const absentCase = operation(absentIds());
  const absent = await api.as(own.owner).ask(absentCase.document, absentCase.variables);

  expect(told.errors.map(({ extensions }) => extensions['code'])).not.toContain('GRAPHQL_VALIDATION_FAILED');
  expect(told.data).toEqual(absent.data);
  expect(told.errors.map(({ message }) => message)).toEqual(absent.errors.map(({ message }) => message));
  expect(await contentOf(admin)).toEqual(before);
}

/** A fingerprint of every row that is not the asking agency's own; the search index follows them in its own time. */
async function contentOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id'
       AND table_name NOT LIKE 'search\\_%'`,
  );
  const prints: Record<string, string> = {};
  for (const { table_name } of tables) {
    const { rows } = await client.query<{ print: string | null }>(
      `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS print FROM "${table_name}" t WHERE agency_id = $1`,
      [foreign.agency],
    );
    prints[table_name] = rows[0]?.print ?? '';
  }
  return prints;
}
