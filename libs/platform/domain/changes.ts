import { isCurrency, type Currency } from './currency';
import { Money } from './money';
import { plainTextOf, type RichText } from './rich-text';
import { Temporal } from './time';

export type ChangedValue = string | number | boolean | null | ChangedMoney | readonly ChangedValue[];

/** A sum with the currency that it is in. */
export interface ChangedMoney {
  readonly amount: string;
  readonly currency: Currency;
}

/** What a field held before and what it holds now; null where there was or is nothing. */
export interface Change {
  readonly from: ChangedValue;
  readonly to: ChangedValue;
}

/** By field; of nested things by their way: `audience.pains`. */
export type Changes = Readonly<Record<string, Change>>;

/** Long texts are told by their beginnings; the thing itself keeps the whole. */
const maxText = 400;
const maxItems = 30;
const maxDepth = 3;
const secret = /password|secret|token|pin$|hash|credential/i;
/** How a row is kept, not what somebody changed in it. */
const bookkeeping = new Set(['id', 'agencyId', 'version', 'createdAt', 'updatedAt', 'expectedVersion']);

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a command changes, for the audit log: fields of `after` that differ from `before`. A field that `after` does not name (or
 * names as `undefined`) stays as it was. That a secret was changed is told, what it is never.
 */
export const changesBetween = (before: object, after: object): Changes => collected(before as Fields, after as Fields);

/** All of a new thing. */
export const changesOfNew = (after: object): Changes => changesBetween({}, after);

/** All of a thing that is gone. */
export function changesOfGone(before: object): Changes {
  const nothing = Object.fromEntries(Object.keys(before).map((key) => [key, null]));
  return changesBetween(before, nothing);
}

function collected(before: Fields, after: Fields, way = '', depth = 0): Changes {
  const changes: Record<string, Change> = {};
  const currency = after['currency'] ?? before['currency'];
  const was = withMoney(before, currency);
  for (const [key, to] of Object.entries(withMoney(after, currency))) {
    const from = was[key];
    if (to === undefined || (depth === 0 && bookkeeping.has(key)) || sameness(from) === sameness(to)) continue;
    const name = way + key;
    if (
      depth < maxDepth &&
      [from, to].some(isFields) &&
      [from, to].every((value) => isFields(value) || value == null)
    ) {
      Object.assign(changes, collected(...membersOf(from, to), `${name}.`, depth + 1));
    } else if (secret.test(key)) {
      changes[name] = { from: struckOut(from), to: struckOut(to) };
    } else {
      const change = toldApart(from, to);
      changes[name] = key.endsWith('At') ? { from: atMidnight(change.from), to: atMidnight(change.to) } : change;
    }
  }
  return changes;
}

/** Of both, so that what one of them lacks is told, too. */
function membersOf(from: unknown, to: unknown): [Fields, Fields] {
  const before = isPlain(from) ? from : {};
  const missing = Object.fromEntries(Object.keys(before).map((key) => [key, null]));
  return [before, { ...missing, ...(isPlain(to) ? to : {}) }];
}

const struckOut = (value: unknown): string | null => (value == null ? null : '•••');

/** `feeMinor` is the fee as the database counts it: told as money, where its row says in which currency. */
function withMoney(fields: Fields, currency = fields['currency']): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const isCounted = key.endsWith('Minor') && (typeof value === 'bigint' || isDigits(value));
      if (!isCounted) return [key.replace(/Minor$/, ''), value];
      const minor = BigInt(value);
      return [key.slice(0, -'Minor'.length), isCurrency(currency) ? Money.of(minor, currency) : hundredths(minor)];
    }),
  );
}

const isDigits = (value: unknown): value is string => typeof value === 'string' && /^-?\d+$/.test(value);

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Things with fields of their own, and not texts that an editor keeps as things. */
const isFields = (value: unknown): value is Fields => isPlain(value) && !isDocument(value) && !isSum(value);

const isDocument = (value: Fields): value is Fields & RichText =>
  value['type'] === 'doc' && Array.isArray(value['content']);

/** One text for equal values, whichever way they came: a row's `Date` and an input's `PlainDate` are the same day. */
const sameness = (value: unknown): string => JSON.stringify(plain(value)) ?? 'null';

/** A row's own; rules know none. */
const isDate = (value: unknown): value is { toISOString(): string } =>
  typeof value === 'object' && value !== null && 'toISOString' in value;

function plain(value: unknown): unknown {
  if (value == null || value === '') return null;
  if (typeof value === 'bigint') return hundredths(value);
  if (isDate(value)) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (value instanceof Temporal.Instant) {
    return value.toString({ fractionalSecondDigits: 3 }).replace(/T00:00:00\.000Z$/, '');
  }
  if (value instanceof Money) return value.toJSON();
  if (Array.isArray(value)) return value.map(plain);
  if (isPlain(value)) {
    if (isDocument(value)) return plainTextOf(value);
    return Object.fromEntries(
      Object.entries(withMoney(value))
        .map(([key, member]) => [key, plain(member)] as const)
        .filter(([, member]) => member !== null)
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    );
  }
  // a number of the database, a day, a set of classes of others
  return typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
}

/** Every currency that we know has hundredths. */
const hundredths = (minor: bigint): string => {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

function toldApart(from: unknown, to: unknown): Change {
  const change = { from: told(plain(from)), to: told(plain(to)) };
  // Two lists of the same names differ in what the names do not say.
  if (JSON.stringify(change.from) !== JSON.stringify(change.to)) return change;
  return { from: told(plain(from), whole), to: told(plain(to), whole) };
}

function told(value: unknown, tell: (value: Fields) => string = nameOf): ChangedValue {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value)) return value.slice(0, maxItems).map((one) => told(one, tell));
  const fields = value as Fields;
  return isSum(fields) ? fields : cut(tell(fields));
}

const isSum = (fields: Fields): fields is Fields & ChangedMoney =>
  typeof fields['amount'] === 'string' && isCurrency(fields['currency']) && Object.keys(fields).length === 2;

function nameOf(fields: Fields): string {
  const { name, title, label, text } = fields;
  const called = [name, title, label, text].find((word) => typeof word === 'string');
  return typeof called === 'string' ? called : whole(fields);
}

/** All that a thing of a list says, but not by which ids it is kept: «Пост, 2, 1500.00 RUB». */
function whole(fields: Fields): string {
  if (isSum(fields)) return `${fields.amount} ${fields.currency}`;
  const { name, ...rest } = fields;
  const said = Object.entries(rest).filter(([key]) => !/(^id|Id|Ids)$/.test(key) && !secret.test(key));
  return [...(name === undefined ? [] : [name]), ...said.map(([, value]) => value)].map(wordOf).join(', ');
}

const wordOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordOf).join(', ');
  return typeof value === 'object' && value !== null ? whole(value as Fields) : String(value);
};

/** An instant that happens to be a day's first is no day. */
const atMidnight = (value: ChangedValue): ChangedValue =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00.000Z` : value;

const cut = (text: string): string =>
  (text.length > maxText ? `${text.slice(0, maxText).trimEnd()}…` : text).toWellFormed();
