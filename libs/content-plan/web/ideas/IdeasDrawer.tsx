import { Drawer, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, Stack, usePlatformText } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { CaptureForm } from './CaptureForm';
import { IdeasPage } from './IdeasPage';

export interface IdeasDrawerProps {
  clientId: string | null;
  onClose: () => void;
  /** Absent where the viewer cannot plan. */
  onPlan?: ((idea: { id: string; text: string }) => void) | undefined;
}

/** A thought is one line and Ctrl+Enter; later it becomes a publication. */
export function IdeasDrawer({ clientId, onClose, onPlan }: IdeasDrawerProps) {
  const t = useT();
  const words = usePlatformText();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  return (
    <Drawer
      opened
      onClose={onClose}
      size="var(--w-drawer)"
      title={t('ideas.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        <CaptureForm clientId={clientId} />
        <TextInput
          aria-label={t('ideas.search')}
          placeholder={t('ideas.search')}
          leftSection={<IconSearch />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <IdeasPage key={search} clientId={clientId} search={search} after={null} onPlan={onPlan} />
      </Stack>
    </Drawer>
  );
}
