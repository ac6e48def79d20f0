import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { usePlatformText } from '../locales/platform-text';
import { IconMoon, IconSun } from '../ui/icons';

export function ThemeToggle() {
  const t = usePlatformText();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const isDark = scheme === 'dark';
  return (
    <ActionIcon
      aria-label={isDark ? t('shell.toLight') : t('shell.toDark')}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun /> : <IconMoon />}
    </ActionIcon>
  );
}
