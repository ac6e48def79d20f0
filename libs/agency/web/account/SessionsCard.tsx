import { Button } from '@mantine/core';
import { Card, CardHeader, Chip, RelativeTime, toast, useCommand, useConfirm } from '@planerka/platform/web';
import { useT } from '../locales';
import { EndOtherSessionsMutation, EndSessionMutation, type Account } from './account-documents';
import classes from './Account.module.css';

type AccountSession = Account['sessions'][number];

export function SessionsCard({ sessions }: { sessions: readonly AccountSession[] }) {
  const t = useT();
  const confirm = useConfirm();
  const [end] = useCommand(EndSessionMutation);
  const [endOthers, isEnding] = useCommand(EndOtherSessionsMutation);
  const nameOf = ({ browser, system }: AccountSession): string =>
    [browser, system].filter(Boolean).join(', ') || t('account.unknownDevice');
  const signOutEverywhere = async () => {
    const question = {
      title: t('account.endOthersTitle'),
      text: t('account.endOthersText'),
      confirm: t('account.endOthers'),
      isDangerous: true,
    };
    if (!(await confirm(question))) return;
    const outcome = await endOthers({});
    if (outcome.status === 'success') toast(t('account.othersEnded'));
  };
  return (
    <Card label={t('account.sessions')}>
      <CardHeader
        title={t('account.sessions')}
        count={sessions.length}
        ruled
        aside={
          sessions.length > 1 ? (
            <Button size="xs" loading={isEnding} onClick={() => void signOutEverywhere()}>
              {t('account.endOthers')}
            </Button>
          ) : null
        }
      />
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className={classes.session}>
            <div>
              <p className={classes.device}>
                {nameOf(session)} {session.isThis ? <Chip tone="done">{t('account.thisDevice')}</Chip> : null}
              </p>
              <p className={classes.trace}>
                {session.ipAddress ? `${session.ipAddress} · ` : ''}
                {t('account.lastUsed')} <RelativeTime value={session.lastUsedAt} />
              </p>
            </div>
            {session.isThis ? null : (
              <Button
                size="xs"
                variant="subtle"
                aria-label={`${t('account.end')}: ${nameOf(session)}`}
                onClick={async () => {
                  const outcome = await end({ sessionId: session.id });
                  if (outcome.status === 'success') toast(t('account.ended'));
                }}
              >
                {t('account.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
