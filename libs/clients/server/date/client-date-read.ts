import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { ClientDateObject } from './client-date.object';

/** Rows of `dated`, a client_date. */
export const clientDateRead: ReadType = {
  name: 'ClientDate',
  fields: {
    id: read.id(sql`dated.id`),
    kind: read.enumeration(sql`dated.kind`),
    title: read.text(sql`dated.title`),
    startsOn: read.date(sql`dated.starts_on`),
    endsOn: read.date(sql`dated.ends_on`),
    isYearly: read.boolean(sql`dated.is_yearly`),
    note: read.text(sql`dated.note`),
    version: read.int(sql`dated.version`),
  } satisfies Record<keyof ClientDateObject, ReadField>,
};
