import type { Manifest } from './backup.mjs';

export function verifyArchive(
  file: string,
  wanted: readonly string[],
): Promise<{ readonly manifest: Manifest; readonly small: Readonly<Record<string, Buffer>> }>;
