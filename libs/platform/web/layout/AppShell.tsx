import type { ReactNode } from 'react';
import { usePlatformText } from '../locales/platform-text';
import classes from './AppShell.module.css';
import { BottomTabs } from './BottomTabs';
import { ConnectionBanner } from './ConnectionBanner';
import { Navigation } from './Navigation';
import type { NavItem, ShellAgency, ShellList, ShellPerson } from './shell-types';
import { TopBar } from './TopBar';

export interface AppShellProps {
  agency: ShellAgency;
  /** All agencies of the person; with one there is nothing to switch. */
  agencies: readonly ShellAgency[];
  onChooseAgency: (id: string) => void;
  nav: readonly NavItem[];
  list?: ShellList | undefined;
  person: ShellPerson;
  /** The path of the page shown, to mark its section. */
  path: string;
  /** Plan and budget fold the navigation to a rail and take the room. */
  isRail?: boolean;
  profileHref: string;
  onSignOut: () => void;
  /** Opens the command palette (see SearchPalette). */
  onSearch: () => void;
  children: ReactNode;
}

export function isCurrent(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

export function AppShell({ isRail = false, children, ...shell }: AppShellProps) {
  const t = usePlatformText();
  return (
    <div className={isRail ? classes.rail : classes.app}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <Navigation {...shell} isRail={isRail} />
      <div className={classes.column}>
        <TopBar agency={shell.agency} onSearch={shell.onSearch} />
        <ConnectionBanner />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <BottomTabs {...shell} />
    </div>
  );
}
