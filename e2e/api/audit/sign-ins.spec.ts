import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
}

/** Sealed a moment after it happened. */
async function entryOf(device: Device, action: string): Promise<Entry> {
  for (;;) {
    const entries: readonly Entry[] = (await device.run(log)).auditLog.nodes;
    const found = entries.find((entry) => entry.action === action);
    if (found) return found;
    await setImmediate();
  }
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
});
