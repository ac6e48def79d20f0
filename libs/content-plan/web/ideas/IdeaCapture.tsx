import { Modal } from '@mantine/core';
import { usePlatformText } from '@planerka/platform/web';
import { useT } from '../locales';
import { CaptureForm } from './CaptureForm';

/** From any page by two keys, and back to what one was doing: for whichever client, it is sorted out later. */
export default function IdeaCapture({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('ideas.capture')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <CaptureForm clientId={null} onKept={onClose} />
    </Modal>
  );
}
