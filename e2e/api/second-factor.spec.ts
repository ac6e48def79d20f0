import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency } from '@planerka/testing/server';
import { codeOf } from '../totp';
import { deviceOf, type Device } from './device';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const password = 'у самого синего моря';
const issues = '... on InvalidInput { issues { path code } }';
const register = `mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const begin = `mutation ($password: String!) {
  beginSecondFactor(password: $password) { ... on SecondFactorBegun { uri secret recoveryCodes } ${issues} }
}`;
const confirm = `mutation ($code: String!) {
  confirmSecondFactor(code: $code) { ... on AccountChanged { account { hasSecondFactor sessions { isThis } } } ${issues} }
}`;
const end = `mutation ($password: String!) {
  endSecondFactor(password: $password) { ... on AccountChanged { account { hasSecondFactor } } ${issues} }
}`;
const renew = `mutation ($password: String!) {
  renewRecoveryCodes(password: $password) { ... on RecoveryCodesMade { recoveryCodes } ${issues} }
}`;
const verify = `mutation ($input: VerifySecondFactorInput!) {
  verifySecondFactor(input: $input) { __typename ... on SignedIn { viewer { email } } ${issues} }
}`;
const who = '{ viewer { email } }';

const wrongCode = (secret: string): string => String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0');

let people = 0;
async function someone(): Promise<{ email: string; device: Device }> {
  const email = `lida${(people += 1)}@factor.example`;
  const device = deviceOf(api);
  await device.run(register, { input: { agencyName: `Полдень ${people}`, name: 'Лидия', email, password } });
  return { email, device };
}

async function withSecondFactor() {
  const lida = await someone();
  const { beginSecondFactor } = await lida.device.run(begin, { password });
  const { secret, recoveryCodes } = beginSecondFactor as { secret: string; recoveryCodes: string[] };
  await lida.device.run(confirm, { code: codeOf(secret) });
  return { ...lida, secret, recoveryCodes };
}

async function afterPassword(email: string): Promise<Device> {
  const device = deviceOf(api);
  const answer = await device.run(signIn, { input: { email, password } });
  expect(answer.signIn.__typename).toBe('SecondFactorNeeded');
  expect((await device.run(who)).viewer).toBeNull();
  return device;
}

describe('A second factor', () => {
  it('is turned on by the password and a first code, and asks nothing before', async () => {
    const { email, device } = await someone();
    const refused = await device.run(begin, { password: 'не тот пароль' });
    expect(refused.beginSecondFactor.issues).toEqual([{ path: ['password'], code: 'wrong_password' }]);

    const { beginSecondFactor: begun } = await device.run(begin, { password });
    expect(begun.uri).toContain('otpauth://totp/Planerka');
    expect(begun.recoveryCodes).toHaveLength(10);
    const halfway = await deviceOf(api).run(signIn, { input: { email, password } });
    expect(halfway.signIn.__typename).toBe('SignedIn');

    const wrong = await device.run(confirm, { code: wrongCode(begun.secret) });
    expect(wrong.confirmSecondFactor.issues).toEqual([{ path: ['code'], code: 'wrong_code' }]);
    const code = codeOf(begun.secret);
    const { confirmSecondFactor } = await device.run(confirm, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(confirmSecondFactor.account.hasSecondFactor).toBe(true);
    expect(confirmSecondFactor.account.sessions).toContainEqual({ isThis: true });
    expect((await device.run(who)).viewer).toEqual({ email });
  });

  it('is asked for after the password: a code lets in, a wrong one does not', async () => {
    const { email, secret } = await withSecondFactor();
    const device = await afterPassword(email);
    const wrong = await device.run(verify, { input: { code: wrongCode(secret) } });
    expect(wrong.verifySecondFactor.issues).toEqual([{ path: ['code'], code: 'wrong_code' }]);
    const right = await device.run(verify, { input: { code: codeOf(secret) } });
    expect(right.verifySecondFactor).toEqual({ __typename: 'SignedIn', viewer: { email } });
    expect((await device.run(who)).viewer).toEqual({ email });
  });

  it('is not to be guessed: after five codes the password is asked anew', async () => {
    const { email, secret } = await withSecondFactor();
    const device = await afterPassword(email);
    for (let round = 0; round < 5; round += 1) await device.run(verify, { input: { code: wrongCode(secret) } });
    const late = await device.run(verify, { input: { code: codeOf(secret) } });
    expect(late.verifySecondFactor.issues).toEqual([{ path: ['code'], code: 'second_factor_over' }]);
    expect((await device.run(who)).viewer).toBeNull();
  });

  it('has recovery codes for a lost phone, each of which works once', async () => {
    const { email, recoveryCodes } = await withSecondFactor();
    const [code] = recoveryCodes;
    const input = { code: ` ${code} `, isRecoveryCode: true };
    const first = await (await afterPassword(email)).run(verify, { input });
    expect(first.verifySecondFactor.__typename).toBe('SignedIn');
    const again = await (await afterPassword(email)).run(verify, { input });
    expect(again.verifySecondFactor.issues).toEqual([{ path: ['code'], code: 'wrong_code' }]);
  });

  it('gives new recovery codes for old ones, to whoever knows the password', async () => {
    const { email, device, recoveryCodes } = await withSecondFactor();
    const refused = await device.run(renew, { password: 'не тот пароль' });
    expect(refused.renewRecoveryCodes.issues).toEqual([{ path: ['password'], code: 'wrong_password' }]);
    const { renewRecoveryCodes } = await device.run(renew, { password });
    expect(renewRecoveryCodes.recoveryCodes).toHaveLength(10);
    const old = await (
      await afterPassword(email)
    ).run(verify, { input: { code: recoveryCodes[0], isRecoveryCode: true } });
    expect(old.verifySecondFactor.issues).toEqual([{ path: ['code'], code: 'wrong_code' }]);
  });

  it('is turned off by the password alone', async () => {
    const { email, device } = await withSecondFactor();
    const refused = await device.run(end, { password: 'не тот пароль' });
    expect(refused.endSecondFactor.issues).toEqual([{ path: ['password'], code: 'wrong_password' }]);
    expect((await device.run(end, { password })).endSecondFactor.account.hasSecondFactor).toBe(false);
    const plain = await deviceOf(api).run(signIn, { input: { email, password } });
    expect(plain.signIn.__typename).toBe('SignedIn');
    const nothing = await device.run(renew, { password });
    expect(nothing.renewRecoveryCodes.issues).toEqual([{ path: ['password'], code: 'second_factor_off' }]);
  });
});

describe('An agency that asks for a second factor', () => {
  const update = (requiresSecondFactor: boolean, expectedVersion = 1) => ({
    input: {
      expectedVersion,
      name: 'Полдень',
      timeZone: 'Europe/Moscow',
      locale: 'ru',
      killFeePercent: 0,
      requiresSecondFactor,
    },
  });
  const updateAgency = `mutation ($input: UpdateAgencyInput!) {
    updateAgency(input: $input) { ... on UpdateAgencySuccess { agency { requiresSecondFactor } } ${issues} }
  }`;
  const standing = '{ viewer { memberId needsSecondFactor } }';

  it('is not made one by an owner who has none: they would shut themself out', async () => {
    const { owner } = await agency();
    const { updateAgency: refused } = await api.as(owner).run(updateAgency, update(true));
    expect(refused.issues).toEqual([{ path: ['requiresSecondFactor'], code: 'second_factor_first' }]);
  });

  it('knows whoever has one, and shows the owner who has', async () => {
    const { device } = await withSecondFactor();
    const { updateAgency: done } = await device.run(updateAgency, update(true));
    expect(done.agency.requiresSecondFactor).toBe(true);
    expect((await device.run(standing)).viewer).toEqual({ memberId: expect.any(String), needsSecondFactor: false });
    const { team } = await device.run('{ team { members { hasSecondFactor } } }');
    expect(team.members).toEqual([{ hasSecondFactor: true }]);
    await device.run(end, { password });
    expect((await device.run(standing)).viewer).toEqual({ memberId: null, needsSecondFactor: true });
    await expect(device.run('{ team { members { id } } }')).rejects.toThrow('UNAUTHENTICATED');
  });
});
