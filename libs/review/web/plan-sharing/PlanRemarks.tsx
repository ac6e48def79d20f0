import { Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, toast, useCommand, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import { AddPlanRemarkMutation, type Sharing } from './plan-sharing-documents';
import type { PlanMonth } from './PlanSharing';

/** The talk with the client about the month, and the agency's answer. */
export function PlanRemarks({
  clientId,
  month,
  sharing: { remarks, entries, links },
}: PlanMonth & { sharing: Sharing }) {
  const t = useT();
  const format = useFormat();
  const last = remarks.findLast(({ isFromAgency }) => !isFromAgency);
  const form = useForm({ initialValues: { itemId: last?.itemId ?? '', body: '' } });
  const [send, isRunning] = useCommand(AddPlanRemarkMutation, { form });
  const titleOf = (itemId: string | null) =>
    entries.find((entry) => entry.itemId === itemId)?.title ?? t(itemId === null ? 'remarks.plan' : 'gonePost');
  const submit = form.onSubmit(async ({ itemId, body }) => {
    const outcome = await send({ input: { clientId, month, itemId: itemId === '' ? null : itemId, body } });
    if (outcome.status !== 'success') return;
    form.setFieldValue('body', '');
    toast(t('remarks.sent'));
  });
  if (links.length === 0 && remarks.length === 0) return null;
  return (
    <section>
      <Text component="h3" fw={530} mb="xs">
        {t('remarks.title')}
      </Text>
      <Stack gap="sm">
        {remarks.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('remarks.none')}
          </Text>
        )}
        {remarks.map(({ id, itemId, author, isFromAgency, body, createdAt }) => (
          <div key={id}>
            <Text size="xs" c="dimmed">
              {[
                isFromAgency ? `${author}, ${t('remarks.agency')}` : author,
                format.relative(createdAt),
                titleOf(itemId),
              ].join(' · ')}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {body}
            </Text>
          </div>
        ))}
        <form onSubmit={submit} noValidate>
          <Stack gap="xs">
            <NativeSelect
              label={t('remarks.about')}
              data-path="itemId"
              data={[
                { value: '', label: t('remarks.plan') },
                ...entries.map(({ itemId, title, publishAt }) => ({
                  value: itemId,
                  label: `${format.day(publishAt)} · ${title}`,
                })),
              ]}
              {...form.getInputProps('itemId')}
            />
            <Textarea
              label={t('remarks.label')}
              description={t('remarks.hint')}
              autosize
              minRows={2}
              data-path="body"
              {...form.getInputProps('body')}
            />
            <FormErrors form={form} labels={{ body: t('remarks.label'), itemId: t('remarks.about') }} />
            <Button type="submit" loading={isRunning}>
              {t('remarks.send')}
            </Button>
          </Stack>
        </form>
      </Stack>
    </section>
  );
}
