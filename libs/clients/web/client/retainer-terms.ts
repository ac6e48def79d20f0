import { graphql, type ResultOf } from '@planerka/platform/web';

export const Retainer = graphql(`
  fragment Retainer_retainer on Retainer @_unmask {
    id
    validFrom
    isCurrent
    includedItems
    includedRounds
    fee {
      amount
      currency
    }
    extraRound {
      amount
      currency
    }
    services {
      serviceId
      name
      quantity
      price {
        amount
        currency
      }
    }
  }
`);

export type RetainerTerms = ResultOf<typeof Retainer>;
