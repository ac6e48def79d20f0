import { Button, Drawer, Group, MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormErrors,
  graphql,
  NetworkIcon,
  networkOf,
  Notice,
  Stack,
  toast,
  useCommand,
  useFormat,
  usePersistentDraft,
  usePlatformText,
  type ResultOf,
} from '@planerka/platform/web';
import { useEffect } from 'react';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import { PlanItem_item } from '../plan/plan-item';
import { RubricSwatch } from '../plan/RubricSwatch';
import { DayField } from './DayField';
import { TimeField } from './TimeField';

/** What a publication of this client may refer to. */
export const ItemForm_plan = graphql(`
  fragment ItemForm_plan on ContentPlan @_unmask {
    client {
      id
      name
    }
    rubrics {
      id
      name
      colour
    }
    channels {
      id
      network
      title
    }
    campaigns {
      id
      name
      startsOn
      endsOn
    }
  }
`);

export const ItemForm_item = graphql(`
  fragment ItemForm_item on ContentItem @_unmask {
    id
    version
    title
    idea
    format
    publishOn
    publishTime
    wantsClientApproval
    rubric {
      id
      name
      colour
    }
    campaign {
      id
      name
      startsOn
      endsOn
    }
    channels {
      id
      network
      title
    }
  }
`);

const CreateItemMutation = graphql(
  `
    mutation CreateItem($input: CreateContentItemInput!) {
      createContentItem(input: $input) {
        __typename
        ... on CreateContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ... on InvalidInput {
          issues {
            path
            code
            params
          }
        }
      }
    }
  `,
  [PlanItem_item],
);

