import { Button, Modal, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { isNetwork } from '@planerka/clients/domain';
import { channelLabel } from '@planerka/content-plan/domain';
import { Temporal } from '@planerka/platform/domain';
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
} from '@planerka/platform/web';
import { itemCounts, usualCounts, type ItemCount } from '@planerka/results/domain';
import { useState } from 'react';
import { useCountName } from './count-words';
import { SaveItemMeasurementMutation, type MeasuredItem } from './item-results.documents';
import classes from './ItemResults.module.css';
import { useT } from './locales';
import { readTexts, textsOf } from './measurement-values';

/** Where and when: a day that was measured is corrected. */
export interface MeasuredDay {
  readonly channelId: string;
  /** Null: today. */
  readonly day: string | null;
}

/** «VK: Сосна»: several channels often have one title. */
const labelOf = (network: string, title: string): string => {
  const known = network.toLowerCase();
  return isNetwork(known) ? channelLabel({ network: known, title }) : title;
};

export interface MeasurementDialogProps {
  item: MeasuredItem;
  entered: MeasuredDay;
  onClose: () => void;
  onReload: () => void;
}

/** How it stands in one channel on a day, as the network's statistics say. */
export function MeasurementDialog({ item, entered, onClose, onReload }: MeasurementDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const nameOf = useCountName();
  const today = Temporal.Now.plainDateISO(format.timeZone).toString();
  const [channelId, setChannel] = useState(entered.channelId);
  const measured = (channel: string, day: string) =>
    item.results.channels
      .find((one) => one.channelId === channel)
      ?.measurements.find((measurement) => measurement.day === day) ?? null;
  const startsAt = entered.day ?? today;
  const form = useForm({
    initialValues: { day: startsAt, ...textsOf(measured(entered.channelId, startsAt)) },
  });
  const [save, isRunning] = useCommand(SaveItemMeasurementMutation, { form, onReload });
  const channel = item.channels.find(({ id }) => id === channelId) ?? null;
  const corrected = measured(channelId, form.values.day);
  const before = item.results.channels
    .find((one) => one.channelId === channelId)
    ?.measurements.find(({ day }) => day < form.values.day);
  const usual = channel ? usualCounts(channel.network) : itemCounts;
  // What somebody typed or the day has stays, whatever the network.
  const counts = [...usual, ...itemCounts.filter((count) => !usual.includes(count) && form.values[count] !== '')];

  /** Another place: what stands there is shown, unless somebody has begun to type. */
  const goTo = (next: string, day: string) => {
    setChannel(next);
    const isTyped = itemCounts.some((count) => form.isDirty(count)) || form.isDirty('spend');
    if (isTyped) return form.setFieldValue('day', day);
    const values = { day, ...textsOf(measured(next, day)) };
    form.setValues(values);
    form.resetDirty(values);
  };

  const submit = form.onSubmit(async ({ day, ...texts }) => {
    const read = readTexts(texts, item.client.currency);
    if (!read.ok) return form.setErrors(read.errors);
    const outcome = await save({
      input: {
        itemId: item.id,
        channelId,
        day,
        ...read.counts,
        spend: read.spend,
        expectedVersion: corrected?.version ?? 0,
      },
    });
    if (outcome.status !== 'success') return;
    toast(t('form.saved'));
    onClose();
  });

  const hintOf = (count: ItemCount) =>
    before && before[count] !== null ? t('form.before', { value: format.number(before[count]) }) : undefined;

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(entered.day ? 'form.change' : 'form.new')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {item.channels.length > 1 && (
            <Select
              label={t('form.channel')}
              allowDeselect={false}
              data={item.channels.map(({ id, network, title }) => ({
                value: id,
                label: labelOf(network, title),
              }))}
              value={channelId}
              onChange={(next) => next && goTo(next, form.values.day)}
            />
          )}
          <DateInput
            label={t('form.day')}
            description={t('form.dayHint')}
            valueFormat="D MMMM YYYY"
            maxDate={today}
            {...form.getInputProps('day')}
            onChange={(day) => day && goTo(channelId, day)}
          />
          {corrected && !entered.day && <Notice>{t('form.corrects')}</Notice>}
          <div className={classes.fields}>
            {counts.map((count, index) => (
              <TextInput
                key={count}
                label={nameOf(count, channel)}
                description={hintOf(count)}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                inputMode="numeric"
                data-autofocus={index === 0 || undefined}
                {...form.getInputProps(count)}
              />
            ))}
            {item.results.viewerSeesSpend && (
              <TextInput
                label={t('count.spend')}
                description={t('form.spendHint', { currency: item.client.currency })}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                inputMode="decimal"
                {...form.getInputProps('spend')}
              />
            )}
          </div>
          <FormErrors form={form} labels={{ day: t('form.day'), channelId: t('form.channel') }} />
          <Row>
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isRunning}>
              {t('form.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
