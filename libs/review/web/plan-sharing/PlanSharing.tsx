import { Stack, Text } from '@mantine/core';
import { EmptyState, QueryView, SkeletonRows, useFormat } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from './locales';
import { PlanLinks } from './PlanLinks';
import { PlanRemarks } from './PlanRemarks';
import { PlanWord } from './PlanWord';
import { PlanSharingQuery } from './plan-sharing-documents';
import { ShareForm } from './ShareForm';

export interface PlanMonth {
  clientId: string;
  month: string;
}

/** To whom the month is shown, what they say, and one more link. */
export function PlanSharing({ clientId, month }: PlanMonth) {
  const t = useT();
  const format = useFormat();
  const [result, refetch] = useQuery({
    query: PlanSharingQuery,
    variables: { clientId, month },
    requestPolicy: 'cache-and-network',
  });
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => ({ sharing: data.planSharing })}
      skeleton={<SkeletonRows />}
    >
      {({ sharing }) =>
        sharing ? (
          <Stack gap="lg">
            <Text size="sm" c="dimmed">
              {t('what', { month: format.month(month), count: t('items', { count: sharing.entries.length }) })}
            </Text>
            <PlanWord sharing={sharing} />
            <ShareForm clientId={clientId} month={month} sharing={sharing} />
            <PlanLinks sharing={sharing} />
            <PlanRemarks clientId={clientId} month={month} sharing={sharing} />
          </Stack>
        ) : (
          <EmptyState title={t('gone')} />
        )
      }
    </QueryView>
  );
}
