import type { Bucket } from '../bucket.mjs';

export interface Manifest {
  readonly createdAt: string;
  readonly version: string;
  readonly agencies: number;
  readonly files: number;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}
export function backUp(of: {
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly file: string;
  readonly bucket?: Bucket | null;
}): Promise<{ readonly file: string; readonly manifest: Manifest }>;
