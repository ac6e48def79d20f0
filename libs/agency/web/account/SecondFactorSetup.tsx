import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { toast, useCommand } from '@planerka/platform/web';
import { QRCodeSVG } from 'qrcode.react';
import { useT } from '../locales';
import { ConfirmSecondFactorMutation } from './account-documents';
import classes from './Account.module.css';
import { RecoveryCodes } from './RecoveryCodes';

export interface Begun {
  readonly uri: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

const pictureSize = 176;

/** The picture for the app, the codes to keep, and the first code that shows that the app works. */
export function SecondFactorSetup({ begun, onDone }: { begun: Begun; onDone: () => void }) {
  const t = useT();
  const form = useForm({ initialValues: { code: '' } });
  const [confirm, isRunning] = useCommand(ConfirmSecondFactorMutation, { form });
  const submit = form.onSubmit(async ({ code }) => {
    const outcome = await confirm({ code });
    if (outcome.status !== 'success') return;
    toast(t('secondFactor.turnedOn'));
    onDone();
  });
  return (
    <Stack>
      <p>{t('secondFactor.scan')}</p>
      <div className={classes.qr}>
        <QRCodeSVG value={begun.uri} size={pictureSize} title={t('secondFactor.picture')} />
      </div>
      <p>
        {t('secondFactor.byHand')} <span className={classes.secret}>{begun.secret}</span>
      </p>
      <RecoveryCodes codes={begun.recoveryCodes} />
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('secondFactor.code')}
            description={t('secondFactor.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            {...form.getInputProps('code')}
          />
          <Button type="submit" loading={isRunning}>
            {t('secondFactor.confirm')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('team.cancel')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
