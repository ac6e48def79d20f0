import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyErasure, AUTH, type Auth } from '@planerka/agency/server';
import { Temporal } from '@planerka/platform/domain';
import { agency, testPrisma, within, type TestMember } from '@planerka/testing/server';
import { codeOf } from '../totp';
import { deviceOf } from './device';
import { startNode, type Api, type Caller } from './harness';
import { startMailServer, type MailServer } from './mail-server';
import { startOpenIdProvider, type OpenIdProvider } from '../openid-provider';
import { until } from './sockets';

let api: Api;
let mail: MailServer;
let provider: OpenIdProvider;

beforeAll(async () => {
  mail = await startMailServer();
  provider = await startOpenIdProvider('planerka');
  api = await startNode({
    SMTP_URL: mail.url,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'planerka',
    OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
    OIDC_NAME: 'Маяк ID',
  });
  await api.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await api.app.close();
  await provider.stop();
  await mail.close();
});

const password = 'у самого синего моря';
const next = 'белеет парус одинокий';
const register = `mutation ($input: RegisterAgencyInput!) {
  registerAgency(input: $input) { __typename ... on InvalidInput { issues { path code } } }
}`;
const accept = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { __typename ... on SignedIn { viewer { email memberId } } ... on InvalidInput { issues { path code } } }
}`;
const invite =
  'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberSuccess { url } } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const request = 'mutation ($email: String!) { requestPasswordReset(email: $email) { isMailConfigured } }';
const reset = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { __typename ... on InvalidInput { issues { path code } } }
}`;
const createLink = `mutation ($input: CreateResetLinkInput!) {
  createResetLink(input: $input) { __typename ... on ResetLinkMade { url } ... on InvalidInput { issues { path code } } }
}`;
const verify = 'mutation ($token: String!) { verifyEmail(token: $token) { __typename } }';

let people = 0;
const newEmail = (): string => `vera${(people += 1)}@entry.example`;
const registration = (email: string) => ({ input: { agencyName: 'Заря', name: 'Вера', email, password } });

/** Registered, and the letter answered. */
async function someone() {
  const email = newEmail();
  const device = deviceOf(api);
  await device.run(register, registration(email));
  await device.run(verify, { token: await linkIn('/verify-email/', email) });
  await device.run(signIn, { input: { email, password } });
  return { email, device };
}

/** Both links of an invitation: the one that the inviter sees, and the one of the letter. */
async function invited(by: TestMember, email: string) {
  const input = { email, role: 'SPECIALIST', disciplines: ['COPY'] };
  const { inviteMember } = await api.as(by).run(invite, { input });
  const token = inviteMember.url.split('/invite/')[1] as string;
  return { token, mailed: await linkIn(`${token}?mailed=`, email) };
}

async function linkIn(path: string, email: string): Promise<string> {
  const find = () => mail.letters.find(({ to, text }) => to === email && text.includes(path));
  await until(() => find() !== undefined);
  return find()!.text.split(path)[1]!.split(/\s/)[0]!;
}

/** The journal of their agency has it: sealed a moment after it happened. */
async function isKept(device: Pick<Caller, 'run'>, action: string, times = 1): Promise<void> {
  const log = 'query ($actions: [String!]) { auditLog(first: 5, actions: $actions) { nodes { actorName address } } }';
  await until(async () => (await device.run(log, { actions: [action] })).auditLog.nodes.length >= times);
}

const withPassword = async (email: string, secret: string): Promise<string> =>
  (await api.anonymous.run(signIn, { input: { email, password: secret } })).signIn.__typename;

