import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

interface Reached {
  readonly abstract: readonly GraphQLAbstractType[];
  readonly inputs: readonly GraphQLInputObjectType[];
  /** Of arguments and of inputs' fields. */
  readonly defaults: readonly unknown[];
}

/** What a query can come to, from its root on. */
export function reachedByQueries(schema: GraphQLSchema): Reached {
  const types = new Set<GraphQLNamedType>();
  const defaults: unknown[] = [];
  const reach = (type: GraphQLNamedType): void => {
    if (types.has(type)) return;
    types.add(type);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(reach);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        reach(getNamedType(field.type));
        field.args.forEach(take);
      }
    }
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach(take);
  };
  const take = ({ type, defaultValue }: { type: Parameters<typeof getNamedType>[0]; defaultValue?: unknown }): void => {
    const named = getNamedType(type);
    if (defaultValue !== undefined) defaults.push(defaultValue);
    if (named) reach(named);
  };
  const root = schema.getQueryType();
  if (root) reach(root);
  return {
    abstract: [...types].filter(isAbstractType),
    inputs: [...types].filter(isInputObjectType),
    defaults,
  };
}
