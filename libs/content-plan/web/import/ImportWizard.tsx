import { Button, Checkbox, Modal } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import {
  errorText,
  IconUpload,
  Notice,
  Row,
  SkeletonTable,
  Spacer,
  Stack,
  toast,
  usePlatformText,
} from '@planerka/platform/web';
import { useEffect, useEffectEvent, useState } from 'react';
import { useT } from '../locales';
import { ColumnMapping } from './ColumnMapping';
import { ImportRows } from './ImportRows';
import classes from './ImportWizard.module.css';
import {
  applyImport,
  previewImport,
  type ColumnChoices,
  type FileProblem,
  type ImportColumn,
  type ImportPreview,
} from './plan-files';

export interface ImportWizardProps {
  clientId: string;
  /** What was pasted, where it begins with that. */
  given?: File | undefined;
  onClose: () => void;
  onDone: () => void;
}

const kinds = ['create', 'update', 'unchanged', 'bad'] as const;

/** File → columns and what would happen, row by row → exactly that, or nothing. */
export function ImportWizard({ clientId, given, onClose, onDone }: ImportWizardProps) {
  const t = useT();
  const words = usePlatformText();
  const [file, setFile] = useState<File | null>(given ?? null);
  const [choices, setChoices] = useState<ColumnChoices>(new Map());
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(given !== undefined);
  const [onlyBad, setOnlyBad] = useState(false);

  const tell = ({ code, params }: FileProblem) => setProblem(errorText(code, params) ?? t('import.failed'));
  const fail = (reason: 'offline' | 'unreadable' | 'other') =>
    setProblem(
      t(reason === 'offline' ? 'import.offline' : reason === 'unreadable' ? 'import.fileChanged' : 'import.failed'),
    );

  const look = async (chosen: File, columns: ColumnChoices) => {
    setFile(chosen);
    setChoices(columns);
    setProblem(null);
    setNote(null);
    setRunning(true);
    await ask(chosen, columns);
  };
  const ask = async (chosen: File, columns: ColumnChoices) => {
    const reply = await previewImport(clientId, chosen, columns);
    setRunning(false);
    if (reply.status === 'done') setPreview(reply.value);
    else if (reply.status === 'refused') tell(reply.problem);
    else if (reply.status === 'failed') fail(reply.reason);
    if (reply.status !== 'done') setPreview(null);
  };

  const begin = useEffectEvent(() => given && void ask(given, new Map()));
  useEffect(() => begin(), []);

  const apply = async () => {
    if (!file || !preview) return;
    setRunning(true);
    setProblem(null);
    const reply = await applyImport(clientId, file, choices, preview.digest);
    setRunning(false);
    if (reply.status === 'done') {
      toast(t('import.applied', { created: reply.value.created, updated: reply.value.updated }));
      onDone();
    } else if (reply.status === 'changed') {
      setPreview(reply.preview);
      setNote(t('import.planChanged'));
    } else if (reply.status === 'refused') tell(reply.problem);
    else fail(reply.reason);
  };

  const choose = (index: number, column: ImportColumn | null) => {
    if (!file) return;
    // put at the end: of two choices of one column the last counts
    const others = [...choices].filter(([chosen]) => chosen !== index);
    void look(file, new Map([...others, [index, column]]));
  };
  const changes = preview ? preview.counts.create + preview.counts.update : 0;
  const isEmpty = preview !== null && preview.rows.length === 0 && preview.missingColumns.length === 0;

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        {problem && <Notice tone="danger">{problem}</Notice>}
        {note && <Notice tone="warn">{note}</Notice>}
        {!preview && !isRunning && (
          <Dropzone
            onDrop={([dropped]) => dropped && void look(dropped, new Map())}
            multiple={false}
            className={classes.drop}
            aria-label={t('import.choose')}
          >
            <IconUpload size={20} />
            <p className={classes.dropTitle}>{t('import.drop')}</p>
            <p className={classes.hint}>{t('import.dropHint')}</p>
          </Dropzone>
        )}
        {!preview && isRunning && <SkeletonTable rows={5} columns={4} />}
        {preview && (
          <>
            {preview.missingColumns.length > 0 && (
              <Notice tone="warn">
                {t('import.missing', {
                  columns: preview.missingColumns.map((column) => `«${t(`import.columnName.${column}`)}»`).join(', '),
                })}
              </Notice>
            )}
            <ColumnMapping columns={preview.columns} isOpen={preview.missingColumns.length > 0} onChoose={choose} />
            {preview.isTooLong && <Notice tone="danger">{errorText('file_too_many_rows', { max: 2_000 })}</Notice>}
            {isEmpty && <Notice>{t('import.empty')}</Notice>}
            {preview.rows.length > 0 && (
              <>
                <Row>
                  <ul className={classes.counts} aria-label={t('import.willDo')} aria-live="polite">
                    {kinds
                      .filter((kind) => preview.counts[kind] > 0)
                      .map((kind) => (
                        <li key={kind} data-kind={kind}>
                          {t(`import.${kind}`, { count: preview.counts[kind] })}
                        </li>
                      ))}
                  </ul>
                  <Spacer />
                  {preview.counts.bad > 0 && (
                    <Checkbox
                      label={t('import.onlyBad')}
                      checked={onlyBad}
                      onChange={(event) => setOnlyBad(event.currentTarget.checked)}
                    />
                  )}
                </Row>
                {preview.counts.bad > 0 && <Notice tone="warn">{t('import.allOrNothing')}</Notice>}
                {preview.counts.bad === 0 && changes === 0 && <Notice>{t('import.nothingToDo')}</Notice>}
                <ImportRows rows={onlyBad ? preview.rows.filter(({ kind }) => kind === 'bad') : preview.rows} />
              </>
            )}
          </>
        )}
        <Row>
          {preview && (
            <Button
              variant="subtle"
              onClick={() => {
                setPreview(null);
                setFile(null);
              }}
            >
              {t('import.another')}
            </Button>
          )}
          <Spacer />
          <Button variant="subtle" onClick={onClose}>
            {words('actions.cancel')}
          </Button>
          {preview && (
            <Button variant="filled" disabled={!preview.isImportable} loading={isRunning} onClick={() => void apply()}>
              {changes > 0 ? t('import.apply', { count: changes }) : t('actions.import')}
            </Button>
          )}
        </Row>
      </Stack>
    </Modal>
  );
}
