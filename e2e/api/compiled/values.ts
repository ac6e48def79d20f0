import { planMonth, type Ids } from '@planerka/testing/server';
import { GraphQLEnumType, GraphQLInputObjectType, isNonNullType, isListType, type GraphQLInputType } from 'graphql';

/** What `id` means, by the field that takes it. */
const meant: Readonly<Record<string, keyof Ids>> = {
  contentItem: 'item',
  approvalCertificate: 'approval',
};

/** An argument that the field takes and, where it names something, finds. */
export function valueFor(type: GraphQLInputType, name: string, field: string, ids: Ids): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, name, field, ids);
  if (isListType(type)) return [valueFor(type.ofType, name, field, ids)];
  if (type instanceof GraphQLEnumType) return type.getValues()[0]?.name;
  if (type instanceof GraphQLInputObjectType) {
    const needed = Object.values(type.getFields()).filter((input) => isNonNullType(input.type));
    return Object.fromEntries(needed.map((input) => [input.name, valueFor(input.type, input.name, field, ids)]));
  }
  switch (type.name) {
    case 'ID': {
      const kind = name === 'id' ? (meant[field] ?? field) : name.replace(/Ids?$/, '');
      return kind in ids ? ids[kind as keyof Ids] : ids.client;
    }
    case 'Month':
      return planMonth();
    case 'Date':
      return `${planMonth()}-01`;
    case 'Int':
      return 3;
    case 'Boolean':
      return true;
    default:
      return 'стол';
  }
}
