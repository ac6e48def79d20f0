import { Button, Checkbox, Modal } from '@mantine/core';
import { columnNames, planColumns, type PlanColumn } from '@planerka/content-plan/domain';
import {
  IconDownload,
  IconPrint,
  Notice,
  Row,
  Segmented,
  Spacer,
  Stack,
  useGo,
  useLanguage,
  usePlatformText,
} from '@planerka/platform/web';
import { useState } from 'react';
import { downloadPlan } from '../import/plan-files';
import { useT } from '../locales';
import classes from './ExportDialog.module.css';
import { keepExportWish, keptExportWish, type ExportKind } from './export-wish';

const kinds = ['xlsx', 'csv', 'pdf'] as const satisfies readonly ExportKind[];

/** Without these the table could not be imported again. */
const always: readonly PlanColumn[] = ['date', 'title'];

/** Which columns, for whom and as what; then the file, or the sheet to print. */
export function ExportDialog({ clientId, month, onClose }: { clientId: string; month: string; onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  const { language } = useLanguage();
  const go = useGo();
  const [wish, setWish] = useState(keptExportWish);
  const [isRunning, setRunning] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { kind, columns, isForReading, hasPictures } = wish;
  const change = (changes: Partial<typeof wish>) => setWish({ ...wish, ...changes });
  const chosen = planColumns.filter((column) => always.includes(column) || columns.includes(column));
  const save = async () => {
    keepExportWish(wish);
    if (kind === 'pdf') {
      onClose();
      go(
        `/plan/sheet?${new URLSearchParams({ client: clientId, month, columns: chosen.join(','), ...(!hasPictures && { pictures: '0' }) }).toString()}`,
      );
      return;
    }
    setFailed(false);
    setRunning(true);
    const isSaved = await downloadPlan({
      clientId,
      month,
      format: kind,
      locale: language,
      columns: chosen.join(','),
      ...(kind === 'xlsx' && isForReading && { look: 'client', pictures: hasPictures ? '1' : '' }),
    });
    setRunning(false);
    if (isSaved) onClose();
    else setFailed(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('export.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        {hasFailed && <Notice tone="danger">{t('exportFailed')}</Notice>}
        <Segmented
          label={t('export.kind')}
          value={kind}
          onChange={(next) => change({ kind: next })}
          segments={kinds.map((value) => ({ value, label: t(`export.${value}`) }))}
        />
        <p className={classes.hint}>{t(`export.${kind}Hint`)}</p>
        {kind === 'xlsx' && (
          <>
            <Checkbox
              label={t('export.forReading')}
              description={t('export.forReadingHint')}
              checked={isForReading}
              onChange={(event) => change({ isForReading: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('export.pictures')}
              checked={isForReading && hasPictures}
              disabled={!isForReading}
              onChange={(event) => change({ hasPictures: event.currentTarget.checked })}
            />
          </>
        )}
        {kind === 'pdf' && (
          <Checkbox
            label={t('export.pictures')}
            checked={hasPictures}
            onChange={(event) => change({ hasPictures: event.currentTarget.checked })}
          />
        )}
        <Checkbox.Group
          label={t('export.columns')}
          value={[...chosen]}
          onChange={(next) => change({ columns: planColumns.filter((column) => next.includes(column)) })}
        >
          <div className={classes.columns}>
            {planColumns.map((column) => (
              <Checkbox
                key={column}
                value={column}
                label={columnNames[language][column]}
                disabled={always.includes(column)}
              />
            ))}
          </div>
        </Checkbox.Group>
        <Row>
          <Spacer />
          <Button variant="subtle" onClick={onClose}>
            {words('actions.cancel')}
          </Button>
          <Button
            variant="filled"
            leftSection={kind === 'pdf' ? <IconPrint /> : <IconDownload />}
            loading={isRunning}
            onClick={() => void save()}
          >
            {t(kind === 'pdf' ? 'export.openSheet' : 'export.save')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
