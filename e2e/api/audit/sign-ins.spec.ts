import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../totp';
import { deviceOf, type Device } from '../device';
import { startApi, stopApi, type Api } from '../harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const password = 'у самого синего моря';
const register = `mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const changePassword = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`;
const log = `{ auditLog(first: 50) { nodes { action actorName address changes { field } } } }`;

interface Entry {
  readonly action: string;
  readonly actorName: string;
  readonly address: string | null;
  readonly changes: readonly { readonly field: string }[];
}

/** So many at least: each is sealed a moment after it happened. */
async function entriesOf(device: Device, action: string, wanted: number): Promise<readonly Entry[]> {
  for (;;) {
    const entries: readonly Entry[] = (await device.run(log)).auditLog.nodes;
    const found = entries.filter((entry) => entry.action === action);
    if (found.length >= wanted) return found;
    await setImmediate();
  }
}

async function entryOf(device: Device, action: string): Promise<Entry> {
  const [entry] = await entriesOf(device, action, 1);
  if (!entry) throw new Error(`There is no ${action}`);
  return entry;
}

describe('The journal of an agency', () => {
  it('keeps how its people come and go, and who tried to', async () => {
    const email = 'vera@journal.example';
    const home = deviceOf(api);
    await home.run(register, { input: { agencyName: 'Заря', name: 'Вера', email, password } });
    expect(await entryOf(home, 'agency.registered')).toMatchObject({ actorName: 'Вера' });

    const phone = deviceOf(api);
    await phone.run(signIn, { input: { email, password: 'не тот пароль' } });
    // Nobody knows who that was.
    expect(await entryOf(home, 'account.sign_in_failed')).toMatchObject({ actorName: '?' });
    await phone.run(signIn, { input: { email, password } });
    const came = await entryOf(home, 'account.signed_in');
    expect(came).toMatchObject({ actorName: 'Вера', address: expect.any(String) });
    await phone.run('mutation { signOut { __typename } }');
    await entryOf(home, 'account.signed_out');
    const input = { currentPassword: password, newPassword: 'ветер по морю гуляет' };
    await home.run(changePassword, { input });
    expect(await entryOf(home, 'account.password_changed')).toMatchObject({ actorName: 'Вера' });
  });

  it('keeps what a person changes of their own account', async () => {
    const email = 'lida@journal.example';
    const home = deviceOf(api);
    await home.run(register, { input: { agencyName: 'Полдень', name: 'Лида', email, password } });
    const lida = { actorName: 'Лида', address: expect.any(String) };

    const phone = deviceOf(api);
    await phone.run(signIn, { input: { email, password } });
    const { account } = await home.run('{ account { sessions { id isThis } } }');
    const other = account.sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    await home.run('mutation ($id: ID!) { endSession(sessionId: $id) { __typename } }', { id: other.id });
    expect(await entriesOf(home, 'account.sessions_ended', 1)).toEqual([expect.objectContaining(lida)]);
    await home.run('mutation { endOtherSessions { __typename } }');
    expect(await entriesOf(home, 'account.sessions_ended', 2)).toHaveLength(2);

    const begun = await home.run(
      'mutation ($password: String!) { beginSecondFactor(password: $password) { ... on SecondFactorBegun { secret } } }',
      { password },
    );
    const { secret } = begun.beginSecondFactor;
    await home.run('mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }', {
      code: codeOf(secret),
    });
    expect(await entryOf(home, 'account.second_factor_on')).toMatchObject(lida);

    const tablet = deviceOf(api);
    await tablet.run(signIn, { input: { email, password } });
    await tablet.run(
      'mutation ($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { __typename } }',
      {
        input: { code: codeOf(secret), isRecoveryCode: false },
      },
    );
    // On the phone, and here by both steps; the password alone lets nobody in.
    expect(await entriesOf(home, 'account.signed_in', 2)).toHaveLength(2);
    for (const [mutation, action] of [
      ['renewRecoveryCodes', 'account.recovery_codes_renewed'],
      ['endSecondFactor', 'account.second_factor_off'],
    ] as const) {
      await home.run(`mutation ($password: String!) { ${mutation}(password: $password) { __typename } }`, { password });
      expect(await entryOf(home, action)).toMatchObject(lida);
    }

    await home.run('mutation { updateProfile(input: { name: "Лидия", locale: "ru" }) { __typename } }');
    expect((await entryOf(home, 'member.updated')).changes).toEqual([{ field: 'name' }]);
  });
});
