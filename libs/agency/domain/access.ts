import type { Id } from '@planerka/platform/domain';
import type { NoFacts } from './facts';
import { permissions } from './permissions';
import { withinScopes } from './token-scope';
import type { Viewer } from './viewer';

type Permissions = typeof permissions;

/** Everything that anybody may be allowed or refused. */
export type Action = keyof Permissions;

export const actions = Object.keys(permissions) as readonly Action[];

/** What has to be loaded before it can be asked. */
export type FactsOf<A extends Action> = Parameters<Permissions[A]>[1];

type FactsArgument<A extends Action> = FactsOf<A> extends NoFacts ? [] : [facts: FactsOf<A>];

/** May this viewer do it? The whole of authorisation: services call it on loaded data, objects expose it as `viewerCan…`. */
export function can<A extends Action>(viewer: Viewer, action: A, ...[facts]: FactsArgument<A>): boolean {
  if (viewer.kind === 'member' && !withinScopes(viewer.scopes, action)) return false;
  const allows: (viewer: Viewer, facts: never) => boolean = permissions[action];
  return allows(viewer, (facts ?? {}) as never);
}

/** Which clients' things a viewer finds in lists: `client.view`, `plan.view`, `campaign.view`, `kpi.view` as a filter. */
export type ClientScope = { readonly kind: 'all' } | { readonly kind: 'squads'; readonly squadIds: readonly Id[] };

/** Which tasks a viewer finds in lists: `task.view` as a filter. Both conditions are alternatives. */
export type TaskScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly squadIds: readonly Id[]; readonly assigneeId: Id | null };

export function clientScope(viewer: Viewer): ClientScope {
  if (viewer.kind === 'guest') return { kind: 'squads', squadIds: [] };
  return viewer.role === 'owner' ? { kind: 'all' } : { kind: 'squads', squadIds: viewer.squadIds };
}

export function taskScope(viewer: Viewer): TaskScope {
  if (viewer.kind === 'guest') return { kind: 'some', squadIds: [], assigneeId: null };
  if (viewer.role === 'owner') return { kind: 'all' };
  const squadIds = viewer.role === 'manager' ? viewer.squadIds : [];
  return { kind: 'some', squadIds, assigneeId: viewer.memberId };
}

/** Clients that a viewer leads: approvals, budgets, audit entries in lists. */
export function leadScope(viewer: Viewer): ClientScope {
  if (viewer.kind === 'member' && viewer.role === 'specialist') return { kind: 'squads', squadIds: [] };
  return clientScope(viewer);
}
