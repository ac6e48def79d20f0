import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { ChannelObject } from '../channel/channel.object';

/** Rows of `channel`. */
export const channelRead: ReadType = {
  name: 'Channel',
  fields: {
    id: read.id(sql`channel.id`),
    clientId: read.id(sql`channel.client_id`),
    network: read.enumeration(sql`channel.network`),
    title: read.text(sql`channel.title`),
    url: read.text(sql`channel.url`),
    archivedAt: read.nullable(read.instant(sql`channel.archived_at`)),
    version: read.int(sql`channel.version`),
  } satisfies Record<keyof ChannelObject, ReadField>,
};
