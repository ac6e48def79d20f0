import { Button, Code, Drawer, Stack } from '@mantine/core';
import { Chip, Fact, Facts, QueryView, toast, useCommand, useFormat, type ResultOf } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from './locales';
import { ReplayWebhookDeliveryMutation, WebhookDeliveryQuery } from './webhook-documents';
import { deliveryTone, eventText, outcomeText } from './webhook-words';
import classes from './Webhooks.module.css';

interface DeliveryDrawerProps {
  id: string | null;
  isPaused: boolean;
  onClose: () => void;
  onReplayed: () => void;
}

export function DeliveryDrawer({ id, isPaused, onClose, onReplayed }: DeliveryDrawerProps) {
  const t = useT();
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('delivery')}
      size="lg"
    >
      {id === null ? null : <DeliveryView id={id} isPaused={isPaused} onReplayed={onReplayed} onClose={onClose} />}
    </Drawer>
  );
}

type Opened = NonNullable<ResultOf<typeof WebhookDeliveryQuery>['webhookDelivery']>;

function DeliveryView({ id, onReplayed, onClose }: DeliveryDrawerProps & { id: string }) {
  const t = useT();
  const format = useFormat();
  const [result, refetch] = useQuery({
    query: WebhookDeliveryQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const [replay, isRunning] = useCommand(ReplayWebhookDeliveryMutation);
  const again = async () => {
    if ((await replay({ deliveryId: id })).status !== 'success') return;
    toast(t('replayed'));
    onReplayed();
    onClose();
  };
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => data.webhookDelivery}
    >
      {(delivery) => (
        <Stack>
          <p className={classes.name}>
            {eventText(delivery.type, t)}{' '}
            <Chip tone={deliveryTone[delivery.state]}>{t(`deliveryState.${delivery.state}`)}</Chip>{' '}
            <span className={classes.beside}>{format.dateTime(delivery.createdAt)}</span>
          </p>
          <Facts look="stacked">
            <Fact label={t('id')}>
              <code className={classes.url}>{delivery.eventId}</code>
            </Fact>
          </Facts>
          {delivery.canReplay ? (
            <Button variant="filled" loading={isRunning} onClick={() => void again()}>
              {t('replay')}
            </Button>
          ) : null}
          <section>
            <h3 className={classes.legend}>{t('request')}</h3>
            <Code block className={classes.code} tabIndex={0} aria-label={t('request')}>
              {pretty(delivery.body)}
            </Code>
          </section>
          <section>
            <h3 className={classes.legend}>{t('answers')}</h3>
            {delivery.attempts.length === 0 ? <p className={classes.beside}>{t('notTried')}</p> : null}
            <ol className={classes.list} reversed>
              {delivery.attempts
                .map((attempt, index) => <Attempt key={attempt.at} attempt={attempt} number={index + 1} />)
                .toReversed()}
            </ol>
          </section>
        </Stack>
      )}
    </QueryView>
  );
}

function Attempt({ attempt, number }: { attempt: Opened['attempts'][number]; number: number }) {
  const t = useT();
  const format = useFormat();
  return (
    <li className={classes.attempt}>
      <p>
        {t('attempt', { number })}{' '}
        <span className={classes.beside}>
          {[
            format.dateTime(attempt.at),
            outcomeText(attempt, t),
            t('milliseconds', { count: attempt.milliseconds }),
          ].join(' · ')}
        </span>
      </p>
      {attempt.answer === null ? null : attempt.answer === '' ? (
        <p className={classes.beside}>{t('noAnswer')}</p>
      ) : (
        <Code block className={classes.code} tabIndex={0} aria-label={t('attempt', { number })}>
          {attempt.answer}
        </Code>
      )}
    </li>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
