import { Button, Group, Modal, Select, Stack, TextInput, MultiSelect } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { deliverableTypesOf } from '@planerka/agency/domain';
import { FormErrors, graphql, Segmented, toast, useCommand, useGo, InvalidInputFragment } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { TaskOptionsQuery } from '../board/TaskFiltersBar';
import { useBriefWords } from '../brief/brief-words';
import { fromWallClock } from '../brief/wall-clock';
import '../actions/task-commands';
import { useAssigneeOptions } from '../away/use-away';
import { useT } from '../locales';
import { useAgencyZone } from '../brief/use-agency-zone';

const CreateTaskMutation = graphql(
  `
    mutation CreateTask($input: CreateTaskInput!) {
      createTask(input: $input) {
        __typename
        ... on TaskSuccess {
          task {
            id
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const NewTaskChoicesQuery = graphql(`
  query NewTaskChoices($filter: TaskFilter!, $clientId: ID) {
    tasks(filter: $filter, first: 50) {
      nodes {
        id
        title
        discipline
        state
      }
    }
    briefTemplates(clientId: $clientId) {
      id
      name
      discipline
    }
  }
`);

const wire = { copy: 'COPY', design: 'DESIGN', targeting: 'TARGETING' } as const;
type Discipline = keyof typeof wire;
const disciplines: readonly Discipline[] = ['copy', 'design', 'targeting'];

export interface NewTaskDialogProps {
  readonly onClose: () => void;
  /** The publication it is for: then client and campaign follow from it. */
  readonly item?: {
    readonly id: string;
    readonly title: string;
    readonly clientId: string;
    readonly campaignId: string | null;
  };
  readonly campaignId?: string;
  /** Stays where it is instead of opening the brief. */
  readonly onCreated?: (taskId: string) => void;
}

/** A draft of a task in five answers; the rest is the brief's. */
export function NewTaskDialog({ onClose, item, campaignId, onCreated }: NewTaskDialogProps) {
  const t = useT();
  const words = useBriefWords();
  const go = useGo();
  const zone = useAgencyZone();
  const form = useForm({
    initialValues: {
      clientId: item?.clientId ?? '',
      campaignId: item?.campaignId ?? campaignId ?? '',
      discipline: 'copy' as Discipline,
      deliverableType: '',
      title: item?.title ?? '',
      assigneeId: '',
      dueAt: null as string | null,
      startAfter: [] as string[],
      templateId: '',
    },
  });
  const assignees = useAssigneeOptions();
  const { values } = form;
  const [{ data: optionsData }] = useQuery({ query: TaskOptionsQuery });
  const options = optionsData?.taskOptions;
  const needsCampaign = !item?.campaignId;
  const [{ data: choices }] = useQuery({
    query: NewTaskChoicesQuery,
    variables: {
      filter: item ? { itemId: item.id } : { campaignId: values.campaignId },
      clientId: item?.clientId ?? options?.campaigns.find(({ id }) => id === values.campaignId)?.clientId ?? null,
    },
    pause: !item && !values.campaignId,
  });
  const [create, isRunning] = useCommand(CreateTaskMutation, { form });
  const campaigns = options?.campaigns.filter(({ clientId }) => !values.clientId || clientId === values.clientId) ?? [];
  const people = [...(options?.people ?? [])].sort(
    (one, other) =>
      Number(other.disciplines.includes(wire[values.discipline])) -
      Number(one.disciplines.includes(wire[values.discipline])),
  );
  const templates = choices?.briefTemplates.filter(({ discipline }) => discipline === wire[values.discipline]) ?? [];
  const open = choices?.tasks.nodes.filter(({ state }) => state !== 'CANCELLED') ?? [];

  async function submit(): Promise<void> {
    const outcome = await create({
      input: {
        itemId: item?.id ?? null,
        campaignId: values.campaignId || null,
        discipline: wire[values.discipline],
        deliverableType: values.deliverableType || null,
        title: values.title,
        assigneeId: values.assigneeId || null,
        dueAt: values.dueAt ? fromWallClock(values.dueAt, zone) : null,
        startAfter: values.startAfter,
        templateId: values.templateId || null,
      },
    });
    if (outcome.status !== 'success') return;
    toast(t('create.created'));
    onClose();
    const { id } = outcome.result.task;
    if (onCreated) onCreated(id);
    else go(`/tasks/${id}/brief`);
  }

  return (
    <Modal opened onClose={onClose} title={t('create.title')} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <FormErrors
            form={form}
            labels={{ title: t('create.name'), campaignId: t('create.campaign'), itemId: t('create.campaign') }}
          />
          {needsCampaign && (
            <Group grow align="flex-start">
              {!item && (
                <Select
                  label={t('create.client')}
                  searchable
                  data={options?.clients.map(({ id, name }) => ({ value: id, label: name })) ?? []}
                  value={values.clientId || null}
                  onChange={(value) => form.setValues({ clientId: value ?? '', campaignId: '' })}
                />
              )}
              <Select
                label={t('create.campaign')}
                required={!item}
                searchable
                data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
                error={form.errors['campaignId'] ?? form.errors['itemId']}
                value={values.campaignId || null}
                onChange={(value) => form.setFieldValue('campaignId', value ?? '')}
              />
            </Group>
          )}
          <Segmented
            label={t('create.discipline')}
            value={values.discipline}
            onChange={(discipline) =>
              form.setValues({ discipline, deliverableType: '', templateId: '', assigneeId: '' })
            }
            segments={disciplines.map((value) => ({ value, label: t(`discipline.${value}`) }))}
          />
          <TextInput
            label={t('create.name')}
            placeholder={t('create.namePlaceholder')}
            required
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Group grow align="flex-start">
            <Select
              label={t('create.type')}
              clearable
              data={deliverableTypesOf(values.discipline).map((value) => ({ value, label: words.option(value) }))}
              value={values.deliverableType || null}
              onChange={(value) => form.setFieldValue('deliverableType', value ?? '')}
            />
            <Select
              label={t('create.assignee')}
              placeholder={t('create.later')}
              clearable
              searchable
              data={assignees(people)}
              error={form.errors['assigneeId']}
              value={values.assigneeId || null}
              onChange={(value) => form.setFieldValue('assigneeId', value ?? '')}
            />
          </Group>
          <Group grow align="flex-start">
            <DateTimePicker
              label={t('create.due')}
              clearable
              clearButtonProps={{ 'aria-label': t('brief.remove') }}
              defaultTimeValue="18:00:00"
              valueFormat="DD.MM.YYYY HH:mm"
              value={values.dueAt}
              onChange={(value) => form.setFieldValue('dueAt', value)}
              error={form.errors['dueAt']}
            />
            <Select
              label={t('create.template')}
              placeholder={t('create.noTemplate')}
              clearable
              data={templates.map(({ id, name }) => ({ value: id, label: name }))}
              value={values.templateId || null}
              onChange={(value) => form.setFieldValue('templateId', value ?? '')}
            />
          </Group>
          {open.length > 0 && (
            <MultiSelect
              label={t('create.after')}
              clearable
              data={open.map(({ id, title }) => ({ value: id, label: title }))}
              {...form.getInputProps('startAfter')}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              {t('ask.back')}
            </Button>
            <Button type="submit" variant="filled" loading={isRunning}>
              {t('create.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
