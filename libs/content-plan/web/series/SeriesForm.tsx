import { Button, Checkbox, Group, MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormErrors,
  Notice,
  Row,
  Spacer,
  Stack,
  toast,
  useCommand,
  useFormat,
  usePlatformText,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { formats, titleLimit } from '../form/item-values';
import { useT as usePlanText } from '../locales';
import { useT } from './locales';
import { RhythmFields } from './RhythmFields';
import { SeriesDays } from './SeriesDays';
import {
  ChangePlanSeriesMutation,
  CreatePlanSeriesMutation,
  EndPlanSeriesMutation,
  type PlanSeries,
  type SeriesGround,
} from './series.documents';
import { newSeries, ruleOf, valuesOfSeries, wordsOf, type SeriesStart, type SeriesValues } from './series-values';

export interface SeriesFormProps {
  clientId: string;
  ground: SeriesGround;
  /** Null for a new one. */
  series: PlanSeries | null;
  start: SeriesStart;
  onClose: () => void;
  onDone: () => void;
  onReload: () => void;
}

export function SeriesForm({ clientId, ground, series, start, onClose, onDone, onReload }: SeriesFormProps) {
  const t = useT();
  const plan = usePlanText();
  const words = usePlatformText();
  const format = useFormat();
  const undoable = useUndoable();
  const { from } = start;
  const [initialValues] = useState(() => (series ? valuesOfSeries(series, from) : newSeries(ground, start)));
  const form = useForm<SeriesValues>({ initialValues });
  const command = { form, fieldOf };
  const [create, isCreating] = useCommand(CreatePlanSeriesMutation, command);
  const [change, isChanging] = useCommand(ChangePlanSeriesMutation, { ...command, onReload });
  const [takeBack] = useCommand(ChangePlanSeriesMutation);
  const [end] = useCommand(EndPlanSeriesMutation);
  const { values } = form;
  const { channels = [], rubrics = [], campaigns = [] } = ground.contentPlan ?? {};
  const templates = ground.planTemplates.filter(({ kind, taskCount }) => kind === 'ITEM' && taskCount > 0);
  const hasItemTasks = (ground.contentItem?.tasks.length ?? 0) > 0;
  const question = { clientId, ...ruleOf(values), seriesId: series?.id ?? null, itemId: start.itemId ?? null };

  async function submitNew(): Promise<void> {
    const { templateId, withTasks } = values;
    const outcome = await create({
      input: {
        clientId,
        itemId: start.itemId ?? null,
        templateId,
        withTasks: templateId !== null || withTasks,
        ...ruleOf(values),
        ...wordsOf(values),
      },
    });
    if (outcome.status !== 'success') return;
    const { made, series: done } = outcome.result;
    undoable({
      message: t('created', { items: t('items', { count: made }) }),
      undo: async () => {
        const back = await end({ input: { seriesId: done.id } });
        if (back.status === 'success') toast(t('undone'));
      },
    });
    onDone();
  }

  async function submitChange(before: PlanSeries): Promise<void> {
    const outcome = await change({
      input: {
        seriesId: before.id,
        expectedVersion: before.version,
        keepsBefore: from !== undefined,
        ...ruleOf(values),
        ...wordsOf(values),
      },
    });
    if (outcome.status !== 'success') return;
    const { version } = outcome.result.series;
    undoable({
      of: before.id,
      message: t('saved'),
      undo: async () => {
        const was = valuesOfSeries(before, undefined);
        const back = await takeBack({
          input: { seriesId: before.id, expectedVersion: version, ...ruleOf(was), ...wordsOf(was) },
        });
        if (back.status === 'success') toast(t('undone'));
      },
    });
    onDone();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (series ? submitChange(series) : submitNew());
      }}
    >
      <Stack>
        {from && <Notice>{t('from', { day: format.dayLong(from) })}</Notice>}
        <FormErrors form={form} labels={labelsOf(t)} />
        <TextInput
          label={t('form.title')}
          required
          maxLength={titleLimit}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <RhythmFields form={form} />
        <SeriesDays question={{ ...question, keepsBefore: from !== undefined }} />
        <Group grow align="flex-start" gap="sm">
          <Select
            label={t('form.format')}
            allowDeselect={false}
            data={formats.map((value) => ({ value, label: plan(`format.${lower(value)}`) }))}
            {...form.getInputProps('format')}
          />
          <Select
            label={t('form.rubric')}
            placeholder={plan('form.noRubric')}
            clearable
            data={rubrics.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('rubricId')}
          />
        </Group>
        <MultiSelect
          label={t('form.channels')}
          placeholder={values.channelIds.length === 0 ? plan('form.channelsPlaceholder') : ''}
          data={channels.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps('channelIds')}
        />
        <Select
          label={t('form.campaign')}
          placeholder={plan('form.noCampaign')}
          description={values.campaignId === null ? undefined : t('form.campaignHint')}
          clearable
          data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('campaignId')}
        />
        <Textarea label={t('form.idea')} autosize minRows={2} maxRows={8} {...form.getInputProps('idea')} />
        <Switch label={t('form.approval')} {...form.getInputProps('wantsClientApproval', { type: 'checkbox' })} />
        {!series && templates.length > 0 && !hasItemTasks && (
          <Select
            label={t('form.template')}
            placeholder={t('form.noTemplate')}
            description={values.templateId === null ? undefined : t('form.templateHint')}
            clearable
            data={templates.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('templateId')}
          />
        )}
        {!series && hasItemTasks && (
          <Checkbox
            label={t('form.withTasks')}
            description={t('form.withTasksHint')}
            {...form.getInputProps('withTasks', { type: 'checkbox' })}
          />
        )}
        <Row>
          <Spacer />
          <Button variant="subtle" onClick={onClose}>
            {words('actions.cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={isCreating || isChanging}>
            {t(series ? 'submitEdit' : 'submitCreate')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** The rhythm is one thing to the API, and some fields here. */
const fieldOf = (path: string): string =>
  path === 'rhythm' ? 'kind' : path.replace(/^rhythm\./, '').replace(/^(channelIds|weekdays)\..*/, '$1');

const labelsOf = (t: ReturnType<typeof useT>) => ({
  title: t('form.title'),
  kind: t('form.kind'),
  weekdays: t('form.weekdays'),
  itemId: t('form.itemId'),
});

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
