import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@planerka/platform/server';
import type { EntryStanding, LinkState, PlanStandingState } from '@planerka/review/domain';
import { LinkStateEnum } from '../approvals/approval.object';
import { EntryStandingEnum, PlanDecisionObject, PlanRemarkObject, PlanStandingEnum } from './plan-guest.object';

@ObjectType('PlanLink', { description: 'A way into a client’s month for one person, without an account.' })
export class PlanLinkObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true })
  contactId!: string | null;

  @Field()
  name!: string;

  @Field(() => LinkStateEnum)
  state!: LinkState;

  @Field()
  hasPin!: boolean;

  @Field()
  asksApproval!: boolean;

  @Field(() => DateTimeScalar)
  expiresAt!: string;

  @Field(() => Int)
  visits!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastVisitAt!: string | null;
}

@ObjectType('PlanSharingContact')
export class PlanSharingContactObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  position!: string;
}

@ObjectType('PlanSharingEntry', { description: 'A publication, and what the client’s last word says of it.' })
export class PlanSharingEntryObject {
  @Field(() => ID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => DateTimeScalar)
  publishAt!: string;

  @Field(() => EntryStandingEnum)
  standing!: EntryStanding;
}

@ObjectType('PlanSharing', { description: 'To whom a month was shown, and what they say of it.' })
export class PlanSharingObject {
  @Field(() => PlanStandingEnum)
  standing!: PlanStandingState;

  @Field(() => PlanDecisionObject, { nullable: true })
  decision!: PlanDecisionObject | null;

  @Field(() => [PlanSharingEntryObject])
  entries!: readonly PlanSharingEntryObject[];

  @Field(() => [PlanLinkObject], { description: 'The last one of every person.' })
  links!: readonly PlanLinkObject[];

  @Field(() => [PlanRemarkObject])
  remarks!: readonly PlanRemarkObject[];

  @Field(() => [PlanSharingContactObject], { description: 'Contacts to whom it can be shown.' })
  contacts!: readonly PlanSharingContactObject[];
}
