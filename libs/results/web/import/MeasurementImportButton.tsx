import { Button } from '@mantine/core';
import { IconUpload } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useT } from './locales';

const OpenMeasurementImport = lazy(async () => ({
  default: (await import('./OpenMeasurementImport')).OpenMeasurementImport,
}));

/** Opens the import of figures; what shows them is asked for again by `onDone`. */
export function MeasurementImportButton({ clientId, onDone }: { clientId: string; onDone: () => void }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="subtle" leftSection={<IconUpload size={14} />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <OpenMeasurementImport clientId={clientId} onClose={() => setOpen(false)} onDone={onDone} />}
      </Suspense>
    </>
  );
}
