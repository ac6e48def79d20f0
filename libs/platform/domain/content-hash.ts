import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What has a canonical text: plain JSON. Absent and `undefined` members are the same content. */
export type Canonical =
  null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical | undefined };

/**
 * SHA-256 over canonical JSON (RFC 8785: members sorted by UTF-16 code units, shortest numbers), as 64 hex digits.
 * An approval is bound to this: equal content has an equal hash in the browser, on the server and in ten years.
 */
export function contentHash(content: Canonical): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}

export const isContentHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export function canonicalJson(value: Canonical): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('Only finite numbers have a hash');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .toSorted()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${canonicalString(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

function canonicalString(text: string): string {
  // In UTF-8 every lone surrogate becomes U+FFFD: two different texts would share a hash.
  if (!text.isWellFormed()) throw new TypeError('Only well-formed text has a hash');
  return JSON.stringify(text);
}

// Array.isArray does not narrow a readonly array.
const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);
