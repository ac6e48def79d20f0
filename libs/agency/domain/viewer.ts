import type { Id } from '@planerka/platform/domain';
import type { Discipline, Role } from './role';
import type { TokenScope } from './token-scope';

/** On whose behalf a command or a query runs. Nothing runs on nobody's. */
export type Viewer = MemberViewer | GuestViewer;

export interface MemberViewer {
  readonly kind: 'member';
  readonly userId: Id;
  readonly memberId: Id;
  readonly agencyId: Id;
  readonly role: Role;
  readonly disciplines: readonly Discipline[];
  /** Squads the member belongs to. A client served by one of them is the member's own client. */
  readonly squadIds: readonly Id[];
  /** Of the API token that speaks for the member; absent where they are there in person. */
  readonly scopes?: readonly TokenScope[];
}

/** A client's contact who came by a link: sees the one approval it opens, and nothing else. */
export interface GuestViewer {
  readonly kind: 'guest';
  readonly agencyId: Id;
  readonly approvalId: Id;
  readonly linkId: Id;
  readonly contactId: Id;
  readonly clientId: Id;
}

export const isOwner = (viewer: Viewer): boolean => viewer.kind === 'member' && viewer.role === 'owner';

export const isManager = (viewer: Viewer): boolean => viewer.kind === 'member' && viewer.role === 'manager';

export const isSpecialist = (viewer: Viewer): boolean => viewer.kind === 'member' && viewer.role === 'specialist';
