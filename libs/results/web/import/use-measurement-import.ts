import { useTableImport, type TableImportState } from '@planerka/content-plan/web/import';
import { toast } from '@planerka/platform/web';
import type { MeasurementColumn, MeasurementPreview } from '@planerka/results/domain';
import { useT } from './locales';
import { sendMeasurements, type MeasurementWishes } from './measurement-files';

/** A table on its way into the figures. */
export function useMeasurementImport(
  clientId: string,
  today: string,
  onDone: () => void,
): TableImportState<MeasurementColumn, MeasurementWishes, MeasurementPreview> {
  const t = useT();
  return useTableImport<MeasurementColumn, MeasurementWishes, MeasurementPreview>({
    noWishes: { columns: new Map(), isAnew: false, day: today, channelId: '' },
    // The day and whose export it is were said of whatever is brought in here.
    ofAnother: (wishes) => ({ ...wishes, columns: new Map(), isAnew: false }),
    words: {
      failed: t('failed'),
      offline: t('offline'),
      fileChanged: t('fileChanged'),
      changed: t('changed'),
    },
    send: (file, wishes, digest) => sendMeasurements(clientId, file, wishes, digest),
    onDone: ({ created, updated }) => {
      toast(t('applied', { count: created + updated }));
      onDone();
    },
  });
}
