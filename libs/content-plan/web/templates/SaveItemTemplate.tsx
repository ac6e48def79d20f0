import { Modal } from '@mantine/core';
import { usePlatformText } from '@planerka/platform/web';
import { useT } from '../locales';
import { SaveTemplateForm } from './SaveTemplateForm';

export interface SaveItemTemplateProps {
  item: { readonly id: string; readonly title: string; readonly clientId: string };
  onClose: () => void;
}

export function SaveItemTemplate({ item, onClose }: SaveItemTemplateProps) {
  const t = useT();
  const words = usePlatformText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('templates.saveItem')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <SaveTemplateForm clientId={item.clientId} item={item} onBack={onClose} onDone={onClose} />
    </Modal>
  );
}
