import { type ReactNode, useMemo } from 'react';
import { Provider } from 'urql';
import { useChosenAgency } from './agency-choice';
import { createGraphQLClient } from './client';

export function GraphQLProvider({ children, onSignedOut }: { children: ReactNode; onSignedOut: () => void }) {
  const agencyId = useChosenAgency();
  const client = useMemo(() => createGraphQLClient({ agencyId, onSignedOut }), [agencyId, onSignedOut]);
  return <Provider value={client}>{children}</Provider>;
}
