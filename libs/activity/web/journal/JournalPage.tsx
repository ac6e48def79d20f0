import { Button } from '@mantine/core';
import {
  downloadFile,
  IconDownload,
  IconHistory,
  EmptyState,
  Page,
  PageHeader,
  toastProblem,
  useLanguage,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { JournalChoicesQuery } from './journal-documents';
import { JournalFilters } from './JournalFilters';
import { JournalRows } from './JournalRows';
import { useT } from './locales';
import { useJournalFilter, type JournalFilter } from './use-journal-filter';
import classes from './Journal.module.css';

/** Who did what, when and from where: all for an owner, of own clients for a manager. */
export function JournalPage() {
  const t = useT();
  const filter = useJournalFilter();
  const [{ data }] = useQuery({ query: JournalChoicesQuery });
  const isSpecialist = data?.viewer?.role === 'SPECIALIST';
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('back'), href: '/settings' }, { label: t('title') }]}
        title={t('title')}
        actions={isSpecialist ? null : <ExportButton filter={filter} />}
      />
      {isSpecialist ? (
        <EmptyState title={t('specialistTitle')} icon={<IconHistory size={20} />}>
          {t('specialistText')}
        </EmptyState>
      ) : (
        <div className={classes.page}>
          <p className={classes.lead}>{t('lead')}</p>
          <JournalFilters filter={filter} choices={data} />
          <JournalRows key={JSON.stringify(filter.variables)} filter={filter} />
        </div>
      )}
    </Page>
  );
}

function ExportButton({ filter }: { filter: JournalFilter }) {
  const t = useT();
  const { language } = useLanguage();
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const { actions, ...rest } = filter.variables;
    const query = Object.entries({ ...rest, actions: actions?.join(',') ?? null, locale: language });
    const given = Object.fromEntries(query.filter((pair): pair is [string, string] => pair[1] !== null));
    if (!(await downloadFile('/api/audit/log.csv', given))) toastProblem(t('exportFailed'));
    setSaving(false);
  };
  return (
    <Button
      variant="subtle"
      leftSection={<IconDownload />}
      loading={isSaving}
      aria-label={`${t('exported')}, CSV`}
      onClick={() => void save()}
    >
      CSV
    </Button>
  );
}
