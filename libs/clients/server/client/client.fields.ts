import { clientScope, type MemberViewer } from '@planerka/agency/domain';
import type { Tables } from '@planerka/platform/server';
import type { ExpressionBuilder } from 'kysely';

type WithClient = Pick<Tables, 'client'>;

/** Clients this viewer finds: all for the owner, those of own squads for everyone else. */
export const seesClient = (viewer: MemberViewer) => (eb: ExpressionBuilder<WithClient, 'client'>) => {
  const scope = clientScope(viewer);
  if (scope.kind === 'all') return eb.lit(true);
  return scope.squadIds.length === 0 ? eb.lit(false) : eb('client.squad_id', 'in', [...scope.squadIds]);
};
