import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Card,
  CardHeader,
  FormErrors,
  Notice,
  Row,
  Section,
  toast,
  useCommand,
  usePersistentDraft,
} from '@planerka/platform/web';
import {
  briefSchema,
  preflight,
  type AdSurroundings,
  type Brief,
  type DeliverableContent,
} from '@planerka/tasks/domain';
import { schemesOf } from '@planerka/tasks/web/ads';
import { useMemo, useState } from 'react';
import { useFiles } from '../files/use-files';
import { useT } from '../locales';
import { CopyForm } from './CopyForm';
import { DesignForm } from './DesignForm';
import { firstContent } from './empty-content';
import { Findings, type ShownFinding } from './Findings';
import classes from './SubmissionForm.module.css';
import { SubmitTask } from './submit-task';
import { TargetingForm } from './TargetingForm';
import type { Version } from './version';

export interface SubmissionFormProps {
  taskId: string;
  taskVersion: number;
  /** Of the version that is being made. */
  number: number;
  brief: { readonly data: unknown; readonly brand: unknown };
  previous: Version | undefined;
  /** Whose work it is: it goes into the names of advertisements. */
  names: { readonly client: string; readonly campaign: string };
  /** Of the publication's channels. */
  networks: readonly string[];
  /** The publication that it is for, if it is for one. */
  itemId: string | null;
  onReload: () => void;
}

/** A part of the form gets its content, and the errors that stand at its fields. */
export interface ContentFormProps<Kind extends DeliverableContent['kind']> {
  content: Extract<DeliverableContent, { kind: Kind }>;
  onChange: (content: Extract<DeliverableContent, { kind: Kind }>) => void;
  /** By the path within the content: `text`, `ads.0.dailyLimit`. */
  errorAt: (path: string) => string | undefined;
}

interface Values {
  content: DeliverableContent;
  note: string;
}

/** Where a specialist makes the next version; it is held against the brief while it is made. */
export function SubmissionForm({ brief: issued, ...props }: SubmissionFormProps) {
  const read = useMemo(() => briefSchema.safeParse(issued.data), [issued.data]);
  return read.success ? (
    <ReadyForm {...props} brief={read.data} schemes={schemesOf(issued.brand)} stopWords={stopWordsOf(issued.brand)} />
  ) : null;
}

function ReadyForm({
  taskId,
  taskVersion,
  number,
  brief,
  schemes,
  stopWords,
  previous,
  names,
  networks,
  itemId,
  onReload,
}: Omit<SubmissionFormProps, 'brief'> & {
  brief: Brief;
  schemes: AdSurroundings['schemes'];
  stopWords: readonly string[];
}) {
  const t = useT();
  const start: Values = { content: firstContent(brief, previous?.content, { ...names, schemes }), note: '' };
  const draft = usePersistentDraft<Values>(`deliverable-${taskId}-${number}`, start);
  const form = useForm<Values>({
    initialValues: draft.initial.content.kind === brief.discipline ? draft.initial : start,
    onValuesChange: draft.keep,
  });
  const [isRestored, setRestored] = useState(draft.isRestored);
  const [isUploading, setUploading] = useState(false);
  const [submit, isSubmitting] = useCommand(SubmitTask, { form, onReload });
  const { content, note } = form.values;
  const files = useFiles(fileIdsOf(content), previous?.files ?? []);
  const findings = check(brief, content, files, stopWords);
  const errorAt = (path: string) => {
    const error = form.errors[`content.${path}`];
    return typeof error === 'string' ? error : undefined;
  };
  const change = (next: DeliverableContent) => {
    form.setFieldValue('content', next);
    form.clearErrors();
  };

  async function send(): Promise<void> {
    const outcome = await submit({ input: { taskId, expectedVersion: taskVersion, content, note } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('submit.done', { number }));
  }

  return (
    <Card label={t('submit.title')}>
      <CardHeader title={t(number === 1 ? 'submit.title' : 'submit.again')} ruled />
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {isRestored && (
          <Section>
            <Notice
              title={t('submit.restored')}
              action={
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => {
                    form.setValues(start);
                    draft.clear();
                    setRestored(false);
                  }}
                >
                  {t('submit.startOver')}
                </Button>
              }
            />
          </Section>
        )}
        <Section className={classes.fields}>
          <FormErrors form={form} />
          {content.kind === 'copy' && brief.discipline === 'copy' && (
            <CopyForm
              content={content}
              onChange={change}
              errorAt={errorAt}
              brief={brief}
              networks={networks}
              itemId={itemId}
            />
          )}
          {content.kind === 'design' && (
            <DesignForm
              content={content}
              onChange={change}
              errorAt={errorAt}
              taskId={taskId}
              files={files}
              onUploading={setUploading}
            />
          )}
          {content.kind === 'targeting' && brief.discipline === 'targeting' && (
            <TargetingForm
              content={content}
              brief={brief}
              onChange={change}
              errorAt={errorAt}
              taskId={taskId}
              files={files}
              onUploading={setUploading}
            />
          )}
          <Textarea
            label={t('submit.note')}
            placeholder={t('submit.notePlaceholder')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={5_000}
            {...form.getInputProps('note')}
          />
        </Section>
        <Section aria-live="polite">
          <h3 className={classes.caption}>{t('submit.check')}</h3>
          {findings.length === 0 ? (
            <p className={classes.ok}>{t('submit.checkOk')}</p>
          ) : (
            <Findings findings={findings} />
          )}
        </Section>
        <Section>
          <Row>
            <Button type="submit" loading={isSubmitting} disabled={isUploading}>
              {t('submit.action', { number })}
            </Button>
            <span className={classes.quiet}>
              {t(isUploading ? 'submit.uploading' : findings.length > 0 ? 'submit.checkHint' : 'submit.kept')}
            </span>
          </Row>
        </Section>
      </form>
    </Card>
  );
}

const fileIdsOf = (content: DeliverableContent): readonly string[] =>
  content.kind === 'copy'
    ? []
    : content.kind === 'design'
      ? [...content.fileIds, ...content.sourceFileIds]
      : content.fileIds;

function check(
  brief: Brief,
  content: DeliverableContent,
  files: ReturnType<typeof useFiles>,
  brandStopWords: readonly string[],
): readonly ShownFinding[] {
  if (brief.discipline !== content.kind) return [];
  const facts = [...files.values()].map(
    ({ id, name, size, width, height }) => [id, { id, name, bytes: size, width, height }] as const,
  );
  return preflight(brief, content, { files: new Map(facts), brandStopWords });
}

/** The brand profile as it was snapshotted into the brief; older snapshots may lack it. */
function stopWordsOf(brand: unknown): readonly string[] {
  if (typeof brand !== 'object' || brand === null || !('stopWords' in brand)) return [];
  return Array.isArray(brand.stopWords) ? brand.stopWords.filter((word) => typeof word === 'string') : [];
}
