import { Button } from '@mantine/core';
import {
  Card,
  downloadFile,
  EmptyState,
  FilterChip,
  FilterToggle,
  IconAlert,
  IconDownload,
  Notice,
  Page,
  PageHeader,
  QueryView,
  toastProblem,
  useLanguage,
  useSearchParam,
} from '@planerka/platform/web';
import { markingStates, type MarkingState } from '@planerka/tasks/domain';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TaskOptionsQuery } from '../board/TaskFiltersBar';
import { useT } from './locales';
import classes from './Marking.module.css';
import { MarkingRegisterQuery } from './marking.documents';
import { MarkingTable } from './MarkingTable';

const pageSize = 100;

const wireState = (state: MarkingState) => state.toUpperCase() as Uppercase<MarkingState>;

/** Every creative that people are shown as advertising, what has no erid first; filters live in the address. */
export function MarkingPage() {
  const t = useT();
  const { language } = useLanguage();
  const [client, setClient] = useSearchParam('client');
  const [state, setState] = useSearchParam('state');
  const [missing, setMissing] = useSearchParam('missing');
  const [first, setFirst] = useState(pageSize);
  const states = markingStates.filter((each) => state?.split(',').includes(each));
  const [{ data: options }] = useQuery({ query: TaskOptionsQuery });
  const [result, refetch] = useQuery({
    query: MarkingRegisterQuery,
    variables: {
      clientId: client,
      states: states.length > 0 ? states.map(wireState) : null,
      isMissing: missing === '1' ? true : null,
      first,
    },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const isFiltered = client !== null || state !== null || missing !== null;
  const save = async (format: 'xlsx' | 'csv') => {
    const query = { format, locale: language, ...(client && { clientId: client }) };
    if (!(await downloadFile('/api/marking/export', query))) toastProblem(t('failed'));
  };
  const found = result.data?.markingRegister;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('tasks'), href: '/tasks' }, { label: t('title') }]}
        title={
          !found || found.count === 0
            ? t('title')
            : found.missing > 0
              ? t('missing', { count: found.missing })
              : t('allMarked')
        }
        actions={(['csv', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            variant="subtle"
            leftSection={<IconDownload />}
            aria-label={t(format)}
            disabled={!found || found.count === 0}
            onClick={() => void save(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      />
      <div className={classes.filters}>
        <FilterToggle
          on={missing === '1'}
          icon={<IconAlert size={12} />}
          onChange={(on) => setMissing(on ? '1' : null)}
        >
          {t('onlyMissing')}
        </FilterToggle>
        <FilterChip
          label={t('client')}
          options={(options?.taskOptions.clients ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={client ? [client] : []}
          onChange={(chosen) => setClient(chosen.at(-1) ?? null)}
        />
        <FilterChip
          label={t('stateFilter')}
          options={markingStates.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={states}
          onChange={(chosen) => setState(chosen.join(',') || null)}
        />
      </div>
      <QueryView result={result} onRetry={reload} select={(data) => data.markingRegister}>
        {({ creatives, count, missingLaunched }) =>
          creatives.length === 0 ? (
            <EmptyState title={t(isFiltered ? 'nothingTitle' : 'emptyTitle')}>
              {t(isFiltered ? 'nothingText' : 'emptyText')}
            </EmptyState>
          ) : (
            <>
              {missingLaunched > 0 && (
                <Notice tone="warn" title={t('running', { count: missingLaunched })}>
                  {t('runningText')}
                </Notice>
              )}
              <Card label={t('title')} clip>
                <MarkingTable creatives={creatives} onReload={reload} />
              </Card>
              {count > creatives.length && (
                <Button variant="default" onClick={() => setFirst(first + pageSize)}>
                  {t('more')}
                </Button>
              )}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
