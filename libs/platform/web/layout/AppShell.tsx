import { useMediaQuery } from '@mantine/hooks';
import { usePlatformText } from '../locales/platform-text';
import classes from './AppShell.module.css';
import { BottomTabs } from './BottomTabs';
import { ConnectionBanner } from './ConnectionBanner';
import { Navigation } from './Navigation';
import { NewerBuildBanner } from './NewerBuildBanner';
import type { AppShellProps } from './shell-types';
import { TopBar } from './TopBar';

export function AppShell({ isRail: wantsRail = false, children, ...shell }: AppShellProps) {
  const t = usePlatformText();
  // On a tablet the names of the sections would take a third of the page.
  const isTablet = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  const isRail = wantsRail || isTablet;
  return (
    <div className={isRail ? classes.rail : classes.app}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <Navigation {...shell} isRail={isRail} />
      <div className={classes.column}>
        <TopBar agency={shell.agency} onSearch={shell.onSearch} />
        <ConnectionBanner />
        <NewerBuildBanner />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <BottomTabs {...shell} />
    </div>
  );
}
