import type { RawBuilder } from 'kysely';
import type { FileUrls } from '../files/file-urls';

/**
 * Who reads the text that a statement writes: the browser, names of enums as in the schema, or a resolver, for whom
 * graphql-js will do the rest.
 */
export type Reading = 'wire' | 'inside';

/** How values of a GraphQL scalar or enum stand in JSON. */
export type Leaf = 'id' | 'text' | 'int' | 'float' | 'boolean' | 'enum' | 'instant' | 'date' | 'month' | 'json';

declare const inside: unique symbol;

/** What a field is inside the server, for the rules that read it. */
interface Of<T> {
  readonly [inside]?: T;
}

/**
 * What a row's FROM needs for a column, and does without where the column is not asked for: `LEFT JOIN …`, under its
 * own alias.
 */
export interface Join {
  readonly name: string;
  readonly clause: RawBuilder<unknown>;
}

/** The expression for one object, and the joins that it needs after the row's own tables. */
export type From = (object: RawBuilder<string>, joins: RawBuilder<unknown>) => RawBuilder<unknown>;

/**
 * A join, under `alias`, that has in `list` what a `from` would look up row by row: for what is read of many rows at
 * once.
 */
export type Gathered = (
  object: RawBuilder<string>,
  joins: RawBuilder<unknown>,
  alias: RawBuilder<unknown>,
) => RawBuilder<unknown>;

export interface Column<T> extends Of<T> {
  readonly kind: 'column';
  readonly leaf: Leaf;
  readonly isList: boolean;
  readonly isNullable: boolean;
  readonly from: RawBuilder<unknown>;
  readonly joins: readonly Join[];
}

/** Objects that hang on the row: one, one or none, or many. */
export interface Relation<T> extends Of<T> {
  readonly kind: 'relation';
  readonly isList: boolean;
  readonly isNullable: boolean;
  readonly type: () => ReadType;
  /** Absent where the object's columns are those of the row itself, and of its joins. */
  readonly from: From | null;
  readonly gathered?: Gathered;
  readonly joins: readonly Join[];
}

/** An object of one of several types, or none: of a union. */
export interface OneOf<T> extends Of<T> {
  readonly kind: 'oneOf';
  readonly types: readonly {
    readonly type: ReadType;
    /** Says of a row whether it is this one. */ readonly when: RawBuilder<unknown>;
  }[];
}

/** What is the application's own, and no row's: its signature under the addresses of files. */
export interface Tools {
  readonly files: FileUrls;
}

/** What a pure rule says of facts that the statement reads. */
export interface Rule<T> extends Of<T> {
  readonly kind: 'rule';
  readonly facts: ReadFields;
  readonly of: (facts: never, viewer: never, tools: Tools) => T;
  /** Its facts are hardly ever the same again, so that nothing is gained by remembering what it said. */
  readonly isFleeting?: boolean;
}

export type ReadField<T = unknown> = Column<T> | Relation<T> | OneOf<T> | Rule<T>;

export type ReadFields = Readonly<Record<string, ReadField>>;

/** What is not described has a resolver of its own: a read that asks for it is left to graphql-js. */
export interface ReadType {
  /** As in the schema. */
  readonly name: string;
  readonly fields: ReadFields;
  /** What resolvers of fields that are not described take from the object, whether or not it is asked for. */
  readonly parent?: ReadFields;
}

/** What a row of these fields is to a rule. */
export type FactsOf<Fields extends ReadFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Of<infer T> ? T : never;
};
