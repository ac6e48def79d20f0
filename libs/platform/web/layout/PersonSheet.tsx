import { Button, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { usePlatformText } from '../locales/platform-text';
import { AppLink } from '../ui/AppLink';
import { Person } from '../ui/Avatar';
import { IconGear, IconKey, IconLogout } from '../ui/icons';
import { Segmented } from '../ui/Segmented';
import classes from './PersonSheet.module.css';
import type { ShellPerson } from './shell-types';

export interface PersonSheetProps {
  person: ShellPerson;
  profileHref: string;
  settingsHref: string;
  onSignOut: () => void;
  /** Of several agencies. */
  choice: ReactNode;
  onDone: () => void;
}

/** The foot of a phone's «Ещё»: what the person menu holds on the desk. */
export function PersonSheet({ person, profileHref, settingsHref, onSignOut, choice, onDone }: PersonSheetProps) {
  const t = usePlatformText();
  const { language, chooseLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.root}>
      <Person id={person.id} name={person.name} note={person.role} size={36} />
      {choice}
      <Segmented
        label={t('shell.theme')}
        value={colorScheme}
        onChange={setColorScheme}
        segments={[
          { value: 'light', label: t('shell.themeLight') },
          { value: 'dark', label: t('shell.themeDark') },
          { value: 'auto', label: t('shell.themeAuto') },
        ]}
      />
      <Segmented
        label={t('shell.language')}
        value={language}
        onChange={chooseLanguage}
        segments={[
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ]}
      />
      <div className={classes.buttons}>
        <Button component={AppLink} href={profileHref} onClick={onDone} leftSection={<IconKey />} size="md">
          {t('shell.profile')}
        </Button>
        <Button component={AppLink} href={settingsHref} onClick={onDone} leftSection={<IconGear />} size="md">
          {t('shell.settings')}
        </Button>
        <Button onClick={onSignOut} leftSection={<IconLogout />} size="md">
          {t('shell.signOut')}
        </Button>
      </div>
    </div>
  );
}
