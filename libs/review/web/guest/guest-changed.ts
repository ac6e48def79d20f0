import { graphql } from '@planerka/platform/web/guest';

export const GuestChangedSubscription = graphql(`
  subscription GuestChanged {
    guestChanged {
      at
    }
  }
`);
