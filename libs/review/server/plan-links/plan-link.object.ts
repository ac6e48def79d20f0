import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { StageMode } from '@planerka/clients/domain';
import { StageModeEnum } from '@planerka/clients/server';
import { DateTimeScalar } from '@planerka/platform/server';
import type { EntryStanding, LinkState, PlanStandingState } from '@planerka/review/domain';
import { LinkStateEnum } from '../approvals/approval.object';
import {
  EntryStandingEnum,
  PlanDecisionObject,
  PlanRemarkObject,
  PlanStandingEnum,
  PlanVoiceObject,
} from './plan-guest.object';

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

  @Field({ description: 'Theirs is the last word.' })
  isFinal!: boolean;

  @Field({ description: 'Without their yes the month is not approved, unless somebody has the last word.' })
  mustAgree!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when their word is asked for.' })
  dueAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  remindedAt!: string | null;

  @Field(() => DateTimeScalar)
  expiresAt!: string;

  @Field(() => Int)
  visits!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastVisitAt!: string | null;

  @Field(() => PlanStandingEnum, { description: 'What the month comes to once this link is closed.' })
  standingIfRevoked!: PlanStandingState;
}

@ObjectType('PlanSharingContact')
export class PlanSharingContactObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  position!: string;

  @Field({ description: 'Usually has the last word.' })
  isFinalApprover!: boolean;
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

  @Field(() => String, { nullable: true, description: 'Who has the last word, where somebody was given it.' })
  decider!: string | null;

  @Field(() => [String], { description: 'Where all who are named must agree: who does, of the plan as it stands.' })
  agreed!: readonly string[];

  @Field(() => [String], { description: 'Where all who are named must agree: whose word is waited for.' })
  waiting!: readonly string[];

  @Field(() => StageModeEnum, { description: 'Whose word the client usually wants.' })
  approvalMode!: StageMode;

  @Field(() => [PlanVoiceObject], { description: 'What the others have said, beside the word that counts.' })
  voices!: readonly PlanVoiceObject[];

  @Field(() => [PlanSharingEntryObject])
  entries!: readonly PlanSharingEntryObject[];

  @Field(() => [PlanLinkObject], { description: 'The last one of every person.' })
  links!: readonly PlanLinkObject[];

  @Field(() => [PlanRemarkObject])
  remarks!: readonly PlanRemarkObject[];

  @Field(() => [PlanSharingContactObject], { description: 'Contacts to whom it can be shown.' })
  contacts!: readonly PlanSharingContactObject[];
}
