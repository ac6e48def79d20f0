import { Modal } from '@mantine/core';
import { usePlatformText } from '@planerka/platform/web';
import { IdeaForm } from './IdeaForm';
import { useT } from './locales';
// Its own doing, too: the list behind it is asked anew.
import '../plan/cache';

/** From any page by two keys, and back to what one was doing: for whichever client, it is sorted out later. */
export default function IdeaCapture({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = usePlatformText();
  return (
    <Modal opened onClose={onClose} title={t('capture')} closeButtonProps={{ 'aria-label': words('actions.close') }}>
      <IdeaForm idea={null} clientId={null} onDone={onClose} autoFocus />
    </Modal>
  );
}
