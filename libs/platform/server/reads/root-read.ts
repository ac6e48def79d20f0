import type { Instant } from '@planerka/platform/domain';
import { sql, type RawBuilder } from 'kysely';
import type { TenantScope } from '../database/tenant';
import type { GraphQLContext } from '../graphql/context';
import type { ReadType } from './fields';
import type { WrittenObject } from './writer';

/** Values of a statement by name. What is undefined is not there: the statement may ask by {@link Given} and do without. */
export type ReadInput = Readonly<Record<string, unknown>>;

/** Whether an input has a value: the only thing about it that may change the statement. */
export type Given<Input extends ReadInput> = (name: keyof Input & string) => boolean;

/** A value of the input, wherever the statement needs it. Write its cast: `${value('agencyId')}::uuid`. */
export type Value<Input extends ReadInput> = (name: keyof Input & string) => RawBuilder<unknown>;

/**
 * What one statement answers: a field of Query ({@link RootRead}), or an object of a command's result.
 *
 * The statement is written once for each selection and each set of given values, and never sees a value itself: what
 * stands in it for one viewer cannot come before another.
 */
export interface ObjectRead<Viewer, Args, Input extends ReadInput> {
  readonly type: ReadType;
  /** Null where there is nobody who may ask: the resolver says so. */
  readonly viewerOf: (context: GraphQLContext) => Viewer | null;
  /** All of a viewer that rules may look at. */
  readonly viewerKey: (viewer: Viewer) => string;
  readonly scopeOf: (viewer: Viewer) => TenantScope;
  /** Null where the arguments can find nothing. What it throws, the resolver throws. */
  readonly input: (viewer: Viewer, args: Args, at: Instant) => Input | null;
  /** One row with the column `body`: JSON text of the field, NULL or no row where there is nothing. */
  readonly statement: (row: WrittenObject, value: Value<Input>, given: Given<Input>) => RawBuilder<unknown>;
}

export interface RootRead<Viewer, Args, Input extends ReadInput> extends ObjectRead<Viewer, Args, Input> {
  readonly field: string;
}

/** Stands in a statement where a value of the input goes. */
export class Placeholder {
  constructor(readonly name: string) {}
}

export const placeholder = (name: string): RawBuilder<unknown> => sql`${new Placeholder(name)}`;

export const givenNames = (input: ReadInput): string[] =>
  Object.keys(input).filter((name) => input[name] !== undefined);
