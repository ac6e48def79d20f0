import type { MemberViewer } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';
import type { Actor } from '@planerka/platform/server';

export interface SignedInUser {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/** The member on whose behalf a request runs: what permissions look at, and the name that events carry. */
export interface CurrentMember extends MemberViewer {
  readonly name: string;
}

/** Signed in, but a member of no agency (yet, or any more). */
export interface UserActor extends Actor {
  readonly kind: 'user';
  readonly user: SignedInUser;
}

export interface MemberActor extends Actor {
  readonly kind: 'member';
  readonly user: SignedInUser;
  readonly member: CurrentMember;
}

/** Who an event says did it. */
export const actorOf = (member: CurrentMember): { memberId: Id; name: string } => ({
  memberId: member.memberId,
  name: member.name,
});
