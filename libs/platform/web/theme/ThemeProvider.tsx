import './base.css'; // first: it names the order of the cascade layers
import './fonts.css';
import './tokens.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './mantine-bridge.css';
import 'dayjs/locale/ru';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { createColorSchemeManager } from './color-scheme';
import { mantineTheme, mantineVariables } from './mantine-theme';

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [manager] = useState(createColorSchemeManager);
  const { language } = useLanguage();
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        {children}
        <Notifications position="bottom-center" limit={3} />
      </DatesProvider>
    </MantineProvider>
  );
}
