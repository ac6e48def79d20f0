import { asks, everybody, leads, list, members, own, owner, signedIn, thing, type Expectations } from './expectations';

const guests = { outside: 'not found' } as const;

/** Of accounts, members and what is the agency's as a whole. */
export const agency: Expectations = {
  'Query.viewer': own(null, signedIn, { ...asks('{ viewer { __typename } }'), outside: 'not found' }),
  'Query.agencySteps': own(null, signedIn, asks('{ agencySteps { __typename } }')),
  'Query.account': own(null, signedIn, asks('{ account { __typename } }')),
  'Mutation.updateProfile': own(null, signedIn, {
    ...asks('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
      input: { name: '', locale: 'ru' },
    }),
  }),
  'Mutation.changePassword': own(null, signedIn, {
    ...asks('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }', {
      input: { currentPassword: '', newPassword: '' },
    }),
  }),
  // Of nobody: a session is ended by whose it is.
  'Mutation.endSession': own(null, '', {
    ...asks('mutation ($id: ID!) { endSession(sessionId: $id) { __typename } }', {
      id: '01a21900-0000-7000-8000-000000000000',
    }),
  }),
  'Mutation.sendEmailConfirmation': own(null, signedIn, {
    ...asks('mutation { sendEmailConfirmation { __typename } }'),
  }),
  'Mutation.endOtherSessions': own(null, signedIn, {
    ...asks('mutation { endOtherSessions { __typename } }'),
    endsSession: true,
  }),
  'Mutation.beginSecondFactor': own(null, signedIn, {
    ...asks('mutation { beginSecondFactor(password: "") { __typename } }'),
    endsSession: true,
  }),
  'Mutation.confirmSecondFactor': own(null, signedIn, {
    ...asks('mutation { confirmSecondFactor(code: "") { __typename } }'),
    endsSession: true,
  }),
  'Mutation.endSecondFactor': own(null, signedIn, {
    ...asks('mutation { endSecondFactor(password: "") { __typename } }'),
    endsSession: true,
  }),
  'Mutation.renewRecoveryCodes': own(null, signedIn, {
    ...asks('mutation { renewRecoveryCodes(password: "") { __typename } }'),
    endsSession: true,
  }),
  'Mutation.verifySecondFactor': own(null, everybody, {
    ...asks('mutation { verifySecondFactor(input: { code: "" }) { __typename } }'),
  }),
  'Query.signInOptions': own(null, everybody, asks('{ signInOptions { __typename } }')),
  'Mutation.requestPasswordReset': own(null, everybody, {
    ...asks('mutation { requestPasswordReset(email: "") { __typename } }'),
  }),
  'Mutation.resetPassword': own(null, everybody, {
    ...asks('mutation { resetPassword(input: { token: "", newPassword: "" }) { __typename } }'),
  }),
  'Mutation.verifyEmail': own(null, everybody, { ...asks('mutation { verifyEmail(token: "") { __typename } }') }),
  // No provider is set up here: signing in by one is entry.spec.ts.
  'Mutation.signInWithProvider': own(null, '', {
    ...asks('mutation { signInWithProvider { __typename } }'),
    outside: 'not found',
  }),
  'Mutation.createResetLink': thing('member.manage', owner),
  'Query.team': list('member.view', members, asks('{ team { __typename } }')),
  'Query.apiTokens': list('token.revoke', 'owner assignee', asks('{ apiTokens { __typename } }')),
  'Mutation.createApiToken': own('token.create', signedIn, {
    ...asks('mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { __typename } }', {
      input: { name: '', scopes: [], expiresInDays: 0 },
    }),
  }),
  'Mutation.revokeApiToken': thing('token.revoke', 'owner assignee'),
  'Query.calendarLinks': list('calendar.revoke', 'owner assignee', asks('{ calendarLinks { __typename name } }')),
  'Mutation.createCalendarLink': thing('calendar.give', leads),
  'Mutation.revokeCalendarLink': thing('calendar.revoke', 'owner assignee'),
  'Query.invitation': own(null, '', guests),
  'Mutation.acceptInvitation': own(null, '', guests),
  'Mutation.signIn': own(null, everybody, {
    ...asks('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email: '', password: '' },
    }),
  }),
  'Mutation.signOut': own(null, everybody, { ...asks('mutation { signOut { __typename } }'), endsSession: true }),
  'Mutation.registerAgency': own(null, everybody, {
    ...asks('mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }', {
      input: { agencyName: '', name: '', email: '', password: '' },
    }),
  }),
  'Mutation.updateAgency': thing('agency.manage', `${owner} foreigner`, {
    ...asks('mutation ($input: UpdateAgencyInput!) { updateAgency(input: $input) { __typename } }', {
      input: { expectedVersion: 999, name: 'Маяк', timeZone: 'Europe/Moscow', locale: 'ru', killFeePercent: 0 },
    }),
  }),
  'Mutation.setAgencyDays': thing('agency.manage', `${owner} foreigner`, {
    ...asks('mutation ($input: SetAgencyDaysInput!) { setAgencyDays(input: $input) { __typename } }', {
      input: { expectedVersion: 999, daysOff: [], workedDays: [], calendarYears: [] },
    }),
  }),
  // Its address names the agency.
  'Query.agencyExports': list('agency.export', owner, asks('{ agencyExports { id url } }')),
  'Mutation.requestAgencyExport': thing('agency.export', `${owner} foreigner`, {
    ...asks('mutation { requestAgencyExport { __typename } }'),
    isOwn: true,
  }),
  'Mutation.askAgencyDeletion': thing('agency.manage', `${owner} foreigner`, {
    ...asks('mutation ($input: AskAgencyDeletionInput!) { askAgencyDeletion(input: $input) { __typename } }', {
      input: { agencyName: 'не так' },
    }),
    isOwn: true,
  }),
  'Mutation.cancelAgencyDeletion': thing('agency.manage', `${owner} foreigner`, {
    ...asks('mutation { cancelAgencyDeletion { __typename } }'),
    isOwn: true,
  }),
  'Mutation.inviteMember': thing('member.manage', owner),
  'Mutation.renewInvitation': thing('member.invite', leads),
  'Mutation.revokeInvitation': thing('member.invite', leads),
  'Mutation.updateMember': thing('member.manage', owner),
  'Mutation.setMemberActive': thing('member.manage', owner),
  'Mutation.addAbsence': thing('member.profile.edit', 'owner assignee'),
  'Mutation.removeAbsence': thing('member.profile.edit', 'owner assignee'),
  'Query.handOver': thing('member.manage', owner),
  'Mutation.handOverTasks': thing('member.manage', owner, {
    operation: ({ member: memberId }) => ({
      document: 'mutation ($input: HandOverTasksInput!) { handOverTasks(input: $input) { __typename } }',
      variables: { input: { memberId, expectedVersion: 999, moves: [] } },
    }),
  }),
  'Mutation.createSquad': thing('squad.manage', owner),
  'Mutation.updateSquad': thing('squad.manage', owner, {
    operation: ({ squad: squadId }) => ({
      document: 'mutation ($input: UpdateSquadInput!) { updateSquad(input: $input) { __typename } }',
      variables: { input: { squadId, expectedVersion: 999, name: 'Первая команда' } },
    }),
  }),
  'Mutation.setRate': thing('rate.edit', owner),
  'Mutation.removeRate': thing('rate.edit', owner),
};
