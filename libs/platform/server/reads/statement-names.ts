import { createHash } from 'node:crypto';
import type { WrittenRead } from './statement';

/*
 * A named statement is parsed and planned once for a connection, and kept there as long as the connection lasts: so
 * only what is asked again gets a name, and no more of them than a connection can well keep.
 */
const maxNames = 400;
const names = new Map<string, string>();
const uses = new WeakMap<WrittenRead, number>();
const usesBeforeName = 3;

export function nameOf(written: WrittenRead): string | undefined {
  const known = names.get(written.text);
  if (known !== undefined) return known;
  const used = (uses.get(written) ?? 0) + 1;
  uses.set(written, used);
  if (used < usesBeforeName || names.size >= maxNames) return undefined;
  const name = `read ${createHash('sha256').update(written.text).digest('base64url').slice(0, 24)}`;
  names.set(written.text, name);
  return name;
}
