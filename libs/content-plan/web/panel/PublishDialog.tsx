import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Temporal } from '@planerka/platform/domain';
import {
  FormErrors,
  graphql,
  Row,
  Spacer,
  Stack,
  toast,
  useCommand,
  useFormat,
  usePlatformText,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import { useT } from '../locales';
import { PlanItem_item } from '../plan/plan-item';
import type { MovableItem } from '../plan/use-item-commands';

const MarkPublishedMutation = graphql(
  `
    mutation MarkPublished($input: MarkContentItemPublishedInput!) {
      markContentItemPublished(input: $input) {
        __typename
        ... on MarkContentItemPublishedSuccess {
          item {
            id
            publishedUrl
            publishedAt
            ...PlanItem_item
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, PlanItem_item],
);

/** It is out: when, on the agency's clock, and with the address where there is one. */
export function PublishDialog({ item, onClose }: { item: MovableItem; onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  const { timeZone } = useFormat();
  const form = useForm({ initialValues: { url: '', ...wentOutAt(item, timeZone) } });
  const [publish, isRunning] = useCommand(MarkPublishedMutation, { form, fieldOf });
  const submit = form.onSubmit(async ({ url, day, time }) => {
    const publishedAt = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
    const outcome = await publish({
      input: { itemId: item.id, expectedVersion: item.version, url: url || null, publishedAt },
    });
    if (outcome.status !== 'success') return;
    toast(t('item.published'));
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('actions.markPublished')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Group grow align="start">
            <DayField
              label={t('item.publishedOn')}
              maxDate={Temporal.Now.plainDateISO(timeZone).toString()}
              {...form.getInputProps('day')}
              onChange={(day) => day && form.setFieldValue('day', String(day).slice(0, 10))}
            />
            <TimeField
              label={t('item.publishedTime')}
              {...form.getInputProps('time')}
              onChange={(time) => form.setFieldValue('time', time)}
            />
          </Group>
          <TextInput
            label={t('item.publishedUrl')}
            description={t('item.publishedUrlHint')}
            placeholder="https://"
            inputMode="url"
            data-autofocus
            {...form.getInputProps('url')}
          />
          <FormErrors form={form} labels={{ day: t('item.publishedOn'), time: t('item.publishedTime') }} />
          <Row>
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isRunning}>
              {t('actions.markPublished')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}

/** The server speaks of one moment; the form has a day and a time. */
const fieldOf = (path: string): string => (path === 'publishedAt' ? 'time' : path);

/** As it was planned, unless that is still to come: then now. */
function wentOutAt({ publishOn, publishTime }: MovableItem, timeZone: string): { day: string; time: string } {
  const now = Temporal.Now.plainDateTimeISO(timeZone);
  const planned = Temporal.PlainDateTime.from(`${publishOn}T${publishTime}`);
  const at = Temporal.PlainDateTime.compare(planned, now) <= 0 ? planned : now;
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
