import { defineLiveUpdates, graphql, type ResultOf, InvalidInputFragment } from '@planerka/platform/web';

export const TeamRate_rate = graphql(`
  fragment TeamRate_rate on Rate @_unmask {
    id
    discipline
    deliverableType
    unit
    amount {
      amount
      currency
    }
    validFrom
  }
`);

export const Team_team = graphql(
  `
    fragment Team_team on Team @_unmask {
      members {
        id
        name
        email
        role
        disciplines
        employment
        weeklyHours
        clientLimit
        clientsLed {
          count
          limit
        }
        isActive
        version
        viewerCanManage
        hasSecondFactor
        leftBehind
        squads {
          id
          name
          isLead
        }
        rates {
          ...TeamRate_rate
        }
      }
      squads {
        id
        name
        leadId
        memberIds
        clients
        version
      }
      invitations {
        id
        email
        name
        role
        disciplines
        expiresAt
        isExpired
      }
      agencyRates {
        ...TeamRate_rate
      }
    }
  `,
  [TeamRate_rate],
);

export const TeamPageQuery = graphql(
  `
    query TeamPage {
      team {
        ...Team_team
      }
      viewer {
        id
        memberId
        role
        abilities
        agency {
          id
          currency
        }
      }
    }
  `,
  [Team_team],
);

export type Team = ResultOf<typeof Team_team>;
export type TeamMember = Team['members'][number];
export type TeamSquad = Team['squads'][number];
export type TeamRate = ResultOf<typeof TeamRate_rate>;
export type TeamViewer = NonNullable<ResultOf<typeof TeamPageQuery>['viewer']>;

export const InviteMemberMutation = graphql(
  `
    mutation InviteMember($input: InviteMemberInput!) {
      inviteMember(input: $input) {
        __typename
        ... on InviteMemberSuccess {
          invitationId
          url
          isMailed
          team {
            ...Team_team
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, Team_team],
);

export const RenewInvitationMutation = graphql(`
  mutation RenewInvitation($invitationId: ID!) {
    renewInvitation(invitationId: $invitationId) {
      __typename
      ... on InviteMemberSuccess {
        url
        isMailed
      }
    }
  }
`);

export const RevokeInvitationMutation = graphql(`
  mutation RevokeInvitation($invitationId: ID!) {
    revokeInvitation(invitationId: $invitationId) {
      __typename
    }
  }
`);

export const UpdateMemberMutation = graphql(
  `
    mutation UpdateMember($input: UpdateMemberInput!) {
      updateMember(input: $input) {
        __typename
        ... on MemberChanged {
          member {
            id
            version
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const SetMemberActiveMutation = graphql(`
  mutation SetMemberActive($input: SetMemberActiveInput!) {
    setMemberActive(input: $input) {
      __typename
      ... on MemberChanged {
        member {
          id
          isActive
          version
        }
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`);

export const CreateSquadMutation = graphql(
  `
    mutation CreateSquad($input: CreateSquadInput!) {
      createSquad(input: $input) {
        __typename
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const UpdateSquadMutation = graphql(
  `
    mutation UpdateSquad($input: UpdateSquadInput!) {
      updateSquad(input: $input) {
        __typename
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const SetRateMutation = graphql(
  `
    mutation SetRate($input: SetRateInput!) {
      setRate(input: $input) {
        __typename
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const RemoveRateMutation = graphql(`
  mutation RemoveRate($rateId: ID!) {
    removeRate(rateId: $rateId) {
      __typename
    }
  }
`);

// Who was invited joins from a device of their own.
defineLiveUpdates({ member: ['team'], invitation: ['team'] });