const UpdateItemMutation = graphql(
  `
    mutation UpdateItem($input: UpdateContentItemInput!) {
      updateContentItem(input: $input) {
        __typename
        ... on UpdateContentItemSuccess {
          item {
            ...ItemForm_item
            ...PlanItem_item
          }
        }
        ... on InvalidInput {
          issues {
            path
            code
            params
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [PlanItem_item, ItemForm_item],
);

const formats = [
  'POST',
  'CAROUSEL',
  'STORY',
  'REEL',
  'VIDEO',
  'LIVE',
  'CONTEST',
  'INFLUENCER',
  'ARTICLE',
  'AD',
] as const;
type Format = (typeof formats)[number];

type Item = ResultOf<typeof ItemForm_item>;

export interface ItemFormProps {
  plan: ResultOf<typeof ItemForm_plan>;
  /** Null for a new one. */
  item: Item | null;
  /** A new one's day, and what it grows from. */
  start: { readonly day: Day; readonly idea?: { readonly id: string; readonly text: string } | undefined };
  onClose: () => void;
  onDone: (id: string) => void;
  onReload: () => void;
}

interface Values {
  title: string;
  idea: string;
  format: Format;
  publishOn: string | null;
  publishTime: string;
  channelIds: string[];
  rubricId: string | null;
  campaignId: string | null;
  wantsClientApproval: boolean;
}

const valuesOf = ({ plan, item, start }: Pick<ItemFormProps, 'plan' | 'item' | 'start'>): Values =>
  item
    ? {
        title: item.title,
        idea: item.idea,
        format: item.format,
        publishOn: item.publishOn,
        publishTime: item.publishTime,
        channelIds: item.channels.map(({ id }) => id),
        rubricId: item.rubric?.id ?? null,
        campaignId: item.campaign?.id ?? null,
        wantsClientApproval: item.wantsClientApproval,
      }
    : {
        title: '',
        idea: start.idea?.text ?? '',
        format: 'POST',
        publishOn: start.day,
        publishTime: '12:00',
        channelIds: plan.channels.length === 1 ? plan.channels.map(({ id }) => id) : [],
        rubricId: null,
        campaignId: null,
        wantsClientApproval: true,
      };

const unique = <T extends { readonly id: string }>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

/** One publication, new or present, with all its fields; what is typed stays on the device until the server has it. */
export function ItemForm({ plan, item, start, onClose, onDone, onReload }: ItemFormProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const fresh = valuesOf({ plan, item, start });
  const draft = usePersistentDraft<Values>(
    `item-${item ? `${item.id}-${item.version}` : `new-${plan.client?.id ?? ''}`}`,
    fresh,
  );
  const form = useForm<Values>({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateItemMutation, { form });
  const [update, isUpdating] = useCommand(UpdateItemMutation, { form, onReload });

  // a day that was clicked beats the day of a draft left behind
  useEffect(() => {
    if (!item && draft.isRestored) form.setFieldValue('publishOn', start.day);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the form opens
  }, []);

  const rubrics = unique([...plan.rubrics, ...(item?.rubric ? [item.rubric] : [])]);
  const campaigns = unique([...plan.campaigns, ...(item?.campaign ? [item.campaign] : [])]);
  const channels = unique([...plan.channels, ...(item?.channels ?? [])]);
  const campaign = campaigns.find(({ id }) => id === form.values.campaignId);
  const labels = {
    title: t('form.title'),
    publishOn: t('form.publishOn'),
    publishTime: t('form.publishTime'),
    channelIds: t('form.channels'),
    rubricId: t('form.rubric'),
    campaignId: t('form.campaign'),
    idea: t('form.idea'),
  };

  const submit = form.onSubmit(async ({ publishOn, ...values }) => {
    const fields = { ...values, publishOn: publishOn ?? '' };
    const outcome = item
      ? await update({ input: { itemId: item.id, expectedVersion: item.version, ...fields } })
      : await create({ input: { clientId: plan.client?.id ?? '', ideaId: start.idea?.id ?? null, ...fields } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t(item ? 'form.saved' : 'form.created'));
    onDone(outcome.result.item.id);
  });

  return (
    <Drawer
      opened
      onClose={onClose}
      title={item ? t('form.edit') : t('form.create')}
      size="var(--w-drawer)"
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {draft.isRestored && !item && (
            <Notice
              action={
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => {
                    form.setValues(fresh);
                    draft.clear();
                  }}
                >
                  {t('form.startOver')}
                </Button>
              }
            >
              {t('form.restored')}
            </Notice>
          )}
          <FormErrors form={form} labels={labels} />
          <TextInput
            label={t('form.title')}
            placeholder={t('form.titlePlaceholder')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Group grow align="flex-start" gap="sm">
            <DayField
              label={t('form.publishOn')}
              required

              {...form.getInputProps('publishOn')}
            />
            <TimeField label={t('form.publishTime')} required {...form.getInputProps('publishTime')} />
          </Group>
          <MultiSelect
            label={t('form.channels')}
            placeholder={form.values.channelIds.length === 0 ? t('form.channelsPlaceholder') : ''}
            description={channels.length === 0 ? t('form.noChannels') : undefined}
            disabled={channels.length === 0}
            data={channels.map(({ id, title }) => ({ value: id, label: title }))}
            renderOption={({ option }) => {
              const channel = channels.find(({ id }) => id === option.value);
              return (
                <Group gap="xs" wrap="nowrap">
                  {channel && <NetworkIcon network={networkOf(channel.network)} />}
                  {option.label}
                </Group>
              );
            }}
            {...form.getInputProps('channelIds')}
          />
          <Group grow align="flex-start" gap="sm">
            <Select
              label={t('form.format')}
              data={formats.map((value) => ({ value, label: t(`format.${lower(value)}`) }))}
              {...form.getInputProps('format')}
            />
            <Select
              label={t('form.rubric')}
              placeholder={t('form.noRubric')}
              clearable
              allowDeselect
              data={rubrics.map(({ id, name }) => ({ value: id, label: name }))}
              renderOption={({ option }) => (
                <Group gap="xs" wrap="nowrap">
                  <RubricSwatch colour={rubrics.find(({ id }) => id === option.value)?.colour ?? 0} />
                  {option.label}
                </Group>
              )}
              {...form.getInputProps('rubricId')}
            />
          </Group>
          <Select
            label={t('form.campaign')}
            placeholder={t('form.noCampaign')}
            description={
              campaign && t('form.campaignPeriod', { period: format.range(campaign.startsOn, campaign.endsOn) })
            }
            clearable
            allowDeselect
            data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('campaignId')}
          />
          <Textarea
            label={t('form.idea')}
            placeholder={t('form.ideaPlaceholder')}
            autosize
            minRows={4}
            maxRows={12}
            {...form.getInputProps('idea')}
          />
          <Switch label={t('form.approval')} {...form.getInputProps('wantsClientApproval', { type: 'checkbox' })} />
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
              {t(item ? 'form.submitEdit' : 'form.submitCreate')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
