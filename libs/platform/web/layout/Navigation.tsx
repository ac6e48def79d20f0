import { Menu, Tooltip } from '@mantine/core';
import { Fragment } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { AppLink } from '../ui/AppLink';
import { Avatar } from '../ui/Avatar';
import { cx } from '../ui/cx';
import { IconCheck, IconSearch, IconUpDown } from '../ui/icons';
import { Kbd } from '../ui/Kbd';
import { AgencyMark } from './AgencyMark';
import { isCurrent } from './is-current';
import type { AppShellProps } from './shell-types';
import classes from './Navigation.module.css';
import { PersonMenu } from './PersonMenu';
import { ThemeToggle } from './ThemeToggle';

type NavigationProps = Omit<AppShellProps, 'children'>;

export function Navigation({
  agency,
  agencies,
  onChooseAgency,
  nav,
  list,
  person,
  path,
  isRail = false,
  profileHref,
  settingsHref,
  onSignOut,
  onSearch,
}: NavigationProps) {
  const t = usePlatformText();
  return (
    <nav className={cx(classes.nav, isRail && classes.rail)} aria-label={t('shell.sections')}>
      <AgencySwitcher agency={agency} agencies={agencies} onChooseAgency={onChooseAgency} isRail={isRail} />
      {isRail ? (
        <Tooltip label={t('shell.searchAction')} position="right">
          <button type="button" className={classes.item} aria-label={t('shell.searchAction')} onClick={onSearch}>
            <IconSearch />
          </button>
        </Tooltip>
      ) : (
        <button type="button" className={classes.search} aria-keyshortcuts="Control+K Meta+K" onClick={onSearch}>
          <IconSearch />
          <span className={classes.grow}>{t('shell.search')}</span>
          <Kbd>{isApple ? '⌘K' : '/'}</Kbd>
        </button>
      )}
      <div className={classes.scroll}>
        {nav.map((item) => {
          const isOn = isCurrent(path, item.href);
          const link = (
            <AppLink
              href={item.href}
              className={cx(classes.item, isOn && classes.on)}
              aria-current={isOn ? 'page' : undefined}
              aria-label={isRail ? item.label : undefined}
            >
              <item.icon />
              {!isRail && <span className={classes.grow}>{item.label}</span>}
              {!isRail && item.count !== undefined && item.count > 0 && (
                <span className={classes.count}>{item.count}</span>
              )}
              {isRail && item.hasNews && <i className={classes.dot} />}
            </AppLink>
          );
          return isRail ? (
            <Tooltip key={item.href} label={item.label} position="right">
              {link}
            </Tooltip>
          ) : (
            <Fragment key={item.href}>{link}</Fragment>
          );
        })}
        {!isRail && list && list.items.length > 0 && (
          <>
            <p className={classes.caption}>
              {list.href ? <AppLink href={list.href}>{list.caption}</AppLink> : <span>{list.caption}</span>}
              {list.note && <span>{list.note}</span>}
            </p>
            {list.items.map((item) => (
              <AppLink
                key={item.id}
                href={item.href}
                className={cx(classes.item, isCurrent(path, item.href) && classes.on)}
              >
                <Avatar id={item.id} name={item.name} kind={item.kind} size={20} imageUrl={item.imageUrl ?? null} />
                <span className={classes.grow}>{item.name}</span>
                {item.count !== undefined && <span className={classes.count}>{item.count}</span>}
              </AppLink>
            ))}
          </>
        )}
      </div>
      <div className={classes.foot}>
        <PersonMenu
          person={person}
          isRail={isRail}
          profileHref={profileHref}
          settingsHref={settingsHref}
          onSignOut={onSignOut}
        />
        <ThemeToggle />
      </div>
    </nav>
  );
}

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

function AgencySwitcher({
  agency,
  agencies,
  onChooseAgency,
  isRail,
}: Pick<NavigationProps, 'agency' | 'agencies' | 'onChooseAgency'> & { isRail: boolean }) {
  const t = usePlatformText();
  if (agencies.length < 2) {
    return (
      <p className={classes.agency}>
        <AgencyMark />
        {!isRail && <span className={classes.agencyName}>{agency.name}</span>}
      </p>
    );
  }
  return (
    <Menu width={isRail ? 220 : 'target'}>
      <Menu.Target>
        <button type="button" className={classes.agency} aria-label={`${t('shell.chooseAgency')}: ${agency.name}`}>
          <AgencyMark />
          {!isRail && <span className={classes.agencyName}>{agency.name}</span>}
          {!isRail && <IconUpDown size={14} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {agencies.map((other) => (
          <Menu.Item
            key={other.id}
            onClick={() => onChooseAgency(other.id)}
            rightSection={other.id === agency.id ? <IconCheck size={14} /> : null}
          >
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
