import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

/** Documents and fragments are typed against the committed schema; fragments are masked. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    Date: string;
    Month: string;
    Time: string;
    Decimal: string;
    JSON: unknown;
    RichText: unknown;
  };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
