import { Button, Checkbox, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql, IconChevronDown, toast, useCommand, useConfirm, InvalidInputFragment } from '@planerka/platform/web';
import { memo, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { BriefDraft_task } from './save-draft';

const TemplatesQuery = graphql(`
  query BriefTemplates($discipline: Discipline!, $clientId: ID) {
    briefTemplates(discipline: $discipline, clientId: $clientId) {
      id
      name
    }
  }
`);

const ApplyMutation = graphql(
  `
    mutation ApplyBriefTemplate($input: ApplyBriefTemplateInput!) {
      applyBriefTemplate(input: $input) {
        __typename
        ... on TaskSuccess {
          task {
            ...BriefDraft_task
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [BriefDraft_task],
);

const CreateMutation = graphql(
  `
    mutation CreateBriefTemplate($input: CreateBriefTemplateInput!) {
      createBriefTemplate(input: $input) {
        __typename
        ... on BriefTemplateSuccess {
          templateId
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

/** Ways of asking that were worth keeping: pour one in, or keep this one. */
export const TemplateMenu = memo(function TemplateMenu({
  taskId,
  clientId,
  discipline,
  version,
  beforeApply,
  onApplied,
}: {
  taskId: string;
  clientId: string;
  discipline: 'COPY' | 'DESIGN' | 'TARGETING';
  /** Of the draft. */
  version: () => number;
  beforeApply: () => Promise<boolean>;
  onApplied: () => void;
}) {
  const t = useT();
  const confirm = useConfirm();
  const [isAsked, setAsked] = useState(false);
  const [{ data }, refetch] = useQuery({ query: TemplatesQuery, variables: { discipline, clientId }, pause: !isAsked });
  const [apply] = useCommand(ApplyMutation);
  const [name, setName] = useState<string | null>(null);
  const templates = data?.briefTemplates ?? [];

  async function use(template: { id: string; name: string }): Promise<void> {
    const isSure = await confirm({
      title: t('brief.applyTitle', { name: template.name }),
      text: t('brief.applyText'),
      confirm: t('brief.applyConfirm'),
    });
    if (!isSure || !(await beforeApply())) return;
    const outcome = await apply({ input: { taskId, templateId: template.id, expectedVersion: version() } });
    if (outcome.status === 'success') onApplied();
  }

  return (
    <>
      <Menu position="bottom-end" onOpen={() => setAsked(true)}>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={12} />}>{t('brief.template')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{data && templates.length === 0 ? t('brief.noTemplates') : t('brief.applyTemplate')}</Menu.Label>
          {templates.map((template) => (
            <Menu.Item key={template.id} onClick={() => void use(template)}>
              {template.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setName('')}>{t('brief.saveTemplate')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {name !== null && (
        <NameDialog
          taskId={taskId}
          beforeSave={beforeApply}
          onClose={() => setName(null)}
          onSaved={() => refetch({ requestPolicy: 'network-only' })}
        />
      )}
    </>
  );
});

function NameDialog({
  taskId,
  beforeSave,
  onClose,
  onSaved,
}: {
  taskId: string;
  beforeSave: () => Promise<boolean>;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useT();
  const form = useForm({ initialValues: { name: '', isForClient: true } });
  const { name, isForClient } = form.values;
  const [create, isRunning] = useCommand(CreateMutation, { form });
  return (
    <Modal opened onClose={onClose} title={t('brief.saveTemplate')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void (async () => {
            if (!(await beforeSave())) return;
            const outcome = await create({ input: { taskId, name, isForClient } });
            if (outcome.status !== 'success') return;
            toast(t('brief.templateSaved'));
            onSaved();
            onClose();
          })();
        }}
      >
        <Stack gap="md">
          <TextInput label={t('brief.templateName')} required data-autofocus {...form.getInputProps('name')} />
          <Checkbox
            label={t('brief.templateForClient')}
            description={t('brief.templateForClientHint')}
            {...form.getInputProps('isForClient', { type: 'checkbox' })}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              {t('ask.back')}
            </Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={name.trim() === ''}>
              {t('brief.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
