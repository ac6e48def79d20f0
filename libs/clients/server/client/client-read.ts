import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import type { SilencePolicy } from '@planerka/clients/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { ChannelObject } from '../channel/channel.object';
import type { ClientObject, SquadRefObject } from './client.object';

const squad = read.join('squad', sql`JOIN squad ON squad.agency_id = client.agency_id AND squad.id = client.squad_id`);

const squadRef: ReadType = {
  name: 'SquadRef',
  fields: {
    id: read.id(sql`client.squad_id`),
    name: read.text(sql`squad.name`, squad),
  } satisfies Record<keyof SquadRefObject, ReadField>,
};

/** Who serves it. */
const whose = { squadId: read.id(sql`client.squad_id`) };

const allowed = (action: 'client.edit' | 'client.assign' | 'retainer.edit') =>
  memberRule(whose, (facts, viewer) => can(viewer, action, facts));

/** Rows of `client`. */
export const clientRead: ReadType = {
  name: 'Client',
  parent: {
    id: read.id(sql`client.id`),
    squad: read.here<SquadRefObject>(squadRef),
    logoFileId: read.nullable(read.id(sql`client.logo_file_id`)),
    viewerCanEditRetainer: allowed('retainer.edit'),
  },
  fields: {
    id: read.id(sql`client.id`),
    name: read.text(sql`client.name`),
    about: read.text(sql`client.about`),
    currency: read.text(sql`client.currency`),
    state: read.enumeration(sql`client.state`),
    silencePolicy: memberRule(
      { ...whose, policy: read.enumeration<SilencePolicy>(sql`client.silence_policy`) },
      ({ policy, ...facts }, viewer) => (can(viewer, 'client.edit', facts) ? policy : null),
    ),
    squad: read.here<SquadRefObject>(squadRef),
    version: read.int(sql`client.version`),
    createdAt: read.instant(sql`client.created_at`),
    viewerCanEdit: allowed('client.edit'),
    viewerCanAssign: allowed('client.assign'),
    viewerCanEditRetainer: allowed('retainer.edit'),
  } satisfies Record<Exclude<keyof ClientObject, 'logoFileId'>, ReadField>,
};

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
