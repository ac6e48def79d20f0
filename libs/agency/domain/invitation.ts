import { err, isBefore, ok, type Instant, type Result } from '@planerka/platform/domain';

/** Days a link invites. */
export const invitationDays = 7;

export type InvitationState = 'pending' | 'accepted' | 'expired' | 'revoked';

export interface Invitation {
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** A link that does not work any more says why: whoever holds it was meant to have it. */
export interface InvitationUnusable {
  readonly kind: 'InvitationUnusable';
  readonly state: Exclude<InvitationState, 'pending'>;
}

export const invitationExpiry = (at: Instant): Instant => at.add({ hours: invitationDays * 24 });

export function invitationState(invitation: Invitation, at: Instant): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return isBefore(at, invitation.expiresAt) ? 'pending' : 'expired';
}

export function openInvitation<T extends Invitation>(invitation: T, at: Instant): Result<T, InvitationUnusable> {
  const state = invitationState(invitation, at);
  return state === 'pending' ? ok(invitation) : err({ kind: 'InvitationUnusable', state });
}
