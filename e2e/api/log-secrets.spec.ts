import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  agency,
  aTask,
  databaseWay,
  readyBrief,
  testPrisma,
  within,
  type DatabaseWay,
  type TestAgency,
} from '@planerka/testing/server';
import { SMTPServer } from 'smtp-server';
import { codeOf } from '../totp';
import { approvalActors } from './approvals.actors';
import { remark } from './approvals.documents';

import { deviceOf } from './device';
import { startNode, type Api } from './harness';
import { until } from './sockets';
import { saveDraft } from './tasks.documents';

const lines: string[] = [];
/** What must stand nowhere, by what it is; each is like nothing else. */
const secrets: Record<string, string> = {};
let way: DatabaseWay;
let post: SMTPServer;
let api: Api;
let own: TestAgency;
/** The path of one that is read. */
let calendar: string;

/** Words that are found nowhere else. */
function planted(name: string, around = (mark: string): string => `Тайна ${mark}`): string {
  const text = around(randomUUID().slice(0, 13));
  secrets[name] = text;
  return text;
}

beforeAll(async () => {
  // Libraries that do not know our log write here.
  for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    jest.spyOn(console, method).mockImplementation((...said) => void lines.push(inspect(said, { depth: 12 })));
  way = await databaseWay();
  own = await agency();
  api = await startNode(
    {
      NODE_ENV: 'production',
      DATABASE_URL: way.url,
      LOG_LEVEL: 'trace',
      RATE_LIMITS: 'false',
      SMTP_URL: await startRefusingPost(),
    },
    { write: (line) => void lines.push(line) },
  );
});
/** A server of mail that takes no letter, and says whose. */
async function startRefusingPost(): Promise<string> {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(new Error(`5.1.1 <${address}>: no such box`)),
  });
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`;
}

afterAll(async () => {
  await new Promise<void>((resolve) => post.close(resolve));
  await api.app.close();
  await way.cut();
  jest.restoreAllMocks();
});

const issues = '... on InvalidInput { issues { path code } }';
const asks = {
  register: `mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename ${issues} } }`,
  signIn: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
  begin: `mutation ($password: String!) {
    beginSecondFactor(password: $password) { ... on SecondFactorBegun { secret recoveryCodes } ${issues} }
  }`,
  confirm: 'mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }',
  verify: 'mutation ($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { __typename } }',
  change: `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ${issues} } }`,
  forgot: 'mutation ($email: String!) { requestPasswordReset(email: $email) { isMailConfigured } }',
  reset: 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }',
  invite: `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename ... on InviteMemberSuccess { url } } }`,
  accept: 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }',
  calendar: `mutation { createCalendarLink(input: { kind: MEMBER }) { ... on CalendarLinkCreated { url calendar { id } } } }`,
  endCalendar: 'mutation ($id: ID!) { revokeCalendarLink(calendarLinkId: $id) { __typename } }',
  token: `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on ApiTokenCreated { token } } }`,
};

/** Everything that is secret, said and asked once: rightly, wrongly and by a broken way to the database. */
describe('The log at its most talkative', () => {
  const email = planted('the e-mail', (mark) => `vera-${mark}@log.example`);
  const password = planted('the password');

  it('hears of an account with a second factor', async () => {
    const device = deviceOf(api);
    const account = { agencyName: 'Заря', name: 'Вера', email, password };
    await device.run(asks.register, { input: account });
    await deviceOf(api).run(asks.register, { input: account });
    const twins = { ...account, email: planted('the e-mail of two at once', (mark) => `${mark}@twins.example`) };
    await Promise.all([1, 2].map(() => api.anonymous.ask(asks.register, { input: twins })));
    // The letter that confirms the e-mail never arrives here.
    await (await testPrisma()).user.update({ where: { email }, data: { emailVerified: true } });
    await device.run(asks.signIn, { input: { email, password } });
    const { beginSecondFactor: begun } = await device.run(asks.begin, { password });
    secrets['the secret of the second factor'] = begun.secret;
    secrets['a recovery code'] = begun.recoveryCodes[0];
    secrets['another recovery code'] = begun.recoveryCodes[1];
    await device.run(asks.confirm, { code: codeOf(begun.secret) });

    const again = deviceOf(api);
    await again.run(asks.signIn, { input: { email, password: planted('a wrong password') } });
    await again.run(asks.signIn, {
      input: { email: planted('an unknown e-mail', (m) => `${m}@no.example`), password },
    });
    await again.run(asks.signIn, { input: { email, password } });
    await again.run(asks.verify, { input: { code: planted('a wrong code') } });
    await again.run(asks.verify, { input: { code: begun.recoveryCodes[0], isRecoveryCode: true } });
    const next = planted('the next password');
    await device.run(asks.change, { input: { currentPassword: password, newPassword: next } });
    await deviceOf(api).run(asks.forgot, { email });
    await deviceOf(api).run(asks.reset, { input: { token: planted('a wrong token of a letter'), newPassword: next } });
    await until(() => lines.some((line) => line.includes('no such box')));
  });

  it('hears of the main job, from an invitation to the client’s word', async () => {
    secrets['the session'] = own.owner.cookie.split('=')[1] ?? '';
    const { owner, manager } = own;
    const invited = planted('an invited e-mail', (mark) => `oleg-${mark}@log.example`);
    const { inviteMember } = await api.as(owner).run(asks.invite, { input: { email: invited, role: 'MANAGER' } });
    const invitation = inviteMember.url.split('/invite/')[1];
    secrets['the token of an invitation'] = invitation;
    await api.anonymous.ask(asks.accept, {
      input: { token: invitation, name: 'Олег', password: planted('the password of who is invited') },
    });
    const { createApiToken } = await api
      .as(manager)
      .run(asks.token, { input: { name: 'Отчёт', scopes: ['tasks:read'], expiresInDays: 7 } });
    secrets['an API token'] = createApiToken.token;
    await api.withHeaders({ authorization: `Bearer ${createApiToken.token}` }).run('{ tasks { nodes { id } } }');

    const draft = await aTask(own);
    const { saveBriefDraft } = await api.as(manager).run(saveDraft, {
      input: { taskId: draft.id, expectedVersion: 1, data: { ...readyBrief(), goal: planted('the text of a brief') } },
    });
    expect(saveBriefDraft.__typename).toBe('TaskSuccess');

    const { guest, see, say, asked } = approvalActors(api, own);
    const pin = '48151623';
    secrets['the PIN'] = pin;
    const { url } = await asked({ pin, message: planted('the words to the client') });
    const token = url.split('/g/')[1] ?? '';
    secrets['the token of a link'] = token;
    await api.app.inject({ method: 'GET', url: `/g/${token}`, headers: { referer: url } });
    await see(guest(url, planted('a wrong PIN')));
    const marina = guest(url, pin);
    const { contentHash, posts } = await see(marina);
    await marina.run(remark, { input: { subjectId: posts[0].subjects[0].id, body: planted('a client’s comment') } });
    await say(marina, { decision: 'REQUEST_CHANGES', contentHash, comment: planted('a client’s word') });
  });

  it('hears of calendars, by whatever way a program asks for one', async () => {
    const { createCalendarLink: made } = await api.as(own.manager).run(asks.calendar);
    calendar = new URL(made.url).pathname;
    const secret = calendar.split('/').at(-1)?.replace('.ics', '') ?? '';
    secrets['the address of a calendar'] = secret;
    const read = async (url: string): Promise<number> =>
      (await api.app.inject({ method: 'GET', url, headers: { referer: `https://calendar.example${url}` } })).statusCode;
    expect(await read(calendar)).toBe(200);
    const { createCalendarLink: ending } = await api.as(own.manager).run(asks.calendar);
    const ended = new URL(ending.url).pathname;
    secrets['the address of a calendar that is ended'] = ended.split('/').at(-1)?.replace('.ics', '') ?? '';
    await api.as(own.manager).run(asks.endCalendar, { id: ending.calendar.id });
    expect(await read(ended)).toBe(404);
    expect(await read(`/api/calendar/${planted('a wrong address of a calendar', (mark) => `plc_${mark}`)}.ics`)).toBe(
      404,
    );
    // Typed wrongly, it is no secret of anybody's any more, and is not told all the same.
    expect(await read(`${calendar}/x?token=${secret}`)).toBe(404);
    const kept = await within(
      own.agencyId,
      (db) => db.$queryRaw<{ row: string }[]>`
      SELECT a::text AS row FROM audit_entry a UNION ALL SELECT e::text FROM outbox_event e`,
    );
    expect(kept.filter(({ row }) => row.includes('calendar')).length).toBeGreaterThan(0);
    expect(kept.filter(({ row }) => row.includes(secret))).toEqual([]);
  });

  it('hears of all that breaks', async () => {
    await way.cut();
    const { owner, manager } = own;
    const link = { 'x-planerka-guest': secrets['the token of a link'] ?? '', 'x-planerka-pin': '48151623' };
    await Promise.all([
      api.anonymous.ask(asks.signIn, { input: { email, password } }),
      api.anonymous.ask(asks.register, { input: { agencyName: 'Ночь', name: 'Вера', email, password } }),
      api.anonymous.ask(asks.forgot, { email }),
      api.as(owner).ask(asks.invite, { input: { email, role: 'MANAGER' } }),
      api.as(manager).ask(saveDraft, {
        input: {
          taskId: randomUUID(),
          expectedVersion: 1,
          data: { ...readyBrief(), goal: secrets['the text of a brief'] },
        },
      }),
      api.withHeaders(link).ask('{ guestApproval { __typename } }'),
      api.app.inject({ method: 'GET', url: calendar }),
      api.as(manager).ask(asks.calendar),
      api.withHeaders({ authorization: `Bearer ${secrets['an API token']}` }).ask('{ tasks { nodes { id } } }'),
    ]);
    await way.mend();
    await until(async () => (await api.as(owner).ask('{ viewer { name } }')).data?.viewer?.name !== undefined);
  });

  it('held nothing of it', () => {
    const log = lines.join('\n');
    expect(log).toContain('"path":"/graphql"');
    expect(log).toContain('BetterAuth');
    expect(log).toContain('<…@log.example>: no such box');
    const told = Object.entries(secrets).filter(([, secret]) => log.includes(secret));
    expect(told.map(([name]) => name)).toEqual([]);
    expect(Object.keys(secrets).length).toBeGreaterThan(20);
  });
});