describe('A forgotten password', () => {
  it('is set anew by a letter, once, and every session ends', async () => {
    const { email, device } = await someone();
    await api.anonymous.run(request, { email: ` ${email.toUpperCase()} ` });
    const token = await linkIn('/reset-password/', email);
    const set = async (newPassword: string) =>
      (await api.anonymous.run(reset, { input: { token, newPassword } })).resetPassword;
    expect((await set('sunshine2026!')).issues).toEqual([{ path: ['newPassword'], code: 'password_too_common' }]);
    expect((await set(next)).__typename).toBe('PasswordReset');
    expect((await device.run('{ viewer { name } }')).viewer).toBeNull();
    expect([await withPassword(email, password), await withPassword(email, next)]).toEqual([
      'InvalidCredentials',
      'SignedIn',
    ]);
    expect((await set(password)).issues).toEqual([{ path: ['token'], code: 'reset_link_over' }]);
    const again = deviceOf(api);
    await again.run(signIn, { input: { email, password: next } });
    await isKept(again, 'account.email_verified');
    await isKept(again, 'account.password_reset');
  });

  it('is asked for alike where there is no such account', async () => {
    const { email } = await someone();
    const answers = await Promise.all(
      [email, 'nobody@entry.example', 'не почта'].map((asked) => api.anonymous.run(request, { email: asked })),
    );
    const same = { requestPasswordReset: { isMailConfigured: true } };
    expect(answers).toEqual([same, same, same]);
  });

  it('is set by a link that the owner hands over, of who works here and nowhere else', async () => {
    const [own, other] = [await agency(), await agency()];
    const link = (by: TestMember, memberId: string) => api.as(by).run(createLink, { input: { memberId } });
    const { createResetLink } = await link(own.owner, own.copywriter.memberId);
    const token = createResetLink.url.split('/reset-password/')[1];
    // nothing of it can be read from the database
    const prisma = await testPrisma();
    expect(await prisma.verification.count({ where: { identifier: { contains: token } } })).toBe(0);
    const { resetPassword } = await api.anonymous.run(reset, { input: { token, newPassword: next } });
    expect(resetPassword.__typename).toBe('PasswordReset');
    // from hand to hand: it says nothing of the post box, which is asked for at the next sign-in
    expect(await withPassword(own.copywriter.email, next)).toBe('InvalidCredentials');
    await api.anonymous.run(verify, { token: await linkIn('/verify-email/', own.copywriter.email) });
    expect(await withPassword(own.copywriter.email, next)).toBe('SignedIn');

    expect((await link(own.manager, own.copywriter.memberId)).createResetLink.__typename).toBe('NotFound');
    expect((await link(other.owner, own.copywriter.memberId)).createResetLink.__typename).toBe('NotFound');
  });
});

describe('Registering', () => {
  it('is answered alike for a new e-mail and a known one, after the same work; the letter says which it was', async () => {
    const { email: known, device } = await someone();
    const fresh = newEmail();
    const context = await api.app.get<Auth>(AUTH).$context;
    const { hash } = context.password;
    let hashed = 0;
    context.password.hash = (text) => ((hashed += 1), hash(text));
    const answers: unknown[] = [];
    for (const email of [fresh, known]) answers.push([await deviceOf(api).run(register, registration(email)), hashed]);
    context.password.hash = hash;
    const sent = { registerAgency: { __typename: 'LetterSent' } };
    expect(answers).toEqual([
      [sent, 1],
      [sent, 2],
    ]);
    expect(await linkIn('/verify-email/', fresh)).toBeTruthy();
    expect(await linkIn('/forgot-password', known)).toBe('');
    // neither does trying the password just chosen tell it
    expect(await withPassword(fresh, password)).toBe('InvalidCredentials');
    const { viewer } = await device.run('{ viewer { memberships { id } } }');
    expect(viewer.memberships).toHaveLength(1);
  });

  it('lets in by the letter, and sends another to whoever comes with the right password before', async () => {
    const email = newEmail();
    const device = deviceOf(api);
    await device.run(register, registration(email));
    await linkIn('/verify-email/', email);
    const before = mail.letters.length;
    await device.run(signIn, { input: { email, password } });
    await until(() =>
      mail.letters.slice(before).some(({ to, text }) => to === email && text.includes('/verify-email/')),
    );
    const token = await linkIn('/verify-email/', email);
    expect((await api.anonymous.run(verify, { token: `${token}x` })).verifyEmail.__typename).toBe('InvalidInput');
    expect((await api.anonymous.run(verify, { token })).verifyEmail.__typename).toBe('EmailVerified');
    await device.run(signIn, { input: { email, password } });
    expect(await device.run('{ viewer { role } account { isEmailVerified canConfirmEmail } }')).toEqual({
      viewer: { role: 'OWNER' },
      account: { isEmailVerified: true, canConfirmEmail: false },
    });
  });

  it('by an invitation tells its holder nothing, but whoever reads the post box', async () => {
    const { owner } = await agency();
    const { email: known } = await someone();
    const [fresh, mailedTo] = [newEmail(), newEmail()];
    const comer = { name: 'Вера', password };
    const answers = [];
    for (const email of [known, fresh]) {
      const { token } = await invited(owner, email);
      answers.push(await api.anonymous.run(accept, { input: { token, ...comer } }));
      answers.push(await api.anonymous.run(accept, { input: { token, ...comer, mailed: 'AAAA' } }));
    }
    const sent = { acceptInvitation: { __typename: 'LetterSent' } };
    expect(answers).toEqual([sent, sent, sent, sent]);
    expect(await linkIn('/verify-email/', fresh)).toMatch(/[?]next=%2Finvite%2F/);
    expect(await linkIn('/sign-in', known)).toMatch(/^[?]next=%2Finvite%2F/);

    const { acceptInvitation } = await api.anonymous.run(accept, {
      input: { ...(await invited(owner, mailedTo)), ...comer },
    });
    expect(acceptInvitation).toEqual({
      __typename: 'SignedIn',
      viewer: { email: mailedTo, memberId: expect.any(String) },
    });
    const again = await agency('Вторые');
    const second = await api.anonymous.run(accept, { input: { ...(await invited(again.owner, known)), ...comer } });
    expect(second.acceptInvitation.issues ?? second.acceptInvitation).toEqual([
      { path: ['email'], code: 'email_taken' },
    ]);
  });

  it('is closed where the operator says so, or where one agency lives already', async () => {
    for (const REGISTRATION of ['closed', 'first']) {
      const node = await startNode({ REGISTRATION });
      try {
        const { signInOptions } = await node.anonymous.run('{ signInOptions { isRegistrationOpen } }');
        expect(signInOptions).toEqual({ isRegistrationOpen: false });
        const { registerAgency } = await node.anonymous.run(register, registration(newEmail()));
        expect(registerAgency.issues).toEqual([{ path: [], code: 'registration_closed' }]);
      } finally {
        await node.app.close();
      }
    }
  });
});

