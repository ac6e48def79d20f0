import { Button } from '@mantine/core';
import { Notice, Stack, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { SendEmailConfirmationMutation } from './account-documents';

/** What an address that is not confirmed costs, and the letter once more. */
export function ConfirmEmail({ email }: { email: string }) {
  const t = useT();
  const [send, isRunning] = useCommand(SendEmailConfirmationMutation);
  const [isSent, setSent] = useState(false);
  if (isSent) return <Notice title={t('letter.sent', { email })}>{t('letter.confirmText')}</Notice>;
  return (
    <Notice tone="warn" title={t('account.unconfirmed')}>
      <Stack>
        <p>{t('account.unconfirmedText')}</p>
        <div>
          <Button
            size="xs"
            loading={isRunning}
            onClick={async () => {
              const outcome = await send({});
              if (outcome.status === 'success') setSent(true);
            }}
          >
            {t('account.sendAgain')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}
