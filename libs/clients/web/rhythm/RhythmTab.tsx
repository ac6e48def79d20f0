import { usualAnswerDays } from '@planerka/clients/domain';
import { Card, CardBody, CardHeader, QueryView, SkeletonRows, Stack } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { DatesCard } from './DatesCard';
import { FrequencyCard } from './FrequencyCard';
import { ClientRhythmQuery, type RhythmClient } from './rhythm.documents';

/** What the plan of a client is held to: how often, on which days, and how long a word of theirs takes. */
export function RhythmTab({ clientId }: { clientId: string }) {
  const [result, refetch] = useQuery({ query: ClientRhythmQuery, variables: { id: clientId } });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <QueryView result={result} onRetry={reload} select={(data) => data.client} skeleton={<SkeletonRows rows={6} />}>
      {(client) => (
        <Stack>
          <FrequencyCard client={client} />
          <DatesCard client={client} onReload={reload} />
          {client.answeringTime && <AnsweringCard time={client.answeringTime} />}
        </Stack>
      )}
    </QueryView>
  );
}

function AnsweringCard({ time }: { time: NonNullable<RhythmClient['answeringTime']> }) {
  const t = useT();
  const { days, answers, answersNeeded } = time;
  return (
    <Card label={t('rhythm.answers')}>
      <CardHeader title={t('rhythm.answers')} />
      <CardBody>
        <p>
          {days === null
            ? `${t('rhythm.answersFew', { count: answersNeeded - answers })} ${t('rhythm.answersTillThen', { count: usualAnswerDays })}`
            : `${t('rhythm.answersDays', { count: days })}, ${t('rhythm.answersFrom', { count: answers })}`}
        </p>
        <p>{t('rhythm.answersHint')}</p>
      </CardBody>
    </Card>
  );
}
