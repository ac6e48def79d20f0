import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** Kept under what the server lets one operation ask. */
const fieldsAtMost = 700;

const wantsArguments = (field: GraphQLField<unknown, unknown>): boolean =>
  field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

/** Everything that can be asked of a type without arguments; a type that is being asked already is not asked again. */
function everythingOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  path: readonly string[],
  lists: number,
): string {
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type).map((member) => {
      // Two members may have a field of one name and different types: each is told apart by its alias.
      const inner = fieldsOf(schema, member, path, `${member.name}__`, lists);
      return `... on ${member.name} { ${inner.join(' ')} }`;
    });
    return `{ __typename ${members.join(' ')} }`;
  }
  return isObjectType(type) ? `{ __typename ${fieldsOf(schema, type, path, '', lists).join(' ')} }` : '{ __typename }';
}

function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  path: readonly string[],
  prefix: string,
  lists: number,
): readonly string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (wantsArguments(field) || path.includes(named.name)) return [];
    const alias = prefix ? `${prefix}${field.name}: ` : '';
    if (!isCompositeType(named)) return [`${alias}${field.name}`];
    const isList = isListType(getNullableType(field.type));
    if (isList && lists === 0) return [];
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 5)' : '';
    return [
      `${alias}${field.name}${page} ${everythingOf(schema, named, [...path, named.name], isList ? lists - 1 : lists)}`,
    ];
  });
}

const sizeOf = (selection: string): number => selection.split(/[\s{}]+/).length;

/**
 * The operations which ask for all that this one's root field can answer. Several where one would ask too much at
 * once.
 */
export function wholeOperations(schema: GraphQLSchema, document: string, lists = 3): readonly string[] {
  const parsed = parse(document);
  const { operation, root } = rootOf(parsed);
  const type = getNamedType(schema.getRootType(operation.operation)?.getFields()[root.name.value]?.type);
  if (!isCompositeType(type)) return [document];
  const whole = everythingOf(schema, type, [type.name], lists);
  // A command is done once, whatever it answers.
  if (sizeOf(whole) <= fieldsAtMost || operation.operation !== OperationTypeNode.QUERY)
    return [withSelection(parsed, whole)];
  if (!isObjectType(type)) return [withSelection(parsed, whole)];
  const parts = fieldsOf(schema, type, [type.name], '', lists);
  const plain = parts.filter((part) => !part.includes('{'));
  return [plain, ...parts.filter((part) => part.includes('{')).map((part) => [part])].map((fields) =>
    withSelection(parsed, `{ __typename ${fields.join(' ')} }`),
  );
}

export function rootOf(document: DocumentNode): { operation: OperationDefinitionNode; root: FieldNode } {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = operation?.selectionSet.selections[0];
  if (!operation || root?.kind !== Kind.FIELD) throw new Error('A case asks for one root field');
  return { operation, root };
}

function withSelection(document: DocumentNode, selection: string): string {
  const { operation, root } = rootOf(document);
  const { operation: asked } = rootOf(parse(`{ root ${selection} }`));
  const [wanted] = asked.selectionSet.selections;
  const selectionSet = wanted?.kind === Kind.FIELD ? wanted.selectionSet : undefined;
  return print({
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...root, ...(selectionSet && { selectionSet }) }] },
      },
    ],
  });
}

/** Every value in an answer with the field it stands in: `Task.fee`. */
export function* valuesIn(schema: GraphQLSchema, value: unknown): Generator<readonly [field: string, value: unknown]> {
  if (Array.isArray(value)) {
    for (const one of value) yield* valuesIn(schema, one);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Readonly<Record<string, unknown>>;
  const type = object['__typename'];
  for (const [key, inner] of Object.entries(object)) {
    if (key === '__typename') continue;
    if (typeof type === 'string') yield [`${type}.${key.split('__').at(-1)}`, inner];
    yield* valuesIn(schema, inner);
  }
}
