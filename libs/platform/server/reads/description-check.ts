import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Leaf, OneOf, ReadField, ReadType } from './fields';
import { objectTypeOf, rootTypeOf } from './root-type';
import type { AnyRootRead } from './statement';

const leafTypes: Readonly<Record<Leaf, readonly string[]>> = {
  id: ['ID', 'String'],
  text: ['String', 'ID'],
  int: ['Int'],
  float: ['Float'],
  boolean: ['Boolean'],
  enum: ['String'],
  instant: ['DateTime'],
  date: ['Date'],
  month: ['Month', 'String'],
  json: ['JSON'],
};

/** A description that the schema does not bear out ends the start: it would answer what nobody asked for. */
export function checkDescription(root: AnyRootRead, schema: GraphQLSchema): void {
  checkType(root.type, rootTypeOf(schema, root), schema, new Set());
}

function checkType(read: ReadType, type: GraphQLObjectType, schema: GraphQLSchema, seen: Set<ReadType>): void {
  if (seen.has(read)) return;
  seen.add(read);
  if (read.name !== type.name) throw new TypeError(`${read.name} is described where the schema has ${type.name}`);
  const fields = type.getFields();
  for (const [name, field] of Object.entries(fields)) {
    const described = read.fields[name];
    const problem = described && problemOf(described, field);
    if (problem) throw new TypeError(`${type.name}.${name}: ${problem}`);
    const inner = getNamedType(field.type);
    if (described?.kind === 'relation' && isObjectType(inner)) checkType(described.type(), inner, schema, seen);
    if (described?.kind !== 'oneOf') continue;
    for (const one of described.types) checkType(one.type, objectTypeOf(schema, one.type), schema, seen);
  }
}

function problemOf(read: ReadField, { type, args }: GraphQLField<unknown, unknown>): string | null {
  if (args.length > 0) return 'a field with arguments needs a resolver';
  if (read.kind === 'rule') return null;
  const named = getNamedType(type);
  if (read.kind === 'oneOf') return oddOption(read, type);
  if (isListType(getNullableType(type)) !== read.isList) return 'one of both is a list';
  if (read.isNullable && isNonNullType(type)) return 'it may be null, and the schema says never';
  if (read.kind === 'relation') return isObjectType(named) ? null : `the schema has ${named.name}`;
  const isEnum = isEnumType(named);
  if (read.leaf === 'enum' && isEnum) {
    const odd = named.getValues().find(({ name, value }) => name !== String(value).toUpperCase());
    return odd ? `${odd.name} is not the value in capitals` : null;
  }
  if (read.leaf === 'enum') return 'the schema has no enum: it is a text';
  return !isEnum && leafTypes[read.leaf].includes(named.name) ? null : `the schema has ${named.name}`;
}

function oddOption({ types }: OneOf<unknown>, type: GraphQLOutputType): string | null {
  if (!isUnionType(type)) return 'it may be null or of several types, and the schema says otherwise';
  const described = types.map((one) => one.type.name);
  const missing = type.getTypes().find(({ name }) => !described.includes(name));
  return missing ? `${missing.name} is not described` : null;
}
