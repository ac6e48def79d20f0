import { Button } from '@mantine/core';
import { Notice, QueryView } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { EntryCard } from '../entry/EntryCard';
import { useT } from '../locales';
import { AccountPageQuery } from './account-documents';
import { SecondFactorCard } from './SecondFactorCard';

/** In place of the desk: the agency asks for a second factor, and this person has none. */
export function SecondFactorFirst() {
  const t = useT();
  const [result, refetch] = useQuery({ query: AccountPageQuery });
  return (
    <EntryCard title={t('secondFactor.firstTitle')}>
      <Notice>{t('secondFactor.firstText')}</Notice>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={({ account }) => account}
      >
        {(account) =>
          account.hasSecondFactor ? (
            <Button variant="filled" size="md" fullWidth onClick={() => window.location.assign('/')}>
              {t('secondFactor.toWork')}
            </Button>
          ) : (
            <SecondFactorCard account={account} />
          )
        }
      </QueryView>
    </EntryCard>
  );
}
