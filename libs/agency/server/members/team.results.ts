import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '@planerka/agency/domain';
import { CommandErrorInterface, commonErrors, InvalidInput, NotFound, resultUnion } from '@planerka/platform/server';
import { RoleEnum } from '../agency/agency.object';
import { LetterSent, SignedIn, TooManyAttempts } from '../agency/agency.results';
import { MemberObject, SquadObject, TeamObject } from './member.object';

@ObjectType({ implements: () => [CommandErrorInterface], description: 'The link was used, taken back, or is too old.' })
export class InvitationUnusable implements CommandErrorInterface {
  message!: string;

  @Field({ description: '"accepted", "revoked" or "expired".' })
  state!: string;
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'An agency needs one active owner at least.',
})
export class LastOwner implements CommandErrorInterface {
  message!: string;
}

@ObjectType({ description: 'What the page behind an invitation link shows.' })
export class InvitationPreview {
  @Field()
  agencyName!: string;

  @Field()
  email!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => RoleEnum)
  role!: Role;

  @Field({ description: '"pending", "accepted", "revoked" or "expired".' })
  state!: string;

  @Field({ description: 'Whoever is signed in works in that agency already: the link is meant for somebody else.' })
  isViewerMember!: boolean;
}

@ObjectType()
export class InviteMemberSuccess {
  @Field(() => ID)
  invitationId!: string;

  @Field({ description: 'The link, told this once.' })
  url!: string;

  @Field({ description: 'Whether a letter with it goes out, too.' })
  isMailed!: boolean;

  @Field(() => TeamObject)
  team!: TeamObject;
}

@ObjectType()
export class TeamChanged {
  @Field(() => TeamObject)
  team!: TeamObject;
}

@ObjectType()
export class MemberChanged {
  @Field(() => MemberObject)
  member!: MemberObject;
}

@ObjectType()
export class SquadChanged {
  @Field(() => SquadObject)
  squad!: SquadObject;
}

export const InviteMemberResult = resultUnion('InviteMemberResult', [InviteMemberSuccess, InvalidInput, NotFound]);
export const RevokeInvitationResult = resultUnion('RevokeInvitationResult', [TeamChanged, NotFound, InvalidInput]);
export const AcceptInvitationResult = resultUnion('AcceptInvitationResult', [
  SignedIn,
  LetterSent,
  InvitationUnusable,
  TooManyAttempts,
  InvalidInput,
  NotFound,
]);
export const MemberResult = resultUnion('MemberResult', [MemberChanged, LastOwner, ...commonErrors]);
export const SquadResult = resultUnion('SquadResult', [SquadChanged, ...commonErrors]);
export const RateResult = resultUnion('RateResult', [TeamChanged, InvalidInput, NotFound]);
