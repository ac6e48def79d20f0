import { Select, TextInput } from '@mantine/core';
import { EmptyState, FilterToggle, IconSearch, Page, PageHeader, useSearchParam } from '@planerka/platform/web';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../search/locales';
import { foundKinds, SearchClientsQuery, type FoundKind } from '../search/search-documents';
import classes from './SearchPage.module.css';
import { SearchResults } from './SearchResults';

const pauseMilliseconds = 250;
const shortest = 2;

/** All that is found, by kind; the question and its filters stand in the address. */
export function SearchPage() {
  const t = useT();
  const [text, setText] = useSearchParam('q');
  const [kind, setKind] = useSearchParam('kind');
  const [client, setClient] = useSearchParam('client');
  const [{ data }] = useQuery({ query: SearchClientsQuery });
  const [typed, setTyped] = useTyped(text ?? '', (next) => setText(next === '' ? null : next));
  const asked = (text ?? '').trim();
  const wanted = foundKinds.find((one) => one === kind) ?? null;
  const clients = data?.clients.nodes ?? [];
  return (
    <Page>
      <PageHeader title={asked === '' ? t('title') : t('titleFor', { text: asked })} />
      <div className={classes.page}>
        <TextInput
          type="search"
          size="md"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          leftSection={<IconSearch />}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={classes.filters}>
          <div role="group" aria-label={t('kinds')} className={classes.kinds}>
            <FilterToggle on={wanted === null} onChange={() => setKind(null)}>
              {t('all')}
            </FilterToggle>
            {foundKinds.map((one: FoundKind) => (
              <FilterToggle key={one} on={wanted === one} onChange={(on) => setKind(on ? one : null)}>
                {t(`kind.${one}`)}
              </FilterToggle>
            ))}
          </div>
          <Select
            aria-label={t('client')}
            placeholder={t('anyClient')}
            clearable
            searchable
            data={clients.map(({ id, name }) => ({ value: id, label: name }))}
            value={client}
            onChange={setClient}
          />
        </div>
        {asked.length < shortest ? (
          <EmptyState title={t('startTitle')} icon={<IconSearch size={20} />}>
            {t('startText')}
          </EmptyState>
        ) : (
          <SearchResults query={asked} kind={wanted} clientId={client} onKind={setKind} />
        )}
      </div>
    </Page>
  );
}

/** What is typed goes into the address when the hand rests; what the address says otherwise comes back into the field. */
function useTyped(text: string, onRest: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    if (typed.trim() !== text) setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = window.setTimeout(() => onRest(typed.trim()), pauseMilliseconds);
    return () => window.clearTimeout(timer);
  }, [typed, text, onRest]);
  return [typed, setTyped];
}
