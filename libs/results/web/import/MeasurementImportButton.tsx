import { Button } from '@mantine/core';
import { graphql, IconUpload } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';

const MeasurementImport = lazy(async () => ({ default: (await import('./MeasurementImport')).MeasurementImport }));

const ImportChannelsQuery = graphql(`
  query MeasurementChannels($clientId: ID!) {
    client(id: $clientId) {
      id
      channels {
        id
        network
        title
      }
    }
  }
`);

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
        {isOpen && <OpenImport clientId={clientId} onClose={() => setOpen(false)} onDone={onDone} />}
      </Suspense>
    </>
  );
}

function OpenImport({ clientId, onClose, onDone }: { clientId: string; onClose: () => void; onDone: () => void }) {
  const [{ data }] = useQuery({ query: ImportChannelsQuery, variables: { clientId } });
  if (!data) return null;
  return (
    <MeasurementImport
      clientId={clientId}
      channels={data.client?.channels ?? []}
      onClose={onClose}
      onDone={() => {
        onClose();
        onDone();
      }}
    />
  );
}
