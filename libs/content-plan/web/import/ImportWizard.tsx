import { Button, Modal } from '@mantine/core';
import { Notice, Row, SkeletonTable, Spacer, Stack, usePlatformText } from '@planerka/platform/web';
import { useT as usePlanText } from '../locales';
import { useT } from './locales';
import { ImportOutcome } from './ImportOutcome';
import { ImportSource } from './ImportSource';
import { RememberedTables } from './RememberedTables';
import { useImport } from './use-import';

export interface ImportWizardProps {
  clientId: string;
  /** What was pasted, where it begins with that. */
  given?: File | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Table → columns and what would happen, row by row → exactly that, or nothing. */
export function ImportWizard({ clientId, given, onClose, onDone }: ImportWizardProps) {
  const t = useT();
  const plan = usePlanText();
  const words = usePlatformText();
  const importing = useImport(clientId, given, onDone);
  const { preview, isRunning, problem, note, look, apply, clear } = importing;
  const changes = preview ? preview.counts.create + preview.counts.update : 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        {problem && <Notice tone="danger">{problem}</Notice>}
        {note && <Notice tone="warn">{note}</Notice>}
        {!preview && !isRunning && (
          <>
            <ImportSource onTable={look} />
            <RememberedTables clientId={clientId} />
          </>
        )}
        {!preview && isRunning && <SkeletonTable rows={5} columns={4} />}
        {preview && <ImportOutcome preview={preview} importing={importing} />}
        <Row>
          {preview && (
            <Button variant="subtle" onClick={clear}>
              {t('another')}
            </Button>
          )}
          <Spacer />
          <Button variant="subtle" onClick={onClose}>
            {words('actions.cancel')}
          </Button>
          {preview && (
            <Button variant="filled" disabled={!preview.isImportable} loading={isRunning} onClick={() => void apply()}>
              {changes > 0 ? t('apply', { count: changes }) : plan('actions.import')}
            </Button>
          )}
        </Row>
      </Stack>
    </Modal>
  );
}
