import { Menu, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useLanguage } from '../i18n/language';
import { usePlatformText } from '../locales/platform-text';
import { AppLink } from '../ui/AppLink';
import { Avatar } from '../ui/Avatar';
import { IconCheck, IconGear, IconKey, IconLogout, IconMonitor, IconMoon, IconSun } from '../ui/icons';
import classes from './PersonMenu.module.css';
import type { ShellPerson } from './shell-types';

export interface PersonMenuProps {
  person: ShellPerson;
  isRail: boolean;
  profileHref: string;
  settingsHref: string;
  onSignOut: () => void;
}

export function PersonMenu({ person, isRail, profileHref, settingsHref, onSignOut }: PersonMenuProps) {
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={classes.me}>
          <Avatar id={person.id} name={person.name} size={28} />
          {isRail ? (
            <VisuallyHidden>{person.name}</VisuallyHidden>
          ) : (
            <span className={classes.text}>
              <span className={classes.name}>{person.name}</span>
              <span className={classes.role}>{person.role}</span>
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <PersonMenuItems profileHref={profileHref} settingsHref={settingsHref} onSignOut={onSignOut} />
      </Menu.Dropdown>
    </Menu>
  );
}

export function PersonMenuItems({
  profileHref,
  settingsHref,
  onSignOut,
}: Pick<PersonMenuProps, 'profileHref' | 'settingsHref' | 'onSignOut'>) {
  const t = usePlatformText();
  const { language, chooseLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const tick = (isOn: boolean) => (isOn ? <IconCheck size={14} /> : null);
  return (
    <>
      <Menu.Item component={AppLink} href={profileHref} leftSection={<IconKey />}>
        {t('shell.profile')}
      </Menu.Item>
      <Menu.Item component={AppLink} href={settingsHref} leftSection={<IconGear />}>
        {t('shell.settings')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('shell.theme')}</Menu.Label>
      <Menu.Item
        leftSection={<IconSun />}
        rightSection={tick(colorScheme === 'light')}
        onClick={() => setColorScheme('light')}
      >
        {t('shell.themeLight')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconMoon />}
        rightSection={tick(colorScheme === 'dark')}
        onClick={() => setColorScheme('dark')}
      >
        {t('shell.themeDark')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconMonitor />}
        rightSection={tick(colorScheme === 'auto')}
        onClick={() => setColorScheme('auto')}
      >
        {t('shell.themeAuto')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('shell.language')}</Menu.Label>
      <Menu.Item lang="ru" rightSection={tick(language === 'ru')} onClick={() => chooseLanguage('ru')}>
        Русский
      </Menu.Item>
      <Menu.Item lang="en" rightSection={tick(language === 'en')} onClick={() => chooseLanguage('en')}>
        English
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout />} onClick={onSignOut}>
        {t('shell.signOut')}
      </Menu.Item>
    </>
  );
}
