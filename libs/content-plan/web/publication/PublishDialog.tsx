import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Temporal } from '@planerka/platform/domain';
import { FormErrors, Row, Spacer, Stack, toast, useCommand, useFormat, usePlatformText } from '@planerka/platform/web';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import { useT } from '../locales';
import type { MovableItem } from '../plan/use-item-commands';
import { LinkFields, linkField, linkLabels } from './LinkFields';
import { linkValuesOf } from './link-values';
import { MarkPublishedMutation, type LinkedItem } from './links.documents';
import classes from './Links.module.css';

/** It is out: when, on the agency's clock, and with the addresses that there are by now. */
export function PublishDialog({ item, onClose }: { item: MovableItem & LinkedItem; onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  const { timeZone } = useFormat();
  const form = useForm({ initialValues: { links: linkValuesOf(item), ...wentOutAt(item, timeZone) } });
  const [publish, isRunning] = useCommand(MarkPublishedMutation, { form, fieldOf });
  const submit = form.onSubmit(async ({ links, day, time }) => {
    const publishedAt = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
    const outcome = await publish({ input: { itemId: item.id, expectedVersion: item.version, links, publishedAt } });
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
          <LinkFields item={item} form={form} />
          <p className={classes.hint}>{t('links.hint')}</p>
          <FormErrors
            form={form}
            labels={{ day: t('item.publishedOn'), time: t('item.publishedTime'), ...linkLabels(item) }}
          />
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
const fieldOf = (path: string): string => (path === 'publishedAt' ? 'time' : linkField(path));

/** As it was planned, unless that is still to come: then now. */
function wentOutAt({ publishOn, publishTime }: MovableItem, timeZone: string): { day: string; time: string } {
  const now = Temporal.Now.plainDateTimeISO(timeZone);
  const planned = Temporal.PlainDateTime.from(`${publishOn}T${publishTime}`);
  const at = Temporal.PlainDateTime.compare(planned, now) <= 0 ? planned : now;
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
