import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { startMailServer, type MailServer } from './mail-server';
import { until } from './sockets';

let api: Api;
let mail: MailServer;

beforeAll(async () => {
  mail = await startMailServer();
  api = await startApi({ SMTP_URL: mail.url });
});
afterAll(async () => {
  await stopApi();
  await mail.close();
});

const invite = /* GraphQL */ `
  mutation ($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on InviteMemberSuccess {
        invitationId
        url
        isMailed
        team {
          invitations {
            email
            role
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
const accept = /* GraphQL */ `
  mutation ($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          role
          disciplines
          agency {
            name
          }
        }
      }
      ... on InvitationUnusable {
        state
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
const preview = 'query ($token: String!) { invitation(token: $token) { agencyName email role state } }';
const tokenIn = (url: string): string => url.split('/invite/')[1]!;
const newcomer = { name: 'Олег Ветров', password: 'очень длинный пароль' };
let people = 0;
const invitee = (squadId: string) => ({
  email: `oleg${(people += 1)}@mayak.example`,
  role: 'SPECIALIST',
  disciplines: ['COPY'],
  squadId,
});

async function invited(by: TestMember, squadId: string): Promise<{ id: string; token: string; email: string }> {
  const input = invitee(squadId);
  const { inviteMember } = await api.as(by).run(invite, { input });
  return { id: inviteMember.invitationId, token: tokenIn(inviteMember.url), email: input.email };
}

/** What the letter's link has and the inviter's has not. */
async function mailedWith(token: string): Promise<string> {
  const letter = () => mail.letters.find(({ text }) => text.includes(token));
  await until(() => letter() !== undefined);
  return /mailed=([\w-]+)/.exec(letter()!.text)![1]!;
}

describe('Invitations', () => {
  it('reach a newcomer by letter and by link, and let them in once', async () => {
    const { manager, squadId, agencyId } = await agency();
    const input = invitee(squadId);
    const { inviteMember } = await api.as(manager).run(invite, { input });
    expect(inviteMember).toMatchObject({ isMailed: true, team: { invitations: [{ email: input.email }] } });
    expect((await mail.letterTo(input.email)).text).toContain(inviteMember.url);

    const token = tokenIn(inviteMember.url);
    const shown = (await api.anonymous.run(preview, { token })).invitation;
    expect(shown).toEqual({ agencyName: 'Маяк', email: input.email, role: 'SPECIALIST', state: 'pending' });
    const mailed = await mailedWith(token);
    const asComer = { input: { token, mailed, ...newcomer } };
    const both = await Promise.all([1, 2].map(() => api.anonymous.run(accept, asComer)));
    expect(both.map(({ acceptInvitation }) => acceptInvitation.__typename).sort()[1]).toBe('SignedIn');
    const again = await api.anonymous.run(accept, { input: { token, ...newcomer } });
    expect(again.acceptInvitation).toEqual({ __typename: 'InvitationUnusable', state: 'accepted' });

    const team = (await api.as(manager).run('{ team { members { name squads { id } } invitations { email } } }')).team;
    expect(team.members).toContainEqual({ name: 'Олег Ветров', squads: [{ id: squadId }] });
    expect(team.invitations).toEqual([]);
    expect(agencyId).toBeDefined();
  });

  it('take a person who already works elsewhere into a second agency', async () => {
    const [first, second] = [await agency('Первые'), await agency('Вторые')];
    const { token } = await invited(second.owner, second.squadId);
    const { acceptInvitation } = await api.as(first.copywriter).run(accept, { input: { token } });
    expect(acceptInvitation.viewer.agency).toEqual({ name: 'Вторые' });
    const { viewer } = await api.as(first.copywriter).run('{ viewer { agency { name } memberships { agencyName } } }');
    expect(viewer).toEqual({
      agency: { name: 'Первые' },
      memberships: [{ agencyName: 'Первые' }, { agencyName: 'Вторые' }],
    });
  });

  it('stop working when revoked or renewed', async () => {
    const { owner, squadId } = await agency();
    const { id, token } = await invited(owner, squadId);
    const renewed = await api
      .as(owner)
      .run('mutation ($id: ID!) { renewInvitation(invitationId: $id) { ... on InviteMemberSuccess { url } } }', { id });
    expect((await api.anonymous.run(preview, { token })).invitation).toBeNull();
    const newToken = tokenIn(renewed.renewInvitation.url);
    await api.as(owner).run('mutation ($id: ID!) { revokeInvitation(invitationId: $id) { __typename } }', { id });
    const { acceptInvitation } = await api.anonymous.run(accept, { input: { token: newToken, ...newcomer } });
    expect(acceptInvitation).toEqual({ __typename: 'InvitationUnusable', state: 'revoked' });
  });

  it('are one for one address: the second replaces the first', async () => {
    const { owner, manager, squadId } = await agency();
    const first = await invited(owner, squadId);
    const input = { email: first.email.toUpperCase(), role: 'SPECIALIST', disciplines: ['DESIGN'], squadId };
    const { inviteMember } = await api.as(owner).run(invite, { input });
    expect(inviteMember.team.invitations).toEqual([{ email: first.email, role: 'SPECIALIST' }]);
    expect((await api.anonymous.run(preview, { token: first.token })).invitation).toBeNull();
    const token = tokenIn(inviteMember.url);
    const { acceptInvitation } = await api.anonymous.run(accept, {
      input: { token, mailed: await mailedWith(token), ...newcomer },
    });
    expect(acceptInvitation.viewer.disciplines).toEqual(['DESIGN']);

    // what the owner gave is not a manager's to take back
    const chief = { ...invitee(squadId), role: 'OWNER', disciplines: [] };
    await api.as(owner).run(invite, { input: chief });
    const refused = await api.as(manager).run(invite, { input: { ...invitee(squadId), email: chief.email } });
    expect(refused.inviteMember.issues).toEqual([{ path: ['email'], code: 'already_invited' }]);
  });

  it('stay for whom they are meant when a colleague opens the link', async () => {
    const { owner, squadId } = await agency();
    const { token } = await invited(owner, squadId);
    const asked = 'query ($token: String!) { invitation(token: $token) { isViewerMember } }';
    expect((await api.as(owner).run(asked, { token })).invitation.isViewerMember).toBe(true);
    const refused = await api.as(owner).run(accept, { input: { token } });
    expect(refused.acceptInvitation.issues).toEqual([{ path: ['email'], code: 'already_member' }]);
    expect((await api.anonymous.run(asked, { token })).invitation.isViewerMember).toBe(false);
    const mailed = await mailedWith(token);
    const { acceptInvitation } = await api.anonymous.run(accept, { input: { token, mailed, ...newcomer } });
    expect(acceptInvitation.__typename).toBe('SignedIn');
  });

  it('tell a newcomer all that is wrong at once', async () => {
    const { owner, squadId } = await agency();
    const { token } = await invited(owner, squadId);
    const { acceptInvitation } = await api.anonymous.run(accept, { input: { token, name: ' ', password: 'мало' } });
    expect(acceptInvitation.issues).toEqual([
      { path: ['name'], code: 'required' },
      { path: ['password'], code: 'password_too_short' },
    ]);
  });

  it('a manager invites specialists to own squads only; a specialist nobody', async () => {
    const { manager, copywriter, squadId, owner } = await agency();
    const asked = async (by: TestMember, input: object): Promise<string> =>
      (await api.as(by).run(invite, { input })).inviteMember.__typename;
    expect(await asked(manager, { ...invitee(squadId), role: 'MANAGER', disciplines: [] })).toBe('NotFound');
    expect(await asked(manager, { ...invitee(squadId), squadId: null })).toBe('NotFound');
    expect(await asked(copywriter, invitee(squadId))).toBe('NotFound');
    expect(await asked(owner, { ...invitee(squadId), role: 'OWNER', disciplines: [] })).toBe('InviteMemberSuccess');
  });

  it.each([
    [{ email: 'не почта' }, ['email'], 'not_an_email'],
    [{ disciplines: [] }, ['disciplines'], 'required'],
  ])('name what is wrong: %j', async (wrong, path, code) => {
    const { owner, squadId } = await agency();
    const { inviteMember } = await api.as(owner).run(invite, { input: { ...invitee(squadId), ...wrong } });
    expect(inviteMember.issues).toEqual([{ path, code }]);
  });
});

const team = /* GraphQL */ `
  {
    team {
      members {
        id
        employment
        rates {
          amount {
            amount
          }
        }
        viewerCanManage
      }
      agencyRates {
        id
      }
    }
  }
`;
const setRate = /* GraphQL */ `
  mutation ($input: SetRateInput!) {
    setRate(input: $input) {
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
const rate = { discipline: 'COPY', unit: 'DELIVERABLE', amount: '2500', validFrom: '2026-01-01' };

describe('People', () => {
  it('their rates and employment are the owner’s and their own business', async () => {
    const own = await agency();
    const { owner, manager, copywriter, designer } = own;
    await api.as(owner).run(setRate, { input: { ...rate, memberId: copywriter.memberId } });
    const seenBy = async (viewer: TestMember) =>
      (await api.as(viewer).run(team)).team.members.find(({ id }: { id: string }) => id === copywriter.memberId);

    expect((await seenBy(owner)).rates).toEqual([{ amount: { amount: '2500.00' } }]);
    expect((await seenBy(copywriter)).rates).toHaveLength(1);
    for (const other of [manager, designer]) {
      expect(await seenBy(other)).toMatchObject({ rates: [], employment: null, viewerCanManage: false });
    }
    const refused = await api.as(manager).run(setRate, { input: { ...rate, memberId: copywriter.memberId } });
    expect(refused.setRate.__typename).toBe('NotFound');
  });

  it.each([
    [{ amount: '-1' }, 'negative'],
    [{ amount: '10.001' }, 'too_precise'],
    [{ amount: 'много' }, 'not_a_number'],
  ])('a rate is money: %j', async (wrong, code) => {
    const { owner } = await agency();
    const { setRate: refused } = await api.as(owner).run(setRate, { input: { ...rate, ...wrong } });
    expect(refused.issues).toEqual([{ path: ['amount'], code }]);
  });

  it('an agency keeps an owner, and two changes at once do not overwrite each other', async () => {
    const { owner, copywriter } = await agency();
    const setActive = (memberId: string, expectedVersion: number, isActive: boolean) =>
      api.as(owner).run(`mutation ($input: SetMemberActiveInput!) { setMemberActive(input: $input) { __typename } }`, {
        input: { memberId, expectedVersion, isActive },
      });
    expect((await setActive(owner.memberId, 1, false)).setMemberActive.__typename).toBe('LastOwner');
    const both = await Promise.all([
      setActive(copywriter.memberId, 1, false),
      setActive(copywriter.memberId, 1, false),
    ]);
    expect(both.map(({ setMemberActive }) => setMemberActive.__typename).sort()).toEqual([
      'MemberChanged',
      'StaleVersion',
    ]);
    expect((await api.as(copywriter).run('{ viewer { memberId } }')).viewer.memberId).toBeNull();
  });

  it('whoever becomes a specialist, or goes, leads their squad no more', async () => {
    const { owner, manager } = await agency();
    const leads = async () =>
      (await api.as(owner).run('{ team { squads { name leadId } } }')).team.squads.map(
        ({ leadId }: { leadId: string | null }) => leadId,
      );
    await api.as(owner).run(`mutation ($input: CreateSquadInput!) { createSquad(input: $input) { __typename } }`, {
      input: { name: 'Её команда', leadId: manager.memberId, memberIds: [] },
    });
    expect(await leads()).toContain(manager.memberId);
    const { updateMember } = await api
      .as(owner)
      .run(
        `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { ... on MemberChanged { member { role disciplines } } } }`,
        {
          input: {
            memberId: manager.memberId,
            expectedVersion: 1,
            name: 'Анна',
            role: 'SPECIALIST',
            disciplines: ['COPY'],
            employment: 'STAFF',
            weeklyHours: 40,
          },
        },
      );
    expect(updateMember.member).toEqual({ role: 'SPECIALIST', disciplines: ['COPY'] });
    expect(await leads()).not.toContain(manager.memberId);
  });

  it('a squad has a lead who leads', async () => {
    const own: TestAgency = await agency();
    const { owner, manager, copywriter } = own;
    const create = (input: object) =>
      api.as(owner).run(
        `mutation ($input: CreateSquadInput!) {
          createSquad(input: $input) { ... on SquadChanged { squad { leadId memberIds } } ... on InvalidInput { issues { path code } } }
        }`,
        { input },
      );
    const wrong = await create({ name: 'Вторая команда', leadId: copywriter.memberId });
    expect(wrong.createSquad.issues).toEqual([{ path: ['leadId'], code: 'lead_is_specialist' }]);
    const right = await create({ name: 'Вторая команда', leadId: manager.memberId, memberIds: [copywriter.memberId] });
    expect(right.createSquad.squad.memberIds.sort()).toEqual([manager.memberId, copywriter.memberId].sort());
    const taken = await create({ name: 'Вторая команда' });
    expect(taken.createSquad.issues).toEqual([{ path: ['name'], code: 'name_taken' }]);
  });
});
