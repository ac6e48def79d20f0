import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isId, newId } from '@planerka/platform/domain';
import { agency, everyRow, testDatabase, type TestAgency } from '@planerka/testing/server';
import { codeOf } from '../totp';
import { approvalActors } from './approvals.actors';
import { deviceOf } from './device';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  own = await agency();
});
afterAll(stopApi);

/** Bits of the characters that a secret is written in: every one was drawn. */
const bitsOf = (secret: string, alphabet: number): number => secret.length * Math.log2(alphabet);
const base64url = /^[A-Za-z0-9_-]+$/;

/** Which bits of ids take both values. */
function movingBits(ids: readonly string[]): number {
  const numbers = ids.map((id) => BigInt(`0x${id.replaceAll('-', '')}`));
  const [ones, zeros] = [numbers.reduce((all, one) => all | one), numbers.reduce((all, one) => all | ~one)];
  const both = BigInt.asUintN(128 - 48, ones & zeros);
  return both.toString(2).replaceAll('0', '').length;
}

describe('An id', () => {
  it('is a UUID of version 7: a millisecond, and 73 random bits beside it', () => {
    const ids: string[] = [];
    for (let last = 0, n = 0; n < 400;) {
      const now = Date.now();
      if (now === last) continue;
      [last, n] = [now, n + 1];
      ids.push(newId());
    }
    expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true);
    expect(movingBits(ids)).toBeGreaterThanOrEqual(73);
  });

  it('keeps 42 of them from whoever knows one of the same millisecond', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    const together = [...Map.groupBy(ids, (id) => id.slice(0, 13)).values()].toSorted((a, b) => b.length - a.length)[0];
    expect(movingBits(together ?? [])).toBeGreaterThanOrEqual(42);
    expect(ids).toEqual(ids.toSorted());
  });
});

const password = 'у самого синего моря';
const asks = {
  register: 'mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }',
  begin: `mutation ($password: String!) {
    beginSecondFactor(password: $password) { ... on SecondFactorBegun { secret recoveryCodes } }
  }`,
  confirm: 'mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }',
  invite:
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberSuccess { url } } }',
  reset: 'mutation ($input: CreateResetLinkInput!) { createResetLink(input: $input) { ... on ResetLinkMade { url } } }',
  token:
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on ApiTokenCreated { token } } }',
};
const lastOf = (url: string): string => url.split('/').at(-1) ?? '';

describe('A secret', () => {
  it('cannot be guessed, and cannot be read from the database', async () => {
    const { owner, manager, copywriter } = own;
    const { asked } = approvalActors(api, own);
    const pin = '48151623';
    const [link, otherLink] = [await asked({ pin }), await asked()];
    const { inviteMember } = await api.as(owner).run(asks.invite, { input: { email: 'a@b.example', role: 'MANAGER' } });
    const { createResetLink } = await api.as(owner).run(asks.reset, { input: { memberId: copywriter.memberId } });
    const { createApiToken } = await api
      .as(manager)
      .run(asks.token, { input: { name: 'Отчёт', scopes: ['tasks:read'], expiresInDays: 7 } });
    const device = deviceOf(api);
    await device.run(asks.register, { input: { agencyName: 'Заря', name: 'Вера', email: 'v@s.example', password } });
    const { beginSecondFactor: factor } = await device.run(asks.begin, { password });
    await device.run(asks.confirm, { code: codeOf(factor.secret) });

    // One that is handed over by hand says so before its random part.
    const tokens = [link.url, otherLink.url, inviteMember.url, createResetLink.url].map((url) =>
      lastOf(url).replace(/^by-hand\./, ''),
    );
    for (const token of tokens) {
      expect(token).toMatch(base64url);
      expect(Math.floor(bitsOf(token, 64))).toBeGreaterThanOrEqual(256);
    }
    // Behind 16 bytes that say whose it is.
    const random = Buffer.from(createApiToken.token.slice('plk_'.length), 'base64url').subarray(16);
    expect(random.length * 8).toBe(256);
    const cookie = await cookieOfNewcomer();
    const [session = ''] = cookie.split('.');
    expect(bitsOf(session, 62)).toBeGreaterThan(128);
    expect(bitsOf(factor.secret, 32)).toBeGreaterThanOrEqual(160);
    expect(bitsOf(factor.recoveryCodes[0].replace('-', ''), 62)).toBeGreaterThan(59);

    const rows = Object.values(await everyRow((await testDatabase()).adminUrl))
      .flat()
      .join('\n');
    const said = {
      tokens,
      apiToken: createApiToken.token,
      random: random.toString('base64url'),
      pin,
      password,
      secret: factor.secret,
      codes: factor.recoveryCodes,
      // Its signature, without which the session's row opens nothing.
      session: cookie,
    };
    const readable = Object.entries(said).filter(([, secret]) => [secret].flat().some((one) => rows.includes(one)));
    expect(readable.map(([name]) => name)).toEqual([]);
  });
});

async function cookieOfNewcomer(): Promise<string> {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: {
      query: asks.register,
      variables: { input: { agencyName: 'Утро', name: 'Олег', email: 'o@s.example', password } },
    },
  });
  const set = [answer.headers['set-cookie'] ?? []].flat().find((one) => one.includes('session_token')) ?? '';
  return decodeURIComponent(set.split(';')[0]?.split('=')[1] ?? '');
}
