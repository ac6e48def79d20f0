import { Button, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import type { ResultOf } from '@planerka/platform/web';
import { useState } from 'react';
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
  // The first day alone is not yet a period: the log is asked when both ends stand.
  const [firstDay, setFirstDay] = useState<string | null>(null);
  const period: [string | null, string | null] = firstDay === null ? [filter.from, filter.to] : [firstDay, null];
  const choose = ([from, to]: [string | null, string | null]) => {
    setFirstDay(to === null ? from : null);
    if ((from === null) === (to === null)) filter.setPeriod(from, to);
  };
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
      <DatePickerInput
        type="range"
        label={t('period')}
        placeholder={t('anyTime')}
        valueFormat="D MMM YYYY"
        allowSingleDateInRange
        clearable
        value={period}
        onChange={choose}
      />
      {filter.isSet ? (
        <Button variant="subtle" onClick={filter.clear}>
          {t('clear')}
        </Button>
      ) : null}
    </fieldset>
  );
}
