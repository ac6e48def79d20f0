import type { ReactNode } from 'react';
import { GraphQLProvider } from '../graphql/GraphQLProvider';
import { ThemeProvider } from '../theme/ThemeProvider';
import { ConfirmProvider } from '../ui/confirm';

/** Everything a page may rely on: words, theme, data, questions. */
export function PlatformProvider({ children, onSignedOut }: { children: ReactNode; onSignedOut: () => void }) {
  return (
    <ThemeProvider>
      <GraphQLProvider onSignedOut={onSignedOut}>
        <ConfirmProvider>{children}</ConfirmProvider>
      </GraphQLProvider>
    </ThemeProvider>
  );
}
