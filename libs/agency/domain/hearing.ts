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
