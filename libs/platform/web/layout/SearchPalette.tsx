import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { IconSearch } from '../ui/icons';
import type { NavItem } from './shell-types';
import { type SearchGroup, useSearchPort } from './search-port';
import { useGo } from './use-go';

export const [searchStore, searchPalette] = createSpotlight();

const PAUSE = 180;

/** ⌘K: goes to a section, finds a thing, does what the app offers. */
export function SearchPalette({ nav }: { nav: readonly NavItem[] }) {
  const t = usePlatformText();
  const port = useSearchPort();
  const go = useGo();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly SearchGroup[]>([]);
  const [isSearching, setSearching] = useState(false);

  useEffect(() => {
    const text = query.trim();
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      if (text.length < 2) {
        setFound([]);
        return;
      }
      setSearching(true);
      port
        .search(text, abort.signal)
        .then((groups) => !abort.signal.aborted && setFound(groups))
        .catch(() => !abort.signal.aborted && setFound([]))
        .finally(() => !abort.signal.aborted && setSearching(false));
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [query, port]);

  const matches = (label: string) => label.toLowerCase().includes(query.trim().toLowerCase());
  const sections = nav.filter((item) => matches(item.label));
  const actions = port.actions.filter((action) => matches(action.title));
  const isEmpty = sections.length === 0 && actions.length === 0 && found.every((group) => group.hits.length === 0);

  return (
    <Spotlight.Root
      store={searchStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K', '/']}
      scrollable
      maxHeight={420}
      clearQueryOnClose
      overlayProps={{ blur: 0, backgroundOpacity: 0.32, color: 'var(--scrim)' }}
    >
      <Spotlight.Search
        placeholder={t('shell.searchPlaceholder')}
        aria-label={t('shell.searchAction')}
        leftSection={<IconSearch />}
      />
      <Spotlight.ActionsList>
        {found.map((group) => (
          <Spotlight.ActionsGroup key={group.title} label={group.title}>
            {group.hits.map((hit) => (
              <Spotlight.Action
                key={hit.id}
                label={hit.title}
                description={hit.note ?? ''}
                leftSection={hit.icon}
                onClick={() => go(hit.href)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.do')}>
            {actions.map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.title}
                leftSection={action.icon}
                onClick={() => (action.href ? go(action.href) : action.run?.())}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {sections.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.goTo')}>
            {sections.map((item) => (
              <Spotlight.Action
                key={item.href}
                label={item.label}
                leftSection={<item.icon />}
                onClick={() => go(item.href)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>{isSearching ? t('shell.searching') : t('shell.searchNothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
