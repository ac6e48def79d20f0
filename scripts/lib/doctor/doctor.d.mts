import type { Bucket } from '../bucket.mjs';

export interface Finding {
  readonly name: string;
  readonly problems: readonly string[];
  readonly found: string;
}
export function examine(what: {
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly bucket?: Bucket | null;
  readonly quick?: boolean;
}): Promise<readonly Finding[]>;