describe('An e-mail that is not confirmed', () => {
  it('is told as such to its person, who gets another letter', async () => {
    const { owner } = await agency();
    const account = '{ account { isEmailVerified canConfirmEmail } }';
    expect((await api.as(owner).run(account)).account).toEqual({ isEmailVerified: false, canConfirmEmail: true });
    const { sendEmailConfirmation } = await api
      .as(owner)
      .run('mutation { sendEmailConfirmation { __typename ... on LetterSent { email } } }');
    expect(sendEmailConfirmation).toEqual({ __typename: 'LetterSent', email: owner.email });
    await api.anonymous.run(verify, { token: await linkIn('/verify-email/', owner.email) });
    expect((await api.as(owner).run(account)).account).toEqual({ isEmailVerified: true, canConfirmEmail: false });
  });
});

describe('The end of an agency', () => {
  it('is written to all its owners when it is asked for, the day before, and when it is taken back', async () => {
    const { owner, manager, join } = await agency('Ёлка');
    const second = await join('Пётр Савельев', 'owner', [], []);
    const wasWritten = async (words: string) => {
      const toOf = () => mail.letters.filter(({ text }) => text.includes(words)).map(({ to }) => to);
      await until(() => toOf().length >= 2);
      expect(toOf().sort()).toEqual([owner.email, second.email].sort());
      expect(toOf()).not.toContain(manager.email);
    };
    await api.as(owner).run('mutation { askAgencyDeletion(input: { agencyName: "Ёлка" }) { __typename } }');
    await wasWritten('удаляет агентство «Ёлка»');
    const inDays = (days: number) => Temporal.Now.instant().add({ hours: 24 * days });
    const erasure = api.app.get(AgencyErasure);
    await erasure.warn(inDays(11));
    await erasure.warn(inDays(12.5));
    await wasWritten('Вернуть это будет нельзя');
    await api.as(owner).run('mutation { cancelAgencyDeletion { __typename } }');
    await wasWritten('Всё остаётся на месте');
  });
});

