import type { Ids } from '@planerka/testing/server';
import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Operation } from '../tenancy/cases';
import { valueFor } from './values';

type Draw = fc.GeneratorValue;

const wrong: readonly unknown[] = [
  null,
  undefined,
  'x',
  '',
  -1,
  0,
  1.5,
  2 ** 40,
  true,
  {},
  [],
  [null],
  { x: 1 },
  [[1]],
];

/**
 * A query over the schema: aliases, fragments, conditions, and arguments good, missing and wrong.
 *
 * @param roots fields of Query that it may ask for; all where nothing is said.
 */
export function randomQuery(draw: Draw, schema: GraphQLSchema, ids: Ids, roots?: readonly string[]): Operation {
  const declared: string[] = [];
  const fragments: string[] = [];
  const variables: Record<string, unknown> = {};
  const chance = (percent: number): boolean => draw(fc.integer, { min: 0, max: 99 }) < percent;

  /** Two of three are such as a client of ours would send; the third has everything that a language allows. */
  const isOdd = chance(33);

  const variable = (type: string, value: unknown): string => {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    if (value !== undefined) variables[name] = value;
    return `$${name}`;
  };

  const literal = (type: GraphQLInputType): string | undefined => {
    switch (getNamedType(type).name) {
      case 'Int':
        return '7';
      case 'Boolean':
        return 'false';
      case 'String':
        return '"стол"';
      case 'Month':
        return `"2026-11"`;
      default:
        return undefined;
    }
  };

  const argument = (arg: GraphQLArgument, field: string): string[] => {
    // A page after an arbitrary cursor is refused, and nothing would be compared.
    if (arg.name === 'after' && !isOdd) return [];
    const isNeeded = isNonNullType(arg.type) && arg.defaultValue === undefined;
    if (!isNeeded && chance(60)) return [];
    const plain = isOdd && chance(15) ? literal(arg.type) : undefined;
    if (plain !== undefined) return [`${arg.name}: ${plain}`];
    const value =
      isOdd && chance(8) ? wrong[draw(fc.nat, { max: wrong.length - 1 })] : valueFor(arg.type, arg.name, field, ids);
    // A variable may be left out where the argument, or the variable itself, has a default.
    if (!isNeeded && chance(20)) return [`${arg.name}: ${variable(String(arg.type).replace(/!$/, ''), undefined)}`];
    const preset = getNamedType(arg.type).name === 'Int' && chance(30) ? ' = 2' : '';
    return [`${arg.name}: ${variable(`${String(arg.type)}${preset}`, value)}`];
  };

  const condition = (): string => {
    if (!isOdd || !chance(6)) return '';
    const test = chance(50) ? String(chance(50)) : variable('Boolean!', chance(50));
    return ` @${chance(50) ? 'include' : 'skip'}(if: ${test})`;
  };

  const chosen = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const named = getNamedType(field.type);
    const args = field.args.flatMap((arg) => argument(arg, field.name));
    const alias = chance(15) ? `${isOdd ? 'an_' : 'x'}${field.name}: ` : '';
    const inner = isCompositeType(named) ? ` ${selection(named, depth - 1)}` : '';
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition()}${inner}`;
  };

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    if (isAbstractType(type)) {
      const kinds = schema.getPossibleTypes(type).map((each) => `... on ${each.name} ${selection(each, depth)}`);
      return `{ __typename ${kinds.join(' ')} }`;
    }
    const open = Object.values(isObjectType(type) ? type.getFields() : {}).filter(
      (field) =>
        (depth > 0 || !isCompositeType(getNamedType(field.type))) &&
        (type !== schema.getQueryType() || !roots || roots.includes(field.name)),
    );
    const most = Math.min(type === schema.getQueryType() ? 3 : 6, open.length);
    // Drawn by number: fast-check compares what it draws from, and a schema has no end.
    const some = most > 0 ? draw(fc.subarray<number>, [...open.keys()], { minLength: 1, maxLength: most }) : [];
    const parts = some
      .flatMap((index) => open[index] ?? [])
      .map((field) => {
        const text = chosen(field, depth);
        if (chance(90)) return text;
        if (chance(50)) return `...${condition()} { ${text} }`;
        fragments.push(`fragment F${fragments.length} on ${type.name} { ${text} }`);
        return `...F${fragments.length - 1}${condition()}`;
      });
    return `{ ${[...(parts.length === 0 || chance(10) ? ['__typename'] : []), ...parts].join(' ')} }`;
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('There are no queries');
  const body = selection(root, 4);
  const head = declared.length > 0 ? `query (${declared.join(', ')}) ` : '';
  return { document: `${head}${body}\n${fragments.join('\n')}`, variables };
}
