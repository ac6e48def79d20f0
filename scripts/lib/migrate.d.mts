export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}
export function readMigrations(folder?: string): readonly Migration[];
export function migrate(
  ownerUrl: string,
  options?: { readonly migrations?: readonly Migration[]; readonly onApply?: (name: string) => void },
): Promise<readonly string[]>;
