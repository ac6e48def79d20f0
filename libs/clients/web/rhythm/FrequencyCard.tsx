import { Button, NumberInput } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  EmptyState,
  errorText,
  FormErrors,
  NetworkIcon,
  networkOf,
  Stack,
  toast,
  useCommand,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { agreedIn, changesOf } from './agreed';
import classes from './Rhythm.module.css';
import { SetChannelFrequenciesMutation, type RhythmClient } from './rhythm.documents';

/** How many publications a month were agreed for every channel, from a month on. */
export function FrequencyCard({ client }: { client: RhythmClient }) {
  const t = useT();
  const { timeZone } = useFormat();
  // the agency's month, wherever whoever looks is
  const [month, setMonth] = useState(() => new Date().toLocaleDateString('sv-SE', { timeZone }).slice(0, 7));
  const channels = client.channels.filter(({ archivedAt }) => !archivedAt);
  return (
    <Card label={t('rhythm.frequency')}>
      <CardHeader title={t('rhythm.frequency')} ruled />
      {channels.length === 0 ? (
        <EmptyState
          title={t('channel.empty')}
          action={
            <Button component={AppLink} href={`/clients/${client.id}?tab=channels`}>
              {t('channel.add')}
            </Button>
          }
        >
          {t('rhythm.frequencyEmpty')}
        </EmptyState>
      ) : (
        <CardBody>
          <p className={classes.hint}>{t('rhythm.frequencyHint')}</p>
          <FrequencyForm
            key={`${month} ${JSON.stringify(client.frequencies)}`}
            client={client}
            channels={channels}
            month={month}
            onMonth={setMonth}
          />
          <Agreements client={client} />
        </CardBody>
      )}
    </Card>
  );
}

interface FrequencyFormProps {
  client: RhythmClient;
  channels: RhythmClient['channels'];
  month: string;
  onMonth: (month: string) => void;
}

function FrequencyForm({ client, channels, month, onMonth }: FrequencyFormProps) {
  const t = useT();
  const agreed = agreedIn(client.frequencies ?? [], month);
  const form = useForm<{ validFrom: string; channels: { channelId: string; items: number | string }[] }>({
    initialValues: {
      validFrom: `${month}-01`,
      channels: channels.map(({ id }) => ({ channelId: id, items: agreed.get(id) ?? '' })),
    },
  });
  const [save, isSaving] = useCommand(SetChannelFrequenciesMutation, { form });
  const submit = form.onSubmit(async (values) => {
    // A field that was left empty agrees on nothing.
    const rows = values.channels.map(({ channelId, items }) => ({
      channelId,
      items: items === '' ? 0 : Number(items),
    }));
    const broken = rows.findIndex(({ items }) => !Number.isInteger(items));
    if (broken >= 0) return form.setErrors({ [`channels.${broken}.items`]: errorText('wrong_type') ?? '' });
    const outcome = await save({ input: { clientId: client.id, validFrom: month, channels: rows } });
    if (outcome.status === 'success') toast(t('rhythm.frequencySaved'));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <MonthPickerInput
          label={t('rhythm.from')}
          description={t('rhythm.fromHint')}
          valueFormat="MMMM YYYY"
          className={classes.month}
          {...form.getInputProps('validFrom')}
          onChange={(next) => next && onMonth(next.slice(0, 7))}
        />
        <div className={classes.channels} role="group" aria-label={t('rhythm.perMonth')}>
          {channels.map(({ id, network, title }, index) => (
            <NumberInput
              key={id}
              label={
                <span className={classes.channel}>
                  <NetworkIcon network={networkOf(network)} decorative /> {title}
                </span>
              }
              min={0}
              max={500}
              allowDecimal={false}
              placeholder={t('rhythm.notAgreed')}
              {...form.getInputProps(`channels.${index}.items`)}
            />
          ))}
        </div>
        <FormErrors form={form} labels={{ validFrom: t('rhythm.from'), channels: t('rhythm.frequency') }} />
        <div>
          <Button type="submit" loading={isSaving} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** What was agreed when, where it has changed. */
function Agreements({ client }: { client: RhythmClient }) {
  const t = useT();
  const format = useFormat();
  const frequencies = client.frequencies ?? [];
  const months = changesOf(frequencies);
  const titleOf = new Map(client.channels.map(({ id, title }) => [id, title]));
  if (months.length < 2) return null;
  return (
    <ul className={classes.agreements} aria-label={t('rhythm.agreements')}>
      {months.map((month) => (
        <li key={month}>
          <b>{t('retainer.from', { month: format.month(month) })}</b>{' '}
          {frequencies
            .filter(({ validFrom }) => validFrom === month)
            .map(({ channelId, items }) => `${titleOf.get(channelId) ?? ''} ${items || t('rhythm.notAgreed')}`)
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}
