import type { Manifest } from './backup.mjs';

export interface DatabaseTarget {
  readonly adminUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}
export function restore(to: {
  readonly file: string;
  readonly dataDir: string;
  readonly external?: DatabaseTarget;
  readonly force?: boolean;
}): Promise<{ readonly manifest: Manifest; readonly kept: string | undefined }>;
export function finishRestore(dataDir: string): void;
