import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { FilterChip, IconSearch } from '@planerka/platform/web';
import { useState } from 'react';
import type { ResultOf } from '@planerka/platform/web';
import type { PlanAddress } from '../plan/use-plan-address';
import type { IdeaBankQuery } from './idea.documents';
import type { IdeaFilter } from './idea-filter';
import classes from './Ideas.module.css';
import { useT } from './locales';

interface IdeaFiltersProps {
  filter: IdeaFilter;
  bank: ResultOf<typeof IdeaBankQuery>['ideaBank'] | undefined;
  ofAllClients: boolean;
  change: (changes: Partial<PlanAddress>) => void;
}

const pause = 250;

/** By words, tag, client, rubric and author; choices come from the ideas that there are. */
export function IdeaFilters({ filter, bank, ofAllClients, change }: IdeaFiltersProps) {
  const t = useT();
  const [typed, setTyped] = useState(filter.search);
  const look = useDebouncedCallback((text: string) => change({ ideaText: text.trim() || null }), pause);
  const text = (value: readonly string[]): string | null => (value.length > 0 ? value.join(',') : null);
  const named = (things: readonly { id: string; name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  const tags = bank?.tags ?? [];
  const { clients = [], rubrics = [], authors = [] } = bank ?? {};
  return (
    <div className={classes.filters} role="group" aria-label={t('filters')}>
      <TextInput
        className={classes.search}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
      {(tags.length > 0 || filter.tags.length > 0) && (
        <FilterChip
          label={t('byTag')}
          value={filter.tags}
          onChange={(value) => change({ ideaTag: text(value) })}
          options={tags.map(({ name, count }) => ({ value: name, label: `#${name} · ${count}` }))}
        />
      )}
      {ofAllClients && clients.length > 0 && (
        <FilterChip
          label={t('byClient')}
          value={filter.clients}
          onChange={(value) => change({ ideaClient: text(value) })}
          options={named(clients)}
        />
      )}
      {(rubrics.length > 0 || filter.rubrics.length > 0) && (
        <FilterChip
          label={t('byRubric')}
          value={filter.rubrics}
          onChange={(value) => change({ ideaRubric: text(value) })}
          options={named(rubrics)}
        />
      )}
      {(authors.length > 1 || filter.authors.length > 0) && (
        <FilterChip
          label={t('byAuthor')}
          value={filter.authors}
          onChange={(value) => change({ ideaAuthor: text(value) })}
          options={named(authors)}
        />
      )}
    </div>
  );
}
