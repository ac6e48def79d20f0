import type { z } from 'zod';
import { err, ok, type Result } from './result';

export interface MalformedCursor {
  readonly kind: 'MalformedCursor';
}

/** The sort values of a row, as JSON: instants and days as ISO text, bigints as decimal text. */
export type CursorKey = readonly (string | number | boolean | null)[];

const malformed = err<MalformedCursor>({ kind: 'MalformedCursor' });
const maxLength = 1_000;

/**
 * An opaque keyset cursor. `order` names the list's order: a cursor of one order is malformed for another, since
 * its values would be compared with the wrong columns.
 */
export function encodeCursor(order: string, key: CursorKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([order, ...key]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The key again, checked by the list's own schema, e.g. `z.tuple([z.string(), z.uuid()])`. */
export function decodeCursor<Key extends CursorKey>(
  order: string,
  text: string,
  schema: z.ZodType<Key>,
): Result<Key, MalformedCursor> {
  if (text.length > maxLength || !/^[A-Za-z0-9_-]+$/.test(text)) return malformed;
  const [found, ...key] = readList(text);
  if (found !== order) return malformed;
  const parsed = schema.safeParse(key);
  return parsed.success ? ok(parsed.data) : malformed;
}

function readList(text: string): readonly unknown[] {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
