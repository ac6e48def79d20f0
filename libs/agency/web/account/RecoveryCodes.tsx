import { Button, CopyButton, Stack } from '@mantine/core';
import { Notice } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './Account.module.css';

/** Told this once: they stand in for a lost phone. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone?: () => void }) {
  const t = useT();
  return (
    <Stack>
      <Notice tone="warn" title={t('secondFactor.codesTitle')}>
        {t('secondFactor.codesText')}
      </Notice>
      <ul className={classes.codes} aria-label={t('secondFactor.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button onClick={copy}>{copied ? t('invitation.copied') : t('secondFactor.copyCodes')}</Button>
        )}
      </CopyButton>
      {onDone ? (
        <Button variant="subtle" onClick={onDone}>
          {t('secondFactor.kept')}
        </Button>
      ) : null}
    </Stack>
  );
}
