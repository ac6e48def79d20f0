import { Button, CopyButton, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, Notice } from '@planerka/platform/web';
import type { SentLink } from './approval-documents';
import { useT } from './locales';

/** Each approver's own address: shown now and never again. */
export function SentLinks({ links }: { links: readonly SentLink[] }) {
  const t = useT();
  return (
    <Stack>
      <Notice>{t('send.copyEach')}</Notice>
      {links.map(({ linkId, contactName, url, mailedTo }) => (
        <div key={linkId}>
          <TextInput
            label={contactName}
            description={mailedTo ? t('send.mailed', { email: mailedTo }) : undefined}
            value={url}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button mt="xs" size="xs" leftSection={copied ? <IconCheck /> : <IconCopy />} onClick={copy}>
                {t(copied ? 'send.copied' : 'send.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      ))}
    </Stack>
  );
}
