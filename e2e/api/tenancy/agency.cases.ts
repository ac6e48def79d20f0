import type { TenancyCases } from './cases';

const member = { name: 'Взломщик', role: 'OWNER', disciplines: [], employment: 'STAFF', weeklyHours: 1 };

export const agencyCases: TenancyCases = {
  invitation: () => ({ document: '{ invitation(token: "чужой") { email } }', variables: {} }),
  acceptInvitation: () => ({
    document: 'mutation { acceptInvitation(input: { token: "чужой" }) { __typename } }',
    variables: {},
  }),
  inviteMember: (ids) => ({
    document: 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }',
    variables: { input: { email: 'spy@x.example', role: 'MANAGER', squadId: ids.squad } },
  }),
  renewInvitation: (ids) => ({
    document: 'mutation ($id: ID!) { renewInvitation(invitationId: $id) { __typename } }',
    variables: { id: ids.invitation },
  }),
  revokeInvitation: (ids) => ({
    document: 'mutation ($id: ID!) { revokeInvitation(invitationId: $id) { __typename } }',
    variables: { id: ids.invitation },
  }),
  updateMember: (ids) => ({
    document: 'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { __typename } }',
    variables: { input: { memberId: ids.member, expectedVersion: 1, ...member } },
  }),
  setMemberActive: (ids) => ({
    document: 'mutation ($input: SetMemberActiveInput!) { setMemberActive(input: $input) { __typename } }',
    variables: { input: { memberId: ids.member, expectedVersion: 1, isActive: false } },
  }),
  createResetLink: (ids) => ({
    document: 'mutation ($input: CreateResetLinkInput!) { createResetLink(input: $input) { __typename } }',
    variables: { input: { memberId: ids.member } },
  }),
  createSquad: (ids) => ({
    document:
      'mutation ($input: CreateSquadInput!) { createSquad(input: $input) { __typename ... on InvalidInput { issues { path code } } } }',
    variables: { input: { name: 'Шпионы', memberIds: [ids.member] } },
  }),
  updateSquad: (ids) => ({
    document: 'mutation ($input: UpdateSquadInput!) { updateSquad(input: $input) { __typename } }',
    variables: { input: { squadId: ids.squad, expectedVersion: 1, name: 'Шпионы' } },
  }),
  setRate: (ids) => ({
    document: 'mutation ($input: SetRateInput!) { setRate(input: $input) { __typename } }',
    variables: {
      input: { memberId: ids.member, discipline: 'COPY', unit: 'HOUR', amount: '1', validFrom: '2026-01-01' },
    },
  }),
  removeRate: (ids) => ({
    document: 'mutation ($id: ID!) { removeRate(rateId: $id) { __typename } }',
    variables: { id: ids.rate },
  }),
  createCalendarLink: ({ client: clientId }) => ({
    document: 'mutation ($input: CreateCalendarLinkInput!) { createCalendarLink(input: $input) { __typename } }',
    variables: { input: { kind: 'CLIENT', clientId } },
  }),
  revokeCalendarLink: ({ calendarLink: id }) => ({
    document: 'mutation ($id: ID!) { revokeCalendarLink(calendarLinkId: $id) { __typename } }',
    variables: { id },
  }),
  revokeApiToken: (ids) => ({
    document: 'mutation ($id: ID!) { revokeApiToken(tokenId: $id) { __typename } }',
    variables: { id: ids.apiToken },
  }),
};
