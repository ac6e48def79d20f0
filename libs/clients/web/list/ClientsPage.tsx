import { Button } from '@mantine/core';
import {
  EmptyState,
  graphql,
  IconBuilding,
  IconPlus,
  Page,
  PageHeader,
  QueryView,
  Segmented,
  SkeletonCards,
  useSearchParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { ClientCard, ClientCard_client } from './ClientCard';
import classes from './ClientsPage.module.css';
import { CreateClientDrawer } from './CreateClientDrawer';

const ClientsPageQuery = graphql(
  `
    query ClientsPage($states: [ClientState!]) {
      viewer {
        id
        abilities
      }
      clients(first: 100, states: $states) {
        nodes {
          id
          ...ClientCard_client
        }
      }
    }
  `,
  [ClientCard_client],
);

export function ClientsPage() {
  const t = useT();
  const [shown, show] = useSearchParam('show');
  const [isNew, setNew] = useSearchParam('new');
  const [result, refetch] = useQuery({
    query: ClientsPageQuery,
    variables: { states: shown === 'all' ? null : ['ACTIVE', 'PAUSED'] },
  });
  const canCreate = result.data?.viewer?.abilities.includes('client.create') ?? false;
  const create = canCreate && (
    <Button variant="filled" leftSection={<IconPlus />} onClick={() => setNew('1')}>
      {t('clients.create')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t('clients.title')}
        actions={
          <>
            <Segmented
              label={t('clients.filter')}
              value={shown === 'all' ? 'all' : 'active'}
              onChange={(value) => show(value === 'all' ? 'all' : null)}
              segments={[
                { value: 'active', label: t('clients.active') },
                { value: 'all', label: t('clients.all') },
              ]}
            />
            {result.data?.clients.nodes.length === 0 ? null : create}
          </>
        }
      />
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.clients}
        skeleton={<SkeletonCards />}
      >
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={t('clients.empty')} icon={<IconBuilding />} action={create}>
              {canCreate ? t('clients.emptyLead') : t('clients.emptySpecialist')}
            </EmptyState>
          ) : (
            <ul className={classes.grid}>
              {nodes.map((client) => (
                <ClientCard key={client.id} client={client} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <CreateClientDrawer isOpen={isNew !== null && canCreate} onClose={() => setNew(null)} />
    </Page>
  );
}
