import { can, clientScope, type MemberViewer } from '@planerka/agency/domain';
import type { ClientState, SilencePolicy } from '@planerka/clients/domain';
import type { Tables } from '@planerka/platform/server';
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { ClientObject } from './client.object';

/** What a client is made of, under the alias `client`; an upper domain selects the same columns when it nests one. */
export const clientColumns = [
  'client.id as client_id',
  'client.name as client_name',
  'client.about as client_about',
  'client.currency as client_currency',
  'client.state as client_state',
  'client.silence_policy as client_silence_policy',
  'client.squad_id as client_squad_id',
  'client.logo_file_id as client_logo_file_id',
  'client.version as client_version',
  'client.created_at as client_created_at',
  'squad.name as squad_name',
] as const;

export interface ClientRow {
  readonly client_id: string;
  readonly client_name: string;
  readonly client_about: string;
  readonly client_currency: string;
  readonly client_state: ClientState;
  readonly client_silence_policy: SilencePolicy;
  readonly client_squad_id: string;
  readonly client_logo_file_id: string | null;
  readonly client_version: number;
  readonly client_created_at: Date;
  readonly squad_name: string;
}

type WithClient = Pick<Tables, 'client'>;

/** Clients this viewer finds: all for the owner, those of own squads for everyone else. */
export const seesClient = (viewer: MemberViewer) => (eb: ExpressionBuilder<WithClient, 'client'>) => {
  const scope = clientScope(viewer);
  if (scope.kind === 'all') return eb.lit(true);
  return scope.squadIds.length === 0 ? eb.lit(false) : eb('client.squad_id', 'in', [...scope.squadIds]);
};

/** `client` joined with its squad, within the agency and what the viewer sees. */
export const joinSquad = <O>(query: SelectQueryBuilder<Tables, 'client', O>) =>
  query.innerJoin('squad', (join) =>
    join.onRef('squad.agency_id', '=', 'client.agency_id').onRef('squad.id', '=', 'client.squad_id'),
  );

export function toClient(viewer: MemberViewer, row: ClientRow): ClientObject {
  const facts = { squadId: row.client_squad_id };
  const canEdit = can(viewer, 'client.edit', facts);
  return {
    id: row.client_id,
    name: row.client_name,
    about: row.client_about,
    currency: row.client_currency,
    state: row.client_state,
    silencePolicy: canEdit ? row.client_silence_policy : null,
    squad: { id: row.client_squad_id, name: row.squad_name },
    version: row.client_version,
    createdAt: row.client_created_at,
    logoFileId: row.client_logo_file_id,
    viewerCanEdit: canEdit,
    viewerCanAssign: can(viewer, 'client.assign', facts),
    viewerCanEditRetainer: can(viewer, 'retainer.edit', facts),
  };
}
