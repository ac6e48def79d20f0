import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** What a root field answers, or the elements of what it answers. */
export function objectTypeOf(schema: GraphQLSchema, { field }: { readonly field: string }): GraphQLObjectType {
  const type = getNamedType(schema.getQueryType()?.getFields()[field]?.type);
  if (!isObjectType(type)) throw new TypeError(`Query.${field} answers no object`);
  return type;
}
