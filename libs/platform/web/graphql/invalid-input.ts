import { graphql } from './graphql';

/** What every command's document asks of refused input: `useCommand` puts each issue on its field. */
export const InvalidInputFragment = graphql(`
  fragment InvalidInput on InvalidInput @_unmask {
    issues {
      path
      code
      params
    }
  }
`);
