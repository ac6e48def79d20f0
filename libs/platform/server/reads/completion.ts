import { getNullableType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import type { Selection } from './selection';

/** A rule's value as graphql-js would answer it: the asked fields by their keys, leaves serialised by their types. */
export function complete(type: GraphQLOutputType, value: unknown, fields: readonly Selection[]): unknown {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) {
    if (isNonNullType(type)) throw new TypeError('Cannot return null for a field that is never null');
    return null;
  }
  if (isListType(nullable)) {
    return Array.from(value as Iterable<unknown>, (one) => complete(nullable.ofType, one, fields));
  }
  if (isLeafType(nullable)) return nullable.serialize(value);
  if (!isObjectType(nullable)) throw new TypeError(`A rule cannot answer the abstract type ${String(nullable)}`);
  const object = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.map(({ key, name, type: inner, fields: below }) => [
      key,
      inner === null ? nullable.name : complete(inner, object[name], below),
    ]),
  );
}
