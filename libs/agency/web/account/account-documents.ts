import { defineCacheUpdates, graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';
import { gql } from 'urql';

export const Account_account = graphql(`
  fragment Account_account on Account @_unmask {
    id
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
      ipAddress
      signedInAt
      lastUsedAt
      isThis
    }
  }
`);

export const AccountPageQuery = graphql(
  `
    query AccountPage {
      account {
        ...Account_account
      }
    }
  `,
  [Account_account],
);

export type Account = ResultOf<typeof AccountPageQuery>['account'];

export const UpdateProfileMutation = graphql(
  `
    mutation UpdateProfile($input: UpdateProfileInput!) {
      updateProfile(input: $input) {
        __typename
        ... on AccountChanged {
          account {
            ...Account_account
          }
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [Account_account, InvalidInputFragment],
);

export const ChangePasswordMutation = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      changePassword(input: $input) {
        __typename
        ... on AccountChanged {
          account {
            ...Account_account
          }
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [Account_account, InvalidInputFragment],
);

export const EndSessionMutation = graphql(
  `
    mutation EndSession($sessionId: ID!) {
      endSession(sessionId: $sessionId) {
        __typename
        ... on AccountChanged {
          account {
            ...Account_account
          }
        }
      }
    }
  `,
  [Account_account],
);

export const EndOtherSessionsMutation = graphql(
  `
    mutation EndOtherSessions {
      endOtherSessions {
        __typename
        ... on AccountChanged {
          account {
            ...Account_account
          }
        }
      }
    }
  `,
  [Account_account],
);

export const BeginSecondFactorMutation = graphql(
  `
    mutation BeginSecondFactor($password: String!) {
      beginSecondFactor(password: $password) {
        __typename
        ... on SecondFactorBegun {
          uri
          secret
          recoveryCodes
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const ConfirmSecondFactorMutation = graphql(
  `
    mutation ConfirmSecondFactor($code: String!) {
      confirmSecondFactor(code: $code) {
        __typename
        ... on AccountChanged {
          account {
            ...Account_account
          }
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [Account_account, InvalidInputFragment],
);

export const EndSecondFactorMutation = graphql(
  `
    mutation EndSecondFactor($password: String!) {
      endSecondFactor(password: $password) {
        __typename
        ... on AccountChanged {
          account {
            ...Account_account
          }
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [Account_account, InvalidInputFragment],
);

export const RenewRecoveryCodesMutation = graphql(
  `
    mutation RenewRecoveryCodes($password: String!) {
      renewRecoveryCodes(password: $password) {
        __typename
        ... on RecoveryCodesMade {
          recoveryCodes
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [InvalidInputFragment],
);

// The frame greets by the same name: written, not asked for again, so that the page under it stays as it is.
defineCacheUpdates({
  Mutation: {
    updateProfile: (result, _args, cache) => {
      const { account } = result['updateProfile'] as { account?: Pick<Account, 'id' | 'name'> };
      if (!account) return;
      cache.writeFragment(
        gql`
          fragment Account_viewer on Viewer {
            id
            name
          }
        `,
        { id: account.id, name: account.name },
      );
    },
  },
});
