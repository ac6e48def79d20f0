import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, sessionCookie, type TestMember } from '@planerka/testing/server';
import { closeCodes } from '@planerka/platform/server';
import { startApi, startNode, stopApi, type Api, type Caller } from './harness';
import { CloseCode } from 'graphql-ws';
import { listenAs, socketOf } from './sockets';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
});
afterAll(stopApi);

const account = /* GraphQL */ `
  {
    account {
      name
      email
      locale
      hasPassword
      hasSecondFactor
      sessions {
        id
        browser
        system
        isMobile
        isThis
      }
    }
  }
`;
const register = /* GraphQL */ `
  mutation ($input: RegisterAgencyInput!) {
    registerAgency(input: $input) {
      __typename
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
    }
  }
`;
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const changePassword = /* GraphQL */ `
  mutation ($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on AccountChanged {
        account {
          sessions {
            isThis
          }
        }
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
    }
  }
`;

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const password = 'у самого синего моря';
let people = 0;

/** Somebody with a password, as the sign-in form lets them in on a device. */
async function someone(): Promise<{ email: string; on(userAgent: string, secret?: string): Promise<Caller> }> {
  const email = `petr${(people += 1)}@account.example`;
  await api.anonymous.run(register, { input: { agencyName: `Утро ${people}`, name: 'Пётр Дубов', email, password } });
  return {
    email,
    on: async (userAgent, secret = password) => {
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'user-agent': userAgent },
        payload: { query: signIn, variables: { input: { email, password: secret } } },
      });
      const [set = ''] = [response.headers['set-cookie']].flat();
      return api.withHeaders({ cookie: String(set).split(';')[0]!, 'user-agent': userAgent });
    },
  };
}

