import type { Id } from '@planerka/platform/domain';
import type { Role } from './role';

/** What a permission looks at: the least of a thing that decides it. Loaded rows satisfy these as they are. */
export interface OfSquad {
  /** The squad that serves the client. */
  readonly squadId: Id;
}

export interface OfMember {
  readonly memberId: Id;
}

export interface OfTask extends OfSquad {
  /** The member who does the work; null while nobody is chosen. */
  readonly assigneeId: Id | null;
}

export interface OfLine extends OfSquad {
  /** A budget category; `ad_spend` is the one a targetologist may see. */
  readonly category: string;
}

export interface OfApproval extends OfSquad {
  readonly approvalId: Id;
}

export interface OfRevision extends OfSquad {
  readonly requestedById: Id;
}

export interface OfPayout extends OfMember {
  /** Squads of the clients that the paid work was for. */
  readonly squadIds: readonly Id[];
}

export interface OfInvitation {
  readonly role: Role;
  readonly squadIds: readonly Id[];
}

export interface OfIdea {
  /** Who had it. */
  readonly authorId: Id;
  /** The squad of the client it is for; null where it is for any. */
  readonly squadId: Id | null;
}

export interface OfSavedView {
  /** Who made it. */
  readonly authorId: Id;
  readonly isShared: boolean;
  /** Squads of the clients that it names; none where it is for any. */
  readonly squadIds: readonly Id[];
}

export interface OfComment {
  /** Null where a client wrote it. */
  readonly authorMemberId: Id | null;
}

export interface OfAudit {
  /** The squad whose client it concerns; null for the agency's own affairs. */
  readonly squadId: Id | null;
}

export type NoFacts = Readonly<Record<string, never>>;
