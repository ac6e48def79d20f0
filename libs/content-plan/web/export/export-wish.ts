import { planColumns, type PlanColumn } from '@planerka/content-plan/domain';

export type ExportKind = 'xlsx' | 'csv' | 'pdf';

export interface ExportWish {
  readonly kind: ExportKind;
  readonly columns: readonly PlanColumn[];
  readonly isForReading: boolean;
  readonly hasPictures: boolean;
}

const place = 'planerka.plan.export';

const usual: ExportWish = {
  kind: 'xlsx',
  columns: planColumns.filter((column) => column !== 'id' && column !== 'campaign'),
  isForReading: true,
  hasPictures: true,
};

/** As the last time on this device. */
export function keptExportWish(): ExportWish {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<ExportWish>;
    const columns = planColumns.filter((column) => kept.columns?.includes(column));
    return { ...usual, ...kept, columns: columns.length > 0 ? columns : usual.columns };
  } catch {
    return usual;
  }
}

export function keepExportWish(wish: ExportWish): void {
  try {
    localStorage.setItem(place, JSON.stringify(wish));
  } catch {
    // A device that keeps nothing asks again.
  }
}
