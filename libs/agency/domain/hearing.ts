import type { Id } from '@planerka/platform/domain';
import type { Viewer } from './viewer';

/** Who may learn that something happened: as an event carries it. */
export interface Audience {
  readonly squadId?: Id | undefined;
  /** Members who may learn of it whatever their squad. */
  readonly memberIds?: readonly Id[];
  readonly ownersOnly?: boolean;
}

/** Owners hear everything, managers what concerns their clients, everyone what names them. A guest hears nothing. */
export function canHear(viewer: Viewer, { squadId, memberIds = [], ownersOnly = false }: Audience): boolean {
  if (viewer.kind !== 'member') return false;
  if (viewer.role === 'owner') return true;
  if (ownersOnly) return false;
  if (memberIds.includes(viewer.memberId)) return true;
  return viewer.role === 'manager' && squadId !== undefined && viewer.squadIds.includes(squadId);
}

/** After these some of a person's sessions are over; which of them, whoever comes again is asked. */
const endsSessions: ReadonlySet<string> = new Set([
  'account.sessions_ended',
  'account.password_changed',
  'account.password_reset',
  'account.second_factor_on',
  'account.second_factor_off',
]);

/** An event after which the viewer may be another one: of another role, in other squads, or nobody here any more. */
export function changesViewer(
  viewer: Viewer,
  {
    type,
    entity,
    audience,
  }: { readonly type: string; readonly entity: { readonly id: Id }; readonly audience: Audience },
): boolean {
  if (viewer.kind !== 'member') return false;
  if (type === 'member.updated' || endsSessions.has(type)) return entity.id === viewer.memberId;
  // from then on some are nobody here until they have one
  if (type === 'agency.second_factor_required') return true;
  const isOfSquad = type === 'squad.created' || type === 'squad.updated';
  return isOfSquad && (viewer.squadIds.includes(entity.id) || (audience.memberIds ?? []).includes(viewer.memberId));
}
