import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/*
 * A named statement is parsed and planned once for a connection, and kept there as long as the connection lasts: so only
 * what is asked again gets a name, and no more of them than a connection can well keep. The name is of the text, the same
 * in every process that may come to share the connection.
 */
const maxNames = 500;
const usesBeforeName = 3;
const maxCounted = 2_000;

const names = new Map<string, string>();
const uses = new LRUCache<string, number>({ max: maxCounted });

/** The name of a statement that is asked often; none for any other. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= maxNames) return known;
  const used = (uses.get(text) ?? 0) + 1;
  if (used < usesBeforeName) {
    uses.set(text, used);
    return undefined;
  }
  uses.delete(text);
  const name = `planerka ${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
