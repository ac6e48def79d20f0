import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import type { CommentAnchorUnion, PassageAnchor, PointAnchor, TimeAnchor } from './comment.object';

type Anchor = typeof CommentAnchorUnion;
type Shown<T extends Anchor> = Record<Exclude<keyof T, 'kind'>, ReadField>;

/** Of a comment's `anchor`, whose `kind` tells the union which type it is of. */
export function anchorRead(anchor: RawBuilder<unknown>) {
  const kind = sql`${anchor} ->> 'kind'`;
  const said = (name: string) => sql`${anchor} ->> ${sql.lit(name)}`;
  const int = (name: string) => read.int(sql`(${said(name)})::int`);
  const share = (name: string) => read.float(sql`(${said(name)})::float8`);
  const parent = { kind: read.text(kind) };
  const passage: ReadType = {
    name: 'PassageAnchor',
    parent,
    fields: {
      network: read.nullable(read.text(said('network'))),
      from: int('from'),
      to: int('to'),
      quote: read.text(said('quote')),
    } satisfies Shown<PassageAnchor>,
  };
  const point: ReadType = {
    name: 'PointAnchor',
    parent,
    fields: {
      fileId: read.id(said('fileId')),
      page: read.nullable(int('page')),
      x: share('x'),
      y: share('y'),
    } satisfies Shown<PointAnchor>,
  };
  const time: ReadType = {
    name: 'TimeAnchor',
    parent,
    fields: {
      fileId: read.id(said('fileId')),
      at: int('at'),
      x: read.nullable(share('x')),
      y: read.nullable(share('y')),
    } satisfies Shown<TimeAnchor>,
  };
  return read.oneOf(
    { type: passage, when: sql`${kind} = 'passage'` },
    { type: point, when: sql`${kind} = 'point'` },
    { type: time, when: sql`${kind} = 'time'` },
  );
}
