import { EmptyState, IconKey, Card, Columns, Page, PageHeader, QueryView } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { NewToken } from './NewToken';
import { TokenRow } from './TokenRow';
import { TokensPageQuery } from './token-documents';

/** Keys for programs: one's own, an owner's everybody's. */
export function TokensPage() {
  const t = useT();
  const [result, refetch] = useQuery({ query: TokensPageQuery, requestPolicy: 'cache-and-network' });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('account.title'), href: '/account' }, { label: t('tokens.title') }]}
        title={t('tokens.title')}
      />
      <Columns side={<NewToken onMade={reload} />}>
        <QueryView result={result} onRetry={reload} select={(data) => data.apiTokens}>
          {(tokens) =>
            tokens.length === 0 ? (
              <EmptyState title={t('tokens.emptyTitle')} icon={<IconKey size={20} />}>
                {t('tokens.emptyText')}
              </EmptyState>
            ) : (
              <Card label={t('tokens.title')}>
                <ul>
                  {tokens.map((token) => (
                    <TokenRow key={token.id} token={token} onRevoked={reload} />
                  ))}
                </ul>
              </Card>
            )
          }
        </QueryView>
      </Columns>
    </Page>
  );
}
