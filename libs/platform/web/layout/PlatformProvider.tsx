import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { GraphQLProvider } from '../graphql/GraphQLProvider';
import { i18n } from '../i18n/i18n';
import { ThemeProvider } from '../theme/ThemeProvider';
import { ConfirmProvider } from '../ui/confirm';

/** Everything a page may rely on: words, theme, data, questions. */
export function PlatformProvider({ children, onSignedOut }: { children: ReactNode; onSignedOut: () => void }) {
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <GraphQLProvider onSignedOut={onSignedOut}>
          <ConfirmProvider>{children}</ConfirmProvider>
        </GraphQLProvider>
      </ThemeProvider>
    </I18nextProvider>
  );
}
