import './base.css'; // first: it names the order of the cascade layers
import './fonts.css';
import './tokens.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './mantine-bridge.css';
import 'dayjs/locale/ru';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { setNonce } from 'get-nonce';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { usePlatformText } from '../locales/platform-text';
import { createColorSchemeManager } from './color-scheme';
import { mantineTheme, mantineVariables } from './mantine-theme';
import { styleNonce } from './style-nonce';

/** Where toasts appear: what is said before its code has come, waits in their store. */
const ToastArea = lazy(() => import('../ui/ToastArea').then((file) => ({ default: file.ToastArea })));

// Without it a date typed as «08.12.2026» is not understood and is thrown away.
dayjs.extend(customParseFormat);
// Style elements that modals and menus make by themselves to hold the page still.
setNonce(styleNonce());

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [manager] = useState(createColorSchemeManager);
  const { language } = useLanguage();
  const t = usePlatformText();
  // What Mantine draws by itself has no words of its own.
  const clear = t('actions.clear');
  const done = t('actions.done');
  const reveal = t('actions.reveal');
  const close = t('actions.close');
  const theme = useMemo(() => {
    const crossed = { defaultProps: { closeButtonProps: { 'aria-label': close } } };
    return mergeThemeOverrides(mantineTheme, {
      components: {
        InputClearButton: { defaultProps: { 'aria-label': clear } },
        PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': reveal } } },
        DateTimePicker: { defaultProps: { submitButtonProps: { 'aria-label': done } } },
        Modal: crossed,
        Drawer: crossed,
      },
    });
  }, [clear, close, done, reveal]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={mantineVariables}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        {children}
        <Suspense fallback={null}>
          <ToastArea position="bottom-center" limit={3} />
        </Suspense>
      </DatesProvider>
    </MantineProvider>
  );
}
