import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, Row, Spacer, Stack, useCommand, usePlatformText, useUndoable } from '@planerka/platform/web';
import { useT } from '../locales';
import { LinkFields, linkField, linkLabels } from './LinkFields';
import { linkValuesOf, type LinkValues } from './link-values';
import { SetLinksMutation, type LinkedItem } from './links.documents';

/** Addresses of a publication that is out: those that came later, and those that were wrong. */
export function LinksDialog({ item, onClose }: { item: LinkedItem; onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  const undoable = useUndoable();
  const before = linkValuesOf(item);
  const form = useForm<LinkValues>({ initialValues: { links: before } });
  const [save, isRunning] = useCommand(SetLinksMutation, { form, fieldOf: linkField });
  const [takeBack] = useCommand(SetLinksMutation);
  const submit = form.onSubmit(async ({ links }) => {
    if (!form.isDirty()) {
      onClose();
      return;
    }
    const outcome = await save({ input: { itemId: item.id, expectedVersion: item.version, links } });
    if (outcome.status !== 'success') return;
    const { version } = outcome.result.item;
    undoable({
      of: `links-${item.id}`,
      message: t('links.saved'),
      undo: async () => {
        await takeBack({ input: { itemId: item.id, expectedVersion: version, links: before } });
      },
    });
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('links.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <LinkFields item={item} form={form} />
          <FormErrors form={form} labels={linkLabels(item)} />
          <Row>
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isRunning}>
              {words('actions.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
