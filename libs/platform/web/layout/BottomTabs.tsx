import { Drawer, Select } from '@mantine/core';
import { useState } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { AppLink } from '../ui/AppLink';
import { Avatar } from '../ui/Avatar';
import { cx } from '../ui/cx';
import { IconMenu } from '../ui/icons';
import { isCurrent } from './is-current';
import type { AppShellProps } from './shell-types';
import classes from './BottomTabs.module.css';
import { LazyPersonSheet } from './LazyPersonSheet';

type BottomTabsProps = Omit<AppShellProps, 'children' | 'isRail'>;

const TABS = 4;

/** A phone's navigation: four sections and «Ещё» with the rest. */
export function BottomTabs({
  nav,
  list,
  path,
  person,
  profileHref,
  settingsHref,
  onSignOut,
  agency,
  agencies,
  onChooseAgency,
}: BottomTabsProps) {
  const t = usePlatformText();
  const [isOpen, setOpen] = useState(false);
  const chosen = nav.filter((item) => item.isTab).slice(0, TABS);
  const tabs = chosen.length > 0 ? chosen : nav.slice(0, TABS);
  const rest = nav.filter((item) => !tabs.includes(item));
  const close = () => setOpen(false);
  return (
    <>
      <nav className={classes.bar} aria-label={t('shell.sections')}>
        {tabs.map((item) => {
          const isOn = isCurrent(path, item.href);
          return (
            <AppLink
              key={item.href}
              href={item.href}
              className={cx(classes.tab, isOn && classes.on)}
              aria-current={isOn ? 'page' : undefined}
            >
              <item.icon size={20} />
              {item.tabLabel ?? item.label}
              {item.hasNews && <i className={classes.dot} />}
            </AppLink>
          );
        })}
        <button
          type="button"
          className={cx(classes.tab, rest.some((item) => isCurrent(path, item.href)) && classes.on)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <IconMenu size={20} />
          {t('shell.more')}
        </button>
      </nav>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="auto"
        title={agency.name}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
        classNames={{ content: classes.sheet ?? '' }}
      >
        <ul>
          {rest.map((item) => (
            <li key={item.href}>
              <AppLink
                href={item.href}
                className={classes.item}
                onClick={close}
                aria-current={isCurrent(path, item.href) ? 'page' : undefined}
              >
                <item.icon size={20} />
                <span className={classes.grow}>{item.label}</span>
                {item.count !== undefined && item.count > 0 && <span className={classes.count}>{item.count}</span>}
              </AppLink>
            </li>
          ))}
        </ul>
        {list && list.items.length > 0 && (
          <>
            <p className={classes.caption}>{list.caption}</p>
            <ul>
              {list.items.map((item) => (
                <li key={item.id}>
                  <AppLink href={item.href} className={classes.item} onClick={close}>
                    <Avatar id={item.id} name={item.name} kind={item.kind} imageUrl={item.imageUrl ?? null} />
                    <span className={classes.grow}>{item.name}</span>
                  </AppLink>
                </li>
              ))}
            </ul>
          </>
        )}
        <LazyPersonSheet
          person={person}
          profileHref={profileHref}
          settingsHref={settingsHref}
          onSignOut={onSignOut}
          // The kit's list is in the frame for every page: a page would else bring it along.
          choice={
            agencies.length > 1 && (
              <Select
                label={t('shell.agency')}
                value={agency.id}
                data={agencies.map((one) => ({ value: one.id, label: one.name }))}
                onChange={(id) => {
                  if (!id) return;
                  close();
                  onChooseAgency(id);
                }}
              />
            )
          }
          onDone={close}
        />
      </Drawer>
    </>
  );
}
