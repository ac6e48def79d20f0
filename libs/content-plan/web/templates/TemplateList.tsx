import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Chip,
  EmptyState,
  IconCheck,
  IconPen,
  IconRefresh,
  IconTrash,
  QueryView,
  SkeletonRows,
  Stack,
  toast,
  useCommand,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import rows from '../series/ListRows.module.css';
import classes from './Templates.module.css';
import {
  ArchivePlanTemplateMutation,
  PlanTemplatesQuery,
  RenamePlanTemplateMutation,
  type PlanTemplate,
} from './templates.documents';

export interface TemplateListProps {
  clientId: string;
  onChoose: (template: PlanTemplate) => void;
  /** Each turn of a new series is to be like it. */
  onRepeat: (template: PlanTemplate) => void;
  onSave?: (() => void) | undefined;
}

export function TemplateList({ clientId, onChoose, onRepeat, onSave }: TemplateListProps) {
  const t = useT();
  const [result, refetch] = useQuery({
    query: PlanTemplatesQuery,
    variables: { clientId },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Stack>
      <QueryView
        result={result}
        onRetry={reload}
        select={(data) => data.planTemplates}
        skeleton={<SkeletonRows rows={4} />}
      >
        {(templates) =>
          templates.length === 0 ? (
            <EmptyState title={t('templates.empty')}>{t('templates.emptyText')}</EmptyState>
          ) : (
            <ul className={rows.list} aria-label={t('templates.title')}>
              {templates.map((template) => (
                <TemplateRow
                  key={`${template.id} ${template.version}`}
                  template={template}
                  onChoose={() => onChoose(template)}
                  onRepeat={() => onRepeat(template)}
                  onReload={reload}
                />
              ))}
            </ul>
          )
        }
      </QueryView>
      {onSave && (
        <div>
          <Button onClick={onSave}>{t('templates.saveMonth')}</Button>
        </div>
      )}
    </Stack>
  );
}

interface TemplateRowProps {
  template: PlanTemplate;
  onChoose: () => void;
  onRepeat: () => void;
  onReload: () => void;
}

function TemplateRow({ template, onChoose, onRepeat, onReload }: TemplateRowProps) {
  const t = useT();
  const undoable = useUndoable();
  const [isRenaming, setRenaming] = useState(false);
  const [archive] = useCommand(ArchivePlanTemplateMutation);
  const { id, name, kind, isForClient, itemCount, taskCount } = template;
  const what = [
    t(kind === 'MONTH' ? 'templates.ofMonth' : 'templates.ofItem'),
    kind === 'MONTH' && t('rollOver.items', { count: itemCount }),
    taskCount > 0 && t('rollOver.tasks', { count: taskCount }),
  ].filter(Boolean);
  const drop = async () => {
    const outcome = await archive({ input: { templateId: id } });
    if (outcome.status !== 'success') return;
    undoable({
      of: id,
      message: t('templates.archived', { name }),
      undo: async () => {
        const back = await archive({ input: { templateId: id, isArchived: false } });
        if (back.status === 'success') toast(t('templates.restored', { name }));
      },
    });
  };
  return (
    <li className={rows.row}>
      {isRenaming ? (
        <RenameForm template={template} onReload={onReload} onDone={() => setRenaming(false)} />
      ) : (
        <>
          <span className={rows.what}>
            <b>{name}</b>
            <span className={rows.note}>{what.join(' · ')}</span>
          </span>
          {!isForClient && <Chip>{t('templates.ofAgency')}</Chip>}
          <span className={rows.actions}>
            <Button size="xs" aria-label={`${t('templates.use')}: ${name}`} onClick={onChoose}>
              {t('templates.use')}
            </Button>
            {kind === 'ITEM' && (
              <ActionIcon aria-label={t('templates.repeat', { name })} onClick={onRepeat}>
                <IconRefresh />
              </ActionIcon>
            )}
            <ActionIcon aria-label={t('templates.rename', { name })} onClick={() => setRenaming(true)}>
              <IconPen />
            </ActionIcon>
            <ActionIcon aria-label={t('templates.archive', { name })} onClick={() => void drop()}>
              <IconTrash />
            </ActionIcon>
          </span>
        </>
      )}
    </li>
  );
}

function RenameForm({
  template,
  onReload,
  onDone,
}: {
  template: PlanTemplate;
  onReload: () => void;
  onDone: () => void;
}) {
  const t = useT();
  const form = useForm({ initialValues: { name: template.name } });
  const [rename, isRunning] = useCommand(RenamePlanTemplateMutation, { form, onReload });
  async function submit(): Promise<void> {
    const outcome = await rename({
      input: { templateId: template.id, expectedVersion: template.version, name: form.values.name },
    });
    if (outcome.status === 'success') onDone();
  }
  return (
    <form
      className={classes.rename}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Leaves the field, not the dialog.
        event.stopPropagation();
        onDone();
      }}
    >
      <TextInput aria-label={t('templates.name')} autoFocus {...form.getInputProps('name')} />
      <ActionIcon
        type="submit"
        variant="default"
        loading={isRunning}
        aria-label={t('templates.saveName', { name: template.name })}
      >
        <IconCheck />
      </ActionIcon>
    </form>
  );
}
