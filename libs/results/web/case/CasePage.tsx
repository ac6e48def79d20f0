import { Button } from '@mantine/core';
import {
  graphql,
  IconPen,
  IconPrint,
  Page,
  PageHeader,
  QueryView,
  toast,
  useCommand,
  useFormat,
  useSearchParam,
  usePathParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { CaseForm, CaseForm_casePage } from './CaseForm';
import { CaseSheet, CaseSheet_casePage } from './CaseSheet';
import classes from './CaseSheet.module.css';

const CasePageQuery = graphql(
  `
    query CasePage($id: ID!) {
      casePage(id: $id) {
        id
        version
        createdAt
        campaign {
          id
          name
          viewerCanEdit
        }
        ...CaseForm_casePage
        ...CaseSheet_casePage
      }
    }
  `,
  [CaseForm_casePage, CaseSheet_casePage],
);

const RefreshCaseMutation = graphql(
  `
    mutation RefreshCaseFigures($input: RefreshCaseInput!) {
      refreshCaseFigures(input: $input) {
        __typename
        ... on CaseChanged {
          casePage {
            id
            version
            ...CaseSheet_casePage
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [CaseSheet_casePage],
);

export function CasePage() {
  const t = useT();
  const format = useFormat();
  const caseId = usePathParam('caseId');
  const [edit, setEdit] = useSearchParam('edit');
  const [result, refetch] = useQuery({ query: CasePageQuery, variables: { id: caseId } });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const [refresh, isRefreshing] = useCommand(RefreshCaseMutation, { onReload: reload });
  return (
    <Page>
      <QueryView result={result} onRetry={reload} select={(data) => data.casePage}>
        {(page) => (
          <>
            <div className={classes.screenOnly}>
              <PageHeader
                crumbs={[{ label: page.campaign.name, href: `/results/${page.campaign.id}` }]}
                title={t('case.name')}
                sub={[t('case.refreshHint', { day: format.day(page.createdAt) })]}
                actions={
                  edit === null && (
                    <>
                      <Button
                        variant="subtle"
                        loading={isRefreshing}
                        onClick={async () => {
                          const outcome = await refresh({ input: { caseId: page.id, expectedVersion: page.version } });
                          if (outcome.status === 'success') toast(t('case.refreshed'));
                        }}
                      >
                        {t('case.refresh')}
                      </Button>
                      <Button leftSection={<IconPen />} onClick={() => setEdit('1')}>
                        {t('case.edit')}
                      </Button>
                      <Button variant="filled" leftSection={<IconPrint />} onClick={() => window.print()}>
                        {t('case.print')}
                      </Button>
                    </>
                  )
                }
              />
            </div>
            {edit === null ? (
              <CaseSheet page={page} />
            ) : (
              <CaseForm page={page} onReload={reload} onDone={() => setEdit(null)} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
