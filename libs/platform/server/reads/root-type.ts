import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** What a root field answers, or the elements of what it answers. */
export const rootTypeOf = (schema: GraphQLSchema, { field }: { readonly field: string }): GraphQLObjectType =>
  objectType(getNamedType(schema.getQueryType()?.getFields()[field]?.type), `Query.${field}`);

export const objectTypeOf = (schema: GraphQLSchema, { name }: { readonly name: string }): GraphQLObjectType =>
  objectType(schema.getType(name), name);

function objectType(type: unknown, name: string): GraphQLObjectType {
  if (!isObjectType(type)) throw new TypeError(`${name} is no object`);
  return type;
}
