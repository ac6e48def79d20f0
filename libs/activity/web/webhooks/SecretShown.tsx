import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { Notice } from '@planerka/platform/web';
import { useT } from './locales';

/** The secret, this once. */
export function SecretShown({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useT();
  return (
    <Stack>
      <div role="status">
        <Notice>{t('secretOnce')}</Notice>
      </div>
      <Group align="end" wrap="nowrap">
        <TextInput
          label={t('secret')}
          value={secret}
          readOnly
          flex={1}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={secret}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}
        </CopyButton>
      </Group>
      <Button variant="filled" onClick={onDone}>
        {t('done')}
      </Button>
    </Stack>
  );
}
