import { Button, CopyButton, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, Notice } from '@planerka/platform/web';
import classes from './Calendars.module.css';
import { useT } from './locales';

/** The address, this once, and what to do with it. */
export function MadeCalendar({ url, onAgain }: { url: string; onAgain: () => void }) {
  const t = useT();
  return (
    <Stack>
      <div role="status">
        <Notice>{t('once')}</Notice>
      </div>
      <TextInput label={t('address')} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="filled" leftSection={copied ? <IconCheck /> : <IconCopy />} onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
      <Button component="a" href={url.replace(/^https?:/, 'webcal:')}>
        {t('subscribe')}
      </Button>
      <p className={classes.beside}>{t('how')}</p>
      <Button variant="subtle" onClick={onAgain}>
        {t('another')}
      </Button>
    </Stack>
  );
}
