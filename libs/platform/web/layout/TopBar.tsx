import { ActionIcon } from '@mantine/core';
import { usePlatformText } from '../locales/platform-text';
import { IconSearch } from '../ui/icons';
import { AgencyMark } from './AgencyMark';
import type { ShellAgency } from './shell-types';
import classes from './TopBar.module.css';

/** Only on a phone: the agency and the search that the navigation shows elsewhere. */
export function TopBar({ agency, onSearch }: { agency: ShellAgency; onSearch: () => void }) {
  const t = usePlatformText();
  return (
    <div className={classes.bar}>
      <AgencyMark />
      <span className={classes.name}>{agency.name}</span>
      <ActionIcon aria-label={t('shell.searchAction')} onClick={onSearch}>
        <IconSearch size={20} />
      </ActionIcon>
    </div>
  );
}
