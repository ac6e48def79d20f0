import { Button, Select, TextInput } from '@mantine/core';
import type { ResultOf } from '@planerka/platform/web';
import type { JournalChoicesQuery } from './journal-documents';
import classes from './Journal.module.css';
import { useT } from './locales';
import { ru } from './locales/ru';
import type { JournalFilter } from './use-journal-filter';

interface JournalFiltersProps {
  filter: JournalFilter;
  choices: ResultOf<typeof JournalChoicesQuery> | undefined;
}

export type Area = keyof typeof ru.areas;

const areas = Object.keys(ru.areas) as Area[];

export function JournalFilters({ filter, choices }: JournalFiltersProps) {
  const t = useT();
  const people = choices?.team.members ?? [];
  const clients = choices?.clients.nodes ?? [];
  const byName = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <fieldset className={classes.filters}>
      <legend className={classes.hidden}>{t('filters')}</legend>
      <Select
        label={t('person')}
        placeholder={t('anyone')}
        clearable
        searchable
        data={people.map(byName)}
        value={filter.person}
        onChange={filter.setPerson}
      />
      <Select
        label={t('area')}
        placeholder={t('anything')}
        clearable
        searchable
        data={areas.map((area) => ({ value: area, label: t(`areas.${area}`) }))}
        value={filter.area}
        onChange={filter.setArea}
      />
      <Select
        label={t('client')}
        placeholder={t('anyClient')}
        clearable
        searchable
        data={clients.map(byName)}
        value={filter.client}
        onChange={filter.setClient}
      />
      <TextInput
        type="date"
        label={t('from')}
        value={filter.from ?? ''}
        onChange={({ currentTarget }) => filter.setFrom(currentTarget.value || null)}
      />
      <TextInput
        type="date"
        label={t('to')}
        value={filter.to ?? ''}
        onChange={({ currentTarget }) => filter.setTo(currentTarget.value || null)}
      />
      {filter.isSet ? (
        <Button variant="subtle" onClick={filter.clear}>
          {t('clear')}
        </Button>
      ) : null}
    </fieldset>
  );
}
