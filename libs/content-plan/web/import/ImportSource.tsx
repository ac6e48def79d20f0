import { Button, Stack, Textarea } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { IconUpload } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from './locales';
import classes from './ImportWizard.module.css';

export interface ImportSourceProps {
  onTable: (file: File) => void;
  /** What may be dropped; a plan where it is left out. */
  hint?: string | undefined;
}

/** A file, or a table out of the clipboard. */
export function ImportSource({ onTable, hint }: ImportSourceProps) {
  const t = useT();
  const [pasted, setPasted] = useState('');
  const take = (text: string) => onTable(new File([text], `${t('pasted')}.csv`, { type: 'text/csv' }));
  return (
    <Stack>
      <Dropzone
        onDrop={([dropped]) => dropped && onTable(dropped)}
        multiple={false}
        className={classes.drop}
        aria-label={t('choose')}
      >
        <IconUpload size={20} />
        <p className={classes.dropTitle}>{t('drop')}</p>
        <p className={classes.hint}>{hint ?? t('dropHint')}</p>
      </Dropzone>
      <Textarea
        label={t('paste')}
        description={t('pasteHint')}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          // cells are parted by tabs: nobody writes those, so it is a table and needs no further word
          if (!text.includes('\t')) return;
          event.preventDefault();
          setPasted(text);
          take(text);
        }}
        autosize
        minRows={2}
        maxRows={8}
        className={classes.paste}
      />
      {pasted.trim() === '' ? null : (
        <Button onClick={() => take(pasted)} className={classes.take}>
          {t('takePasted')}
        </Button>
      )}
    </Stack>
  );
}
