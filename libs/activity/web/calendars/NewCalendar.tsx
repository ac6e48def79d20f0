import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Card, CardBody, CardHeader, FormErrors, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import {
  CalendarClientsQuery,
  CreateCalendarLinkMutation,
  type CalendarContent,
  type CalendarKind,
} from './calendar-documents';
import classes from './Calendars.module.css';
import { MadeCalendar } from './MadeCalendar';
import { MonthChoice } from './MonthChoice';
import { useT } from './locales';

interface NewCalendarProps {
  /** For whom and for which month the page was opened. */
  clientId: string | null;
  month: string | null;
  /** Whether there may be clients whose calendars are theirs to give. */
  canGive: boolean;
  onMade: () => void;
}

interface Values {
  kind: CalendarKind;
  clientId: string;
  month: string;
  shows: CalendarContent[];
  name: string;
}

const contents = ['TASKS', 'PUBLICATIONS'] as const;

/** What a calendar is to show; then its address, this once. */
export function NewCalendar({ clientId, month, canGive, onMade }: NewCalendarProps) {
  const t = useT();
  const [url, setUrl] = useState<string | null>(null);
  const form = useForm<Values>({
    initialValues: {
      kind: clientId === null || !canGive ? 'MEMBER' : month === null ? 'CLIENT' : 'PLAN',
      clientId: clientId ?? '',
      month: month ?? new Date().toISOString().slice(0, 7),
      shows: [...contents],
      name: '',
    },
  });
  const { kind } = form.values;
  const [{ data }] = useQuery({ query: CalendarClientsQuery, pause: kind === 'MEMBER' });
  const clients = data?.clients.nodes.filter(({ viewerCanEdit }) => viewerCanEdit) ?? [];
  const [create, isRunning] = useCommand(CreateCalendarLinkMutation, { form });
  const submit = form.onSubmit(async (values) => {
    const isOwn = values.kind === 'MEMBER';
    const outcome = await create({
      input: {
        kind: values.kind,
        name: values.name,
        clientId: isOwn || values.clientId === '' ? null : values.clientId,
        month: values.kind === 'PLAN' ? values.month : null,
        ...(isOwn && { shows: values.shows }),
      },
    });
    if (outcome.status !== 'success') return;
    setUrl(outcome.result.url);
    onMade();
  });
  const again = () => {
    form.setFieldValue('name', '');
    setUrl(null);
  };
  return (
    <Card label={t('new')}>
      <CardHeader title={t('new')} ruled />
      <CardBody>
        {url === null ? (
          <form onSubmit={submit} noValidate>
            <Stack>
              {canGive ? (
                <NativeSelect
                  label={t('kind.label')}
                  data={(['MEMBER', 'CLIENT', 'PLAN'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
                  {...form.getInputProps('kind')}
                />
              ) : null}
              <p className={classes.beside}>{t(`kindHint.${kind}`)}</p>
              {kind === 'MEMBER' ? (
                <Checkbox.Group label={t('shows.label')} data-path="shows" {...form.getInputProps('shows')}>
                  <Stack gap="sm">
                    {contents.map((each) => (
                      <Checkbox key={each} value={each} label={t(`shows.${each}`)} />
                    ))}
                  </Stack>
                </Checkbox.Group>
              ) : (
                <NativeSelect
                  label={t('client')}
                  data-path="clientId"
                  data={[
                    { value: '', label: data && clients.length === 0 ? t('noClients') : t('chooseClient') },
                    ...clients.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  {...form.getInputProps('clientId')}
                />
              )}
              {kind === 'PLAN' ? (
                <MonthChoice
                  label={t('month')}
                  value={form.values.month}
                  error={form.errors['month']}
                  onChange={(next) => form.setFieldValue('month', next)}
                />
              ) : null}
              <TextInput
                label={t('name')}
                description={t('nameHint')}
                autoComplete="off"
                data-path="name"
                {...form.getInputProps('name')}
              />
              <FormErrors
                form={form}
                labels={{ clientId: t('client'), month: t('month'), name: t('name'), shows: t('shows.label') }}
              />
              <Button type="submit" variant="filled" loading={isRunning}>
                {t('make')}
              </Button>
            </Stack>
          </form>
        ) : (
          <MadeCalendar url={url} onAgain={again} />
        )}
      </CardBody>
    </Card>
  );
}
