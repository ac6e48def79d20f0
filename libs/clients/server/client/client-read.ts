import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import type { SilencePolicy, StageMode } from '@planerka/clients/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import { clientDetails } from './client-details-read';
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

/** Rows of `client`, in a statement that has the instant `at`. */
export const clientRead: ReadType = {
  name: 'Client',
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
    approvalMode: memberRule(
      { ...whose, mode: read.enumeration<StageMode>(sql`client.approval_mode`) },
      ({ mode, ...facts }, viewer) => (can(viewer, 'client.edit', facts) ? mode : null),
    ),
    squad: read.here<SquadRefObject>(squadRef),
    version: read.int(sql`client.version`),
    createdAt: read.instant(sql`client.created_at`),
    viewerCanEdit: allowed('client.edit'),
    viewerCanAssign: allowed('client.assign'),
    viewerCanEditRetainer: allowed('retainer.edit'),
    ...clientDetails,
  } satisfies Record<keyof ClientObject, ReadField>,
};
