import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Chip,
  Columns,
  Page,
  PageHeader,
  QueryView,
  Stack,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { AccountPageQuery } from './account-documents';
import { ConfirmEmail } from './ConfirmEmail';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';
import { SecondFactorCard } from './SecondFactorCard';
import { SessionsCard } from './SessionsCard';

/** A person's own: who they are, how they sign in, and where they are signed in now. */
export function AccountPage() {
  const t = useT();
  const [result, refetch] = useQuery({ query: AccountPageQuery, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHeader title={t('account.title')} />
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={({ account }) => account}
      >
        {(account) => (
          <Columns
            side={
              <Stack>
                <SecondFactorCard account={account} />
                <Card label={t('settings.calendars')}>
                  <CardHeader title={t('settings.calendars')} ruled />
                  <CardBody>
                    <Stack>
                      <p>{t('settings.calendarsHint')}</p>
                      <Button component={AppLink} href="/account/calendars">
                        {t('account.toCalendars')}
                      </Button>
                    </Stack>
                  </CardBody>
                </Card>
                <Card label={t('tokens.title')}>
                  <CardHeader title={t('tokens.title')} ruled />
                  <CardBody>
                    <Stack>
                      <p>{t('settings.tokensHint')}</p>
                      <Button component={AppLink} href="/account/tokens">
                        {t('account.toTokens')}
                      </Button>
                    </Stack>
                  </CardBody>
                </Card>
              </Stack>
            }
          >
            <Card label={t('account.profile')}>
              <CardHeader
                title={t('account.profile')}
                sub={account.email}
                ruled
                aside={account.isEmailVerified ? <Chip tone="done">{t('account.confirmed')}</Chip> : null}
              />
              <CardBody>
                <Stack>
                  {account.canConfirmEmail ? <ConfirmEmail email={account.email} /> : null}
                  <ProfileForm account={account} />
                </Stack>
              </CardBody>
            </Card>
            {account.hasPassword ? (
              <Card label={t('entry.password')}>
                <CardHeader title={t('entry.password')} sub={t('account.passwordText')} ruled />
                <CardBody>
                  <PasswordForm email={account.email} />
                </CardBody>
              </Card>
            ) : null}
            <SessionsCard sessions={account.sessions} />
          </Columns>
        )}
      </QueryView>
    </Page>
  );
}
