import { graphql } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { MeasurementImport } from './MeasurementImport';

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

export interface OpenMeasurementImportProps {
  clientId: string;
  onClose: () => void;
  onDone: () => void;
}

/** The import of figures, once it is known which channels the client has. */
export function OpenMeasurementImport({ clientId, onClose, onDone }: OpenMeasurementImportProps) {
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
