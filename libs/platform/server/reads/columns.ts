import { sql, type RawBuilder } from 'kysely';
import { currencyCodes, minorDigitsOf, Money, type Currency } from '@planerka/platform/domain';
import { placeholder } from './root-read';
import type { MoneyObject } from '../graphql/money.object';
import type {
  Column,
  FactsOf,
  From,
  Gathered,
  Join,
  Leaf,
  OneOf,
  ReadField,
  ReadFields,
  ReadType,
  Relation,
  Rule,
  Tools,
} from './fields';

export { document } from './writer';

type Expression = RawBuilder<unknown>;

const column =
  <T>(leaf: Leaf) =>
  <U extends T = T>(from: Expression, ...joins: readonly Join[]): Column<U> => ({
    kind: 'column',
    leaf,
    isList: false,
    isNullable: false,
    from,
    joins,
  });

export const id = column<string>('id');
export const text = column<string>('text');
export const int = column<number>('int');
export const float = column<number>('float');
export const boolean = column<boolean>('boolean');
/** A value of a `graphqlEnum`. */
export const enumeration = column<string>('enum');
/** `timestamptz`; ISO 8601 in UTC. */
export const instant = column<string>('instant');
/** `date`. */
export const date = column<string>('date');
/** A `date`, of which the month counts. */
export const month = column<string>('month');
/** `json` or `jsonb`, as it is. */
export const json = column<unknown>('json');

export const nullable = <T>({ kind, leaf, isList, from, joins }: Column<T>): Column<T | null> => ({
  kind,
  leaf,
  isList,
  isNullable: true,
  from,
  joins,
});

/** A column that is an array. */
export const listOf = <T>({ kind, leaf, isNullable, from, joins }: Column<T>): Column<readonly T[]> => ({
  kind,
  leaf,
  isList: true,
  isNullable,
  from,
  joins,
});

/** An object of columns that the row has at hand, or gets by these joins. */
export const here = <T>(type: ReadType, ...joins: readonly Join[]): Relation<T> => ({
  kind: 'relation',
  isList: false,
  isNullable: false,
  type: () => type,
  from: null,
  joins,
});

/** The same, where there may be none: `exists` says of a row whether there is. */
export const hereIf = <T>(type: ReadType, exists: Expression, ...joins: readonly Join[]): Relation<T | null> => ({
  kind: 'relation',
  isList: false,
  isNullable: true,
  type: () => type,
  from: (object) => sql`CASE WHEN ${exists} THEN ${object} END`,
  joins,
});

/** One row beside this one, or none. */
export const one = <T>(type: () => ReadType, from: From): Relation<T | null> => ({
  kind: 'relation',
  isList: false,
  isNullable: true,
  type,
  from,
  joins: [],
});

/** Rows beside this one; `from` puts them together: `(SELECT string_agg(${object}, ',' ORDER BY …) FROM … ${joins} …)`. */
export const many = <T>(type: () => ReadType, from: From): Relation<readonly T[]> => ({
  kind: 'relation',
  isList: true,
  isNullable: false,
  type,
  from,
  joins: [],
});

/** The same, looked up once for all rows: `LEFT JOIN (SELECT …, string_agg(${object}, ',' ORDER BY …) AS list …) ${alias} ON …`. */
export const manyAtOnce = <T>(type: () => ReadType, gathered: Gathered): Relation<readonly T[]> => ({
  kind: 'relation',
  isList: true,
  isNullable: false,
  type,
  from: null,
  gathered,
  joins: [],
});

/** An object of the row's columns that is of the first type whose condition holds; null where none does. */
export const oneOf = <T>(...types: OneOf<T>['types']): OneOf<T | null> => ({ kind: 'oneOf', types });

/** A value of the statement's input, for columns that depend on who asks or when. */
export const value = placeholder;

export const join = (name: string, clause: Expression): Join => ({ name, clause });

/**
 * Fields that a pure rule decides for this kind of viewer. The rule sees nothing but the facts and the viewer, so what
 * it said of the same facts is said again without asking it.
 */
export const ruleFor =
  <Viewer>() =>
  <Fields extends ReadFields, T>(
    facts: Fields,
    of: (facts: FactsOf<Fields>, viewer: Viewer, tools: Tools) => T,
  ): Rule<T> => ({
    kind: 'rule',
    facts,
    of,
  });

/** The same rule, of facts that are new each time: the moment is among them. */
export const fleeting = <T>(rule: Rule<T>): Rule<T> => ({ ...rule, isFleeting: true });

/** As `Money.toDecimal` and `toJSON` write it: a sum that everyone may see who sees the row. */
export const money = (minor: Expression, currency: Expression, ...joins: readonly Join[]): Relation<MoneyObject> =>
  here(moneyOf(minor, currency), ...joins);

/** The same where there may be none. */
export const moneyIfAny = (
  minor: Expression,
  currency: Expression,
  ...joins: readonly Join[]
): Relation<MoneyObject | null> => hereIf(moneyOf(minor, currency), sql`${minor} IS NOT NULL`, ...joins);

/** Neither has anything to escape, which is all that an `id` is in JSON. */
const moneyOf = (minor: Expression, currency: Expression): ReadType => ({
  name: 'Money',
  fields: {
    amount: id(sql`(${minor} * ${unitOf(currency)})::text`),
    currency: id(currency),
  } satisfies Record<keyof MoneyObject, ReadField>,
});

const usualDigits = 2;

/** What a minor unit is of the whole: a numeric with its digits, which a product of it and a bigint keeps. */
function unitOf(currency: Expression): Expression {
  const unit = (digits: number) => sql.lit(digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`);
  const others = currencyCodes.filter((code) => minorDigitsOf(code) !== usualDigits);
  const usual = sql`${unit(usualDigits)}::numeric`;
  if (others.length === 0) return usual;
  const cases = others.map((code) => sql`WHEN ${sql.lit(code)} THEN ${unit(minorDigitsOf(code))}::numeric`);
  return sql`CASE ${currency} ${sql.join(cases, sql` `)} ELSE ${usual} END`;
}

/** As `percentOf` says it, NULL where the whole is nothing: exact, and halves away from zero. */
export const percent = (part: Expression, whole: Expression): Expression => sql`(
  sign(${part}::numeric) * sign(${whole}::numeric)
  * div(2000 * abs(${part}::numeric) + abs(${whole}::numeric), 2 * nullif(abs(${whole}::numeric), 0)))::float8 / 10`;

/** Facts of a sum, for {@link sumOf}: minor units do not survive JSON as a number. */
export const sum = (minor: Expression, currency: Expression) => ({
  minor: text(sql`${minor}::text`),
  currency: text<Currency>(currency),
});

export const sumOf = ({ minor, currency }: { readonly minor: string; readonly currency: Currency }): MoneyObject =>
  Money.of(BigInt(minor), currency).toJSON();
