import { Button, Drawer, Group, MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormErrors,
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
import { useEffect, useEffectEvent, useState } from 'react';
import { useT } from '../locales';
import { RubricSwatch } from '../plan/RubricSwatch';
import { DayField } from './DayField';
import { CreateItemMutation, UpdateItemMutation, type ItemForm_item, type ItemForm_plan } from './item-form.documents';
import {
  formats,
  isUntouched,
  mergeValues,
  newValues,
  titleLimit,
  valuesOf,
  type ItemField,
  type ItemStart,
  type ItemValues,
} from './item-values';
import { TimeField } from './TimeField';

export interface ItemFormProps {
  plan: ResultOf<typeof ItemForm_plan>;
  /** Null for a new one. */
  item: ResultOf<typeof ItemForm_item> | null;
  start: ItemStart;
  /** Another way to begin a new one. */
  onTemplate?: (() => void) | undefined;
  onClose: () => void;
  onDone: (id: string) => void;
  onReload: () => void;
}

/** What is typed, and over what: so that a draft found again can be laid over what others have saved since. */
interface Draft {
  readonly values: ItemValues;
  readonly base: ItemValues;
}

interface Seen {
  /** As the server had it last. */
  readonly base: ItemValues;
  readonly version: number;
  /** What others have changed since it was opened, or since the draft was left. */
  readonly others: readonly ItemField[];
  /** What the form shows from then on. */
  readonly arrived: ItemValues | null;
}

const unique = <T extends { readonly id: string }>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

/** One publication, new or present, with all its fields; what is typed stays on the device until the server has it. */
export function ItemForm({ plan, item, start, onTemplate, onClose, onDone, onReload }: ItemFormProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const fresh = item ? valuesOf(item) : newValues(plan, start);
  const draft = usePersistentDraft<Draft>(
    item ? `item-${item.id}` : `item-new-${plan.client?.id ?? ''}-${start.idea?.id ?? ''}`,
    { values: fresh, base: fresh },
  );
  const [opened] = useState(() => {
    const { values, base } = draft.initial;
    // a day that was clicked beats the day of a draft left behind
    if (!item) return { values: { ...values, publishOn: start.day }, taken: [], contested: [] };
    return mergeValues(base, values, fresh);
  });
  const [seen, setSeen] = useState<Seen>({
    base: fresh,
    version: item?.version ?? 0,
    others: [...opened.taken, ...opened.contested],
    arrived: null,
  });
  const form = useForm<ItemValues>({
    initialValues: opened.values,
    onValuesChange: (values) => {
      if (isUntouched(values, seen.base)) draft.clear();
      else draft.keep({ values, base: seen.base });
    },
  });
  const [create, isCreating] = useCommand(CreateItemMutation, { form });
  const [update, isUpdating] = useCommand(UpdateItemMutation, { form, onReload });

  // Saved by somebody else while it is open here: theirs is taken over, and nothing typed is lost.
  if (item && item.version > seen.version) {
    const { values, taken, contested } = mergeValues(seen.base, form.values, fresh);
    const others = [...new Set([...seen.others, ...taken, ...contested])];
    setSeen({ base: fresh, version: item.version, others, arrived: values });
  }
  const { others, arrived } = seen;
  const takeOver = useEffectEvent((values: ItemValues) => form.setValues(values));
  useEffect(() => {
    if (arrived) takeOver(arrived);
  }, [arrived]);

  const rubrics = unique([...plan.rubrics, ...(item?.rubric ? [item.rubric] : [])]);
  const campaigns = unique([...plan.campaigns, ...(item?.campaign ? [item.campaign] : [])]);
  const channels = unique([...plan.channels, ...(item?.channels ?? [])]);
  const campaign = campaigns.find(({ id }) => id === form.values.campaignId);
  const labels: Record<ItemField, string> = {
    title: t('form.title'),
    publishOn: t('form.publishOn'),
    publishTime: t('form.publishTime'),
    channelIds: t('form.channels'),
    format: t('form.format'),
    rubricId: t('form.rubric'),
    campaignId: t('form.campaign'),
    idea: t('form.idea'),
    wantsClientApproval: t('form.approval'),
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
          {draft.isRestored && !isUntouched(opened.values, fresh) && (
            <Notice
              action={
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => {
                    form.setValues(fresh);
                    setSeen({ ...seen, others: [] });
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
          {others.length > 0 && (
            <Notice tone="warn" title={t('form.othersTitle')}>
              {t('form.othersText', { fields: others.map((field) => labels[field]).join(', ') })}
            </Notice>
          )}
          <FormErrors form={form} labels={labels} />
          {onTemplate && (
            <div>
              <Button size="xs" onClick={onTemplate}>
                {t('templates.fromTemplate')}
              </Button>
            </div>
          )}
          <TextInput
            label={t('form.title')}
            placeholder={t('form.titlePlaceholder')}
            required
            maxLength={titleLimit}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Group grow align="flex-start" gap="sm">
            <DayField label={t('form.publishOn')} required {...form.getInputProps('publishOn')} />
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
          <Switch
            label={labels.wantsClientApproval}
            {...form.getInputProps('wantsClientApproval', { type: 'checkbox' })}
          />
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
