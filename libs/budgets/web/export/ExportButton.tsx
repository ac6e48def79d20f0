import { Button } from '@mantine/core';
import { downloadFile, IconDownload, toastProblem, useLanguage } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';

/** The page's figures as a workbook. */
export function ExportButton({ path, query }: { path: string; query: Readonly<Record<string, string>> }) {
  const t = useT();
  const { language } = useLanguage();
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    if (!(await downloadFile(path, { ...query, locale: language }))) toastProblem(t('export.failed'));
    setSaving(false);
  };
  return (
    <Button
      variant="subtle"
      leftSection={<IconDownload />}
      loading={isSaving}
      aria-label={t('export.label')}
      onClick={() => void save()}
    >
      XLSX
    </Button>
  );
}
