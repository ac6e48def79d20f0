import { sql, type RawBuilder } from 'kysely';
import { Money, type Currency } from '@planerka/platform/domain';
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

/** Facts of a sum, for {@link sumOf}: minor units do not survive JSON as a number. */
export const sum = (minor: Expression, currency: Expression) => ({
  minor: text(sql`${minor}::text`),
  currency: text<Currency>(currency),
});

export const sumOf = ({ minor, currency }: { readonly minor: string; readonly currency: Currency }): MoneyObject =>
  Money.of(BigInt(minor), currency).toJSON();
