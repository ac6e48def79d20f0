import { type ReactNode, useMemo } from 'react';
import { Provider } from 'urql';
import { useAgencyChoice } from './agency-choice';
import { createGraphQLClient } from './client';

export function GraphQLProvider({ children, onSignedOut }: { children: ReactNode; onSignedOut: () => void }) {
  const agency = useAgencyChoice();
  const client = useMemo(() => createGraphQLClient({ agency, onSignedOut }), [agency, onSignedOut]);
  return <Provider value={client}>{children}</Provider>;
}
