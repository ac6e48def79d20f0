/** As spreadsheet readers give a cell; dates are ISO text already. */
export type TableCell = string | number | boolean | null;

export interface TableFile {
  readonly rows: readonly (readonly TableCell[])[];
  readonly kind: 'xlsx' | 'csv';
}

/** Why a file is not taken at all. The web has a sentence for each. */
export type TableFileRefusal =
  | { readonly code: 'file_empty' }
  | { readonly code: 'table_too_large'; readonly params: { readonly max: number } }
  | { readonly code: 'file_not_a_table' }
  /** An old `.xls`, or a workbook with a password: both begin alike. */
  | { readonly code: 'file_old_or_encrypted' }
  | { readonly code: 'file_encrypted' }
  | { readonly code: 'file_broken' }
  /** Unpacks to far more than a plan can be. */
  | { readonly code: 'file_suspicious' }
  | { readonly code: 'file_too_many_rows'; readonly params: { readonly max: number } }
  | { readonly code: 'file_too_many_columns'; readonly params: { readonly max: number } };

export const tableLimits = {
  bytes: 10 * 1024 * 1024,
  /** Under the header. */
  rows: 2_000,
  columns: 100,
} as const;
