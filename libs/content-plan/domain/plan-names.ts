import type { Id } from '@planerka/platform/domain';
import { itemFormats, type ItemFormat } from './item';
import { itemStatuses, type ItemStatus } from './item-status';
import { formatNames, formatSynonyms, normaliseName, statusNames } from './plan-columns';

export interface Named {
  readonly id: Id;
  readonly name: string;
  /** Other ways to say it that a person may use: a network, an address. */
  readonly aliases?: readonly string[];
}

/**
 * Names in cells and the things they mean. A label is unique: where two things have one name, the id is added.
 * Separators of a list (`;`) are written as commas.
 */
export class NameBook {
  private readonly labels = new Map<Id, string>();
  private readonly ids = new Map<string, Id>();

  constructor(things: readonly Named[]) {
    const count = (key: string): number => things.filter(({ name }) => lookupKey(name) === key).length;
    for (const thing of things) {
      const isUnique = count(lookupKey(thing.name)) === 1 && lookupKey(thing.name) !== '';
      const label = oneLine(isUnique ? thing.name : `${thing.name} [${thing.id}]`);
      this.labels.set(thing.id, label);
      this.ids.set(lookupKey(label), thing.id);
    }
    this.addAliases(things);
  }

  labelOf(id: Id): string {
    return this.labels.get(id) ?? '';
  }

  idOf(text: string): Id | null {
    return this.ids.get(lookupKey(text)) ?? null;
  }

  /** An alias counts only where it means one thing, and no label is said that way. */
  private addAliases(things: readonly Named[]): void {
    const meanings = new Map<string, Set<Id>>();
    for (const { id, aliases = [] } of things) {
      for (const alias of aliases) {
        const key = lookupKey(alias);
        meanings.set(key, (meanings.get(key) ?? new Set()).add(id));
      }
    }
    for (const [key, ids] of meanings) {
      const [only] = ids;
      if (ids.size === 1 && only !== undefined && key !== '' && !this.ids.has(key)) this.ids.set(key, only);
    }
  }
}

const oneLine = (text: string): string => text.replaceAll(';', ',').replace(/\s+/g, ' ').trim();

/** Case, ё, spaces and `;` do not matter; everything else does: «C++» is not «C». */
const lookupKey = (text: string): string => oneLine(text.normalize('NFKC')).toLowerCase().replaceAll('ё', 'е');

const formats = new Map<string, ItemFormat>(
  itemFormats.flatMap((format) =>
    [format, formatNames.ru[format], formatNames.en[format], ...formatSynonyms[format]].map((name) => [
      normaliseName(name),
      format,
    ]),
  ),
);

const statuses = new Map<string, ItemStatus>(
  itemStatuses.flatMap((status) =>
    [status, statusNames.ru[status], statusNames.en[status]].map((name) => [normaliseName(name), status]),
  ),
);

export const formatOf = (text: string): ItemFormat | null => formats.get(normaliseName(text)) ?? null;

export const statusOf = (text: string): ItemStatus | null => statuses.get(normaliseName(text)) ?? null;

/** Channels of one cell. The whole cell first, since a name may hold a comma; then its parts. */
export function channelsIn(
  text: string,
  book: NameBook,
): { readonly ids: readonly Id[]; readonly unknown: readonly string[] } {
  const whole = text === '' ? null : book.idOf(text);
  if (whole !== null) return { ids: [whole], unknown: [] };
  const parts = split(text, /[;\n]/).flatMap((part) => (book.idOf(part) === null ? split(part, /[,+]/) : [part]));
  const ids = parts.flatMap((part) => book.idOf(part) ?? []);
  const unknown = parts.filter((part) => book.idOf(part) === null);
  return {
    ids: [...new Set(ids)],
    unknown: unknown.slice(0, namesAtMost).map((name) => name.slice(0, valueAtMost)),
  };
}

const split = (text: string, by: RegExp): readonly string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Of a bad cell, as much as a person needs to recognise it: a cell may hold megabytes. */
export const valueAtMost = 80;
const namesAtMost = 10;
