import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  graphql,
  Row,
  Spacer,
  Stack,
  toast,
  useCommand,
  usePlatformText,
  InvalidInputFragment,
} from '@planerka/platform/web';
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

/** It is out: with the address where there is one. */
export function PublishDialog({ item, onClose }: { item: MovableItem; onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  const form = useForm({ initialValues: { url: '' } });
  const [publish, isRunning] = useCommand(MarkPublishedMutation, { form });
  const submit = form.onSubmit(async ({ url }) => {
    const outcome = await publish({ input: { itemId: item.id, expectedVersion: item.version, url: url || null } });
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
          <TextInput
            label={t('item.publishedUrl')}
            description={t('item.publishedUrlHint')}
            placeholder="https://"
            inputMode="url"
            data-autofocus
            {...form.getInputProps('url')}
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
