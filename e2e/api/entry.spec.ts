import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, testPrisma, type TestMember } from '@planerka/testing/server';
import { SMTPServer } from 'smtp-server';
import { deviceOf } from './device';
import { startNode, type Api } from './harness';
import { startOpenIdProvider, type OpenIdProvider } from './openid-provider';
import { until } from './sockets';

let api: Api;
let smtp: SMTPServer;
let provider: OpenIdProvider;
const letters: { to: string; text: string }[] = [];

/** A letter of one part: nodemailer takes whichever encoding is the shorter. */
function textOf(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const text = textOf(Buffer.concat(pieces).toString());
        const [to] = session.envelope.rcptTo;
        letters.push({ to: to?.address ?? '', text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  provider = await startOpenIdProvider('planerka');
  const { port } = smtp.server.address() as { port: number };
  api = await startNode({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
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
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const password = 'у самого синего моря';
const next = 'белеет парус одинокий';
const register = 'mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }';
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
async function someone() {
  const email = `vera${(people += 1)}@entry.example`;
  const device = deviceOf(api);
  await device.run(register, { input: { agencyName: `Заря ${people}`, name: 'Вера', email, password } });
  return { email, device };
}

async function linkIn(path: string, email: string): Promise<string> {
  const find = () => letters.find(({ to, text }) => to === email && text.includes(path));
  await until(() => find() !== undefined);
  return find()!.text.split(path)[1]!.split(/\s/)[0]!;
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
    expect(await withPassword(own.copywriter.email, next)).toBe('SignedIn');

    expect((await link(own.manager, own.copywriter.memberId)).createResetLink.__typename).toBe('NotFound');
    expect((await link(other.owner, own.copywriter.memberId)).createResetLink.__typename).toBe('NotFound');
  });
});

describe('An e-mail', () => {
  it('is confirmed by the letter that came after registration', async () => {
    const { email } = await someone();
    const token = await linkIn('/verify-email/', email);
    expect((await api.anonymous.run(verify, { token: `${token}x` })).verifyEmail.__typename).toBe('InvalidInput');
    expect((await api.anonymous.run(verify, { token })).verifyEmail.__typename).toBe('EmailVerified');
    const prisma = await testPrisma();
    expect(await prisma.user.findUnique({ where: { email } })).toMatchObject({ emailVerified: true });
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
    expect((await comeBack(claims)).viewer).toBeNull();
    const prisma = await testPrisma();
    await prisma.user.update({ where: { email }, data: { emailVerified: true } });
    expect((await comeBack({ ...claims, email_verified: false })).viewer).toBeNull();
    expect((await comeBack(claims)).viewer).toEqual({ email });
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
