import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { decodeCursor, encodeCursor, type CursorKey } from '@planerka/platform/domain';
import { GraphQLError } from 'graphql';
import type { z } from 'zod';

@ObjectType({ description: 'Where a page of a keyset connection ends.' })
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** `@ObjectType() class TaskConnection extends connectionOf(TaskObject) {}` */
export function connectionOf<Node>(node: Type<Node>): Type<Connection<Node>> {
  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements Connection<Node> {
    @Field(() => [node])
    nodes!: readonly Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return ConnectionType as Type<Connection<Node>>;
}

export const maxPageSize = 200;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many at most, 1–${maxPageSize}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null;
}

/** The size asked for, refused when out of bounds: a silent cut would look like the end of the list. */
export function pageSize(args: PageArgs): number {
  if (args.first >= 1 && args.first <= maxPageSize) return args.first;
  throw badArgument(`first must be between 1 and ${maxPageSize}`);
}

/** The key after which the page begins, or null for the first page; a malformed cursor is refused. */
export function pageStart<Key extends CursorKey>(args: PageArgs, order: string, schema: z.ZodType<Key>): Key | null {
  if (args.after == null) return null;
  const key = decodeCursor(order, args.after, schema);
  if (!key.ok) throw badArgument('after must be an endCursor of this list');
  return key.value;
}

/** Rows were asked for with `limit first + 1`; the one too many only says that there is more. */
export function toConnection<Row, Node>(
  rows: readonly Row[],
  first: number,
  order: string,
  keyOf: (row: Row) => CursorKey,
  present: (row: Row) => Node,
): Connection<Node> {
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return {
    nodes: page.map(present),
    pageInfo: {
      hasNextPage: rows.length > first,
      endCursor: last === undefined ? null : encodeCursor(order, keyOf(last)),
    },
  };
}

export const badArgument = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