describe('An account', () => {
  it('shows where its person is signed in, this place first', async () => {
    const petr = await someone();
    await petr.on(firefox);
    const here = await petr.on(phone);
    const told = (await here.run(account)).account;
    expect(told).toMatchObject({ name: 'Пётр Дубов', email: petr.email, hasPassword: true, hasSecondFactor: false });
    expect(told.sessions[0]).toMatchObject({ browser: 'Chrome', system: 'Android', isMobile: true, isThis: true });
    expect(told.sessions).toContainEqual(
      expect.objectContaining({ browser: 'Firefox', system: 'Linux', isMobile: false, isThis: false }),
    );
  });

  it('gives its person’s name to every agency they work in', async () => {
    const { copywriter, owner } = await agency();
    const { updateProfile } = await api
      .as(copywriter)
      .run(
        `mutation { updateProfile(input: { name: " Мария Лис ", locale: "en" }) { ... on AccountChanged { account { name locale } } } }`,
      );
    expect(updateProfile.account).toEqual({ name: 'Мария Лис', locale: 'en' });
    const { team } = await api.as(owner).run('{ team { members { id name } } }');
    expect(team.members).toContainEqual({ id: copywriter.memberId, name: 'Мария Лис' });
    const { updateProfile: refused } = await api
      .as(copywriter)
      .run(
        `mutation { updateProfile(input: { name: " ", locale: "en" }) { ... on InvalidInput { issues { path code } } } }`,
      );
    expect(refused.issues).toEqual([{ path: ['name'], code: 'required' }]);
  });

  it('is nobody’s without a session', async () => {
    const { errors } = await api.anonymous.ask(account);
    expect(errors[0]!.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('A password', () => {
  it('is changed by whoever knows it, and every other session ends', async () => {
    const petr = await someone();
    const there = await petr.on(firefox);
    const here = await petr.on(phone);
    const change = async (input: object) => (await here.run(changePassword, { input })).changePassword;

    const next = 'белеет парус одинокий';
    expect((await change({ currentPassword: 'не тот пароль', newPassword: next })).issues).toEqual([
      { path: ['currentPassword'], code: 'wrong_password' },
    ]);
    expect((await there.run('{ viewer { name } }')).viewer).not.toBeNull();

    const changed = await change({ currentPassword: password, newPassword: next });
    expect(changed).toEqual({ __typename: 'AccountChanged', account: { sessions: [{ isThis: true }] } });
    expect((await there.run('{ viewer { name } }')).viewer).toBeNull();
    expect((await (await petr.on(firefox)).run('{ viewer { name } }')).viewer).toBeNull();
    expect((await (await petr.on(firefox, next)).run('{ viewer { name } }')).viewer).not.toBeNull();
  });

  it.each([
    ['sunshine2026!', 'password_too_common'],
    ['christopher', 'password_too_common'],
    ['пароль12345', 'password_too_common'],
    ['коротко', 'password_too_short'],
  ])('must not be one that leaks most: %s', async (wrong, code) => {
    const input = { agencyName: 'Утро', name: 'Пётр', email: 'petr@leaked.example', password: wrong };
    const { registerAgency } = await api.anonymous.run(register, { input });
    expect(registerAgency.issues).toEqual([{ path: ['password'], code }]);

    const { copywriter } = await agency();
    const changed = await api
      .as(copywriter)
      .run(changePassword, { input: { currentPassword: password, newPassword: wrong } });
    expect(changed.changePassword.issues).toEqual([{ path: ['newPassword'], code }]);
  });
});

describe('A session', () => {
  const sessionsOf = async (member: TestMember): Promise<readonly { id: string; isThis: boolean }[]> =>
    (await api.as(member).run(account)).account.sessions;

  it('is ended from another device, and what it holds open closes at once', async () => {
    const { copywriter, designer } = await agency();
    const lost = { ...copywriter, cookie: await sessionCookie(copywriter.userId) };
    const ear = await listenAs(api, lost);
    const [other] = (await sessionsOf(copywriter)).filter(({ isThis }) => !isThis);
    const end = 'mutation ($id: ID!) { endSession(sessionId: $id) { __typename } }';

    const notTheirs = await api.as(designer).run(end, { id: other!.id });
    expect(notTheirs.endSession.__typename).toBe('NotFound');
    expect((await api.as(lost).run('{ viewer { name } }')).viewer).not.toBeNull();

    expect((await api.as(copywriter).run(end, { id: other!.id })).endSession.__typename).toBe('AccountChanged');
    expect(await ear.ended).toMatchObject({ code: closeCodes.comeAgain });
    expect((await api.as(lost).run('{ viewer { name } }')).viewer).toBeNull();
    expect((await api.as(copywriter).run('{ viewer { name } }')).viewer).not.toBeNull();

    const client = await socketOf(api, lost);
    const refused = await new Promise((resolve) => {
      client.subscribe(
        { query: 'subscription { happened { type } }' },
        { next: resolve, error: resolve, complete: () => undefined },
      );
    });
    expect(refused).toMatchObject({ code: CloseCode.Forbidden });
    await client.dispose();
  });

  it('is the only one left after signing out everywhere else', async () => {
    const { copywriter } = await agency();
    await Promise.all([1, 2].map(() => sessionCookie(copywriter.userId)));
    expect(await sessionsOf(copywriter)).toHaveLength(3);
    await api.as(copywriter).run('mutation { endOtherSessions { __typename } }');
    expect(await sessionsOf(copywriter)).toEqual([expect.objectContaining({ isThis: true })]);
  });
});

describe('Guessing', () => {
  const guess = async (node: Api, email: string): Promise<string> =>
    (await node.anonymous.run(signIn, { input: { email, password: 'наугад наугад' } })).signIn.__typename;

  it('is stopped by account, and a restart forgives nobody', async () => {
    const petr = await someone();
    const answers: string[] = [];
    for (const email of [petr.email, 'nobody@account.example']) {
      const first = await startNode({ RATE_LIMITS: 'true' });
      // Twenty an address and minute are the other limit: each try comes from an address of its own.
      let address = 0;
      const from = (node: Api) => node.withHeaders({ 'x-forwarded-for': `203.0.113.${(address += 1)}` });
      const tryOn = async (node: Api) =>
        (await from(node).run(signIn, { input: { email, password: 'наугад наугад' } })).signIn.__typename;
      for (let round = 0; round < 10; round += 1) answers.push(await tryOn(first));
      await first.app.close();
      const second = await startNode({ RATE_LIMITS: 'true' });
      answers.push(await tryOn(second));
      await second.app.close();
    }
    const ofOne = [...Array<string>(10).fill('InvalidCredentials'), 'TooManyAttempts'];
    expect(answers).toEqual([...ofOne, ...ofOne]);
  });

  it('is stopped by address', async () => {
    const node = await startNode({ RATE_LIMITS: 'true' });
    const answers: string[] = [];
    for (let round = 0; round < 21; round += 1) answers.push(await guess(node, `nobody${round}@address.example`));
    await node.app.close();
    expect(answers.filter((answer) => answer === 'TooManyAttempts')).toEqual(['TooManyAttempts']);
    expect(answers.at(-1)).toBe('TooManyAttempts');
  });
});
