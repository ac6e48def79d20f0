import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { useT } from '../locales';

/** A link shown this once, and the button that takes it. */
export function CopyLink({ url, label }: { url: string; label: string }) {
  const t = useT();
  return (
    <Group align="end" wrap="nowrap">
      <TextInput label={label} value={url} readOnly flex={1} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={url}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? t('invitation.copied') : t('invitation.copy')}</Button>}
      </CopyButton>
    </Group>
  );
}
