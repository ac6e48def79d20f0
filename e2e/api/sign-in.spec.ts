import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const register = /* GraphQL */ `
  mutation ($input: RegisterAgencyInput!) {
    registerAgency(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          name
          role
          agency {
            name
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
const signIn = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          role
        }
      }
    }
  }
`;
const newcomer = { agencyName: 'Утро', name: 'Пётр Дубов', email: 'petr@utro.example', password: 'длинный пароль' };

describe('Sign-in', () => {
  it('registers an agency and signs its owner in', async () => {
    const { registerAgency } = await api.anonymous.run(register, { input: newcomer });
    expect(registerAgency).toEqual({
      __typename: 'SignedIn',
      viewer: { name: 'Пётр Дубов', role: 'OWNER', agency: { name: 'Утро' } },
    });

    const again = await api.anonymous.run(register, { input: newcomer });
    expect(again.registerAgency.issues).toEqual([{ path: ['email'], code: 'email_taken' }]);

    const right = await api.anonymous.run(signIn, {
      input: { email: ' Petr@Utro.example ', password: newcomer.password },
    });
    expect(right.signIn).toEqual({ __typename: 'SignedIn', viewer: { role: 'OWNER' } });
  });

  it.each(['petr@utro.example', 'nobody@utro.example'])(
    'does not tell a wrong password from an unknown e-mail: %s',
    async (email) => {
      const answer = await api.anonymous.run(signIn, { input: { email, password: 'не тот пароль' } });
      expect(answer.signIn).toEqual({ __typename: 'InvalidCredentials' });
    },
  );

  it.each([
    [{ password: 'короткий' }, ['password'], 'password_too_short'],
    [{ password: 'petr@utro.example' }, ['password'], 'password_is_email'],
    [{ email: 'не почта' }, ['email'], 'not_an_email'],
    [{ agencyName: '' }, ['agencyName'], 'required'],
    [{ timeZone: 'Москва' }, ['timeZone'], 'not_a_time_zone'],
  ])('names the field that is wrong: %j', async (wrong, path, code) => {
    const { registerAgency } = await api.anonymous.run(register, { input: { ...newcomer, ...wrong } });
    expect(registerAgency.issues).toEqual([{ path, code }]);
  });

  it('knows nobody without a session, and only own agencies with one', async () => {
    const { owner } = await agency();
    const foreign = await agency('Чужие');
    const viewer = '{ viewer { memberId agency { name } } }';

    expect((await api.anonymous.run(viewer)).viewer).toBeNull();
    expect((await api.as(owner).run(viewer)).viewer.memberId).toBe(owner.memberId);
    const stranger = api.withHeaders({ cookie: owner.cookie, 'x-planerka-agency': foreign.agencyId });
    expect((await stranger.run(viewer)).viewer).toEqual({ memberId: null, agency: null });
  });
});
