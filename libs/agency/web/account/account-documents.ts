import { defineCacheUpdates, graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';
import { gql } from 'urql';

export const Account_account = graphql(`
  fragment Account_account on Account @_unmask {
    id
    name
    email
    locale
    isEmailVerified
    canConfirmEmail
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

/** What a command did to the account, as far as the page shows it. */
const AccountChangedFragment = graphql(
  `
    fragment Account_changed on AccountChanged @_unmask {
      account {
        ...Account_account
      }
    }
  `,
  [Account_account],
);

const TooManyAttemptsFragment = graphql(`
  fragment TooManyAttempts on TooManyAttempts @_unmask {
    retryAfter
  }
`);

export type Account = ResultOf<typeof AccountPageQuery>['account'];

export const UpdateProfileMutation = graphql(
  `
    mutation UpdateProfile($input: UpdateProfileInput!) {
      updateProfile(input: $input) {
        __typename
        ...Account_changed
        ...InvalidInput
        ...TooManyAttempts
      }
    }
  `,
  [AccountChangedFragment, InvalidInputFragment, TooManyAttemptsFragment],
);

export const ChangePasswordMutation = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      changePassword(input: $input) {
        __typename
        ...Account_changed
        ...InvalidInput
        ...TooManyAttempts
      }
    }
  `,
  [AccountChangedFragment, InvalidInputFragment, TooManyAttemptsFragment],
);

export const SendEmailConfirmationMutation = graphql(
  `
    mutation SendEmailConfirmation {
      sendEmailConfirmation {
        __typename
        ... on LetterSent {
          email
        }
        ...InvalidInput
        ...TooManyAttempts
      }
    }
  `,
  [InvalidInputFragment, TooManyAttemptsFragment],
);

export const EndSessionMutation = graphql(
  `
    mutation EndSession($sessionId: ID!) {
      endSession(sessionId: $sessionId) {
        __typename
        ...Account_changed
      }
    }
  `,
  [AccountChangedFragment],
);

export const EndOtherSessionsMutation = graphql(
  `
    mutation EndOtherSessions {
      endOtherSessions {
        __typename
        ...Account_changed
      }
    }
  `,
  [AccountChangedFragment],
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
        ...TooManyAttempts
      }
    }
  `,
  [InvalidInputFragment, TooManyAttemptsFragment],
);

export const ConfirmSecondFactorMutation = graphql(
  `
    mutation ConfirmSecondFactor($code: String!) {
      confirmSecondFactor(code: $code) {
        __typename
        ...Account_changed
        ...InvalidInput
        ...TooManyAttempts
      }
    }
  `,
  [AccountChangedFragment, InvalidInputFragment, TooManyAttemptsFragment],
);

export const EndSecondFactorMutation = graphql(
  `
    mutation EndSecondFactor($password: String!) {
      endSecondFactor(password: $password) {
        __typename
        ...Account_changed
        ...InvalidInput
        ...TooManyAttempts
      }
    }
  `,
  [AccountChangedFragment, InvalidInputFragment, TooManyAttemptsFragment],
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
        ...TooManyAttempts
      }
    }
  `,
  [InvalidInputFragment, TooManyAttemptsFragment],
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