describe('Signing in by OpenID Connect', () => {
  const begin = `mutation ($invitation: String) {
    signInWithProvider(invitationToken: $invitation) { __typename ... on ProviderAddress { url } }
  }`;

  /** A browser's way to the provider and back; returns where it lands and who it is then. */
  async function comeBack(claims: object, invitation: string | null = null) {
    const base = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
    const jar = new Map<string, string>();
    const keep = (response: Response) => {
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        jar.set(pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1));
      }
    };
    const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = async (query: string, variables: object = {}) => {
      const response = await fetch(`${base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookies() },
        body: JSON.stringify({ query, variables }),
      });
      keep(response);
      return ((await response.json()) as { data: Record<string, { url: string; email: string } | null> }).data;
    };
    const { signInWithProvider } = await ask(begin, { invitation });
    const address = new URL(signInWithProvider!.url);
    provider.vouch(claims);
    const atProvider = await fetch(address, { redirect: 'manual' });
    const back = await fetch(atProvider.headers.get('location')!, {
      redirect: 'manual',
      headers: { cookie: cookies() },
    });
    keep(back);
    const { viewer } = await ask('{ viewer { email } }');
    return { landed: new URL(back.headers.get('location')!, base), viewer, ask };
  }

  it('lets in whoever has the account of a verified e-mail, on both sides', async () => {
    const { email } = await someone();
    const claims = { sub: `vera-${email}`, email, email_verified: true, name: 'Вера' };
    const prisma = await testPrisma();
    await prisma.user.update({ where: { email }, data: { emailVerified: false } });
    expect((await comeBack(claims)).viewer).toBeNull();
    await prisma.user.update({ where: { email }, data: { emailVerified: true } });
    expect((await comeBack({ ...claims, email_verified: false })).viewer).toBeNull();
    const cameBack = await comeBack(claims);
    expect(cameBack.viewer).toEqual({ email });
    // Once by the password, once by the provider.
    await isKept({ run: cameBack.ask }, 'account.signed_in', 2);
  });

  it('asks for the second factor of the account after the provider', async () => {
    const { email, device } = await someone();
    const { beginSecondFactor } = await device.run(
      'mutation ($password: String!) { beginSecondFactor(password: $password) { ... on SecondFactorBegun { secret } } }',
      { password },
    );
    await device.run('mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }', {
      code: codeOf(beginSecondFactor.secret),
    });
    const halfway = await comeBack({ sub: `two-${email}`, email, email_verified: true, name: 'Вера' });
    expect(halfway.viewer).toBeNull();
    expect(halfway.landed.pathname + halfway.landed.search).toBe('/sign-in?step=code');
    const { verifySecondFactor } = await halfway.ask(
      'mutation ($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { __typename } }',
      { input: { code: codeOf(beginSecondFactor.secret), isRecoveryCode: false } },
    );
    expect(verifySecondFactor).toEqual({ __typename: 'SignedIn' });
    expect((await halfway.ask('{ viewer { email } }'))['viewer']).toEqual({ email });
  });

  it('lets nobody past the second factor that an agency asks for, and one without a password can turn it on', async () => {
    const { owner, agencyId } = await agency();
    const email = newEmail();
    const { token } = await invited(owner, email);
    const came = await comeBack({ sub: `ask-${email}`, email, email_verified: true, name: 'Новый' }, token);
    await came.ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }', {
      input: { token },
    });
    const viewer = async () => (await came.ask('{ viewer { email memberId needsSecondFactor } }'))['viewer'];
    await within(agencyId, (db) => db.agency.update({ where: { id: agencyId }, data: { requiresSecondFactor: true } }));
    expect(await viewer()).toMatchObject({ memberId: null, needsSecondFactor: true });
    const { beginSecondFactor } = (await came.ask(
      'mutation { beginSecondFactor(password: "") { ... on SecondFactorBegun { secret } } }',
    )) as unknown as { beginSecondFactor: { secret: string } };
    await came.ask('mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }', {
      code: codeOf(beginSecondFactor.secret),
    });
    expect(await viewer()).toMatchObject({ memberId: expect.any(String), needsSecondFactor: false });
  });

  it('makes no account for whoever is not invited, and one for who is', async () => {
    const { owner, squadId } = await agency();
    const email = `new${(people += 1)}@entry.example`;
    const claims = { sub: `new-${email}`, email, email_verified: true, name: 'Новый' };
    const refused = await comeBack(claims);
    expect(refused.viewer).toBeNull();
    expect(refused.landed.pathname).toBe('/sign-in');
    const prisma = await testPrisma();
    expect(await prisma.user.count({ where: { email } })).toBe(0);

    const { inviteMember } = await api
      .as(owner)
      .run(
        'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberSuccess { url } } }',
        { input: { email, role: 'SPECIALIST', disciplines: ['COPY'], squadId } },
      );
    const token = inviteMember.url.split('/invite/')[1] as string;
    const invited = await comeBack(claims, token);
    expect(invited.viewer).toEqual({ email });
    expect(invited.landed.pathname).toBe(`/invite/${token}`);
    // an account alone: a member of the agency they are by accepting
    const memberOf = async () => (await invited.ask('{ viewer { email memberId } }'))['viewer'];
    expect(await memberOf()).toMatchObject({ memberId: null });
    await invited.ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }', {
      input: { token },
    });
    expect(await memberOf()).toMatchObject({ memberId: expect.any(String) });
  });

  it('is offered by name', async () => {
    const { signInOptions } = await api.anonymous.run('{ signInOptions { isMailConfigured providerName } }');
    expect(signInOptions).toEqual({ isMailConfigured: true, providerName: 'Маяк ID' });
  });
});
