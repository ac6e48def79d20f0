import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ItemFormat } from '@planerka/content-plan/domain';
import { ItemFormatEnum } from '@planerka/content-plan/server';
import { DateScalar, DateTimeScalar, graphqlEnum } from '@planerka/platform/server';
import {
  entryStandings,
  planStandings,
  type DecisionKind,
  type EntryStanding,
  type PlanStandingState,
} from '@planerka/review/domain';
import { DecisionKindEnum } from '../approvals/approval.object';
import { GuestChannelObject, GuestMediaObject, GuestTextObject } from '../guest/guest.object';

export const EntryStandingEnum = graphqlEnum(
  'PlanEntryStanding',
  entryStandings,
  'What the client’s last word says of a publication as it stands now.',
);
export const PlanStandingEnum = graphqlEnum('PlanStanding', planStandings);

@ObjectType('PlanRemark', { description: 'Said with the client: about the month, or one publication of it.' })
export class PlanRemarkObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true })
  itemId!: string | null;

  @Field()
  author!: string;

  @Field()
  isFromAgency!: boolean;

  @Field({ description: 'Of whoever looks.' })
  isYours!: boolean;

  @Field()
  body!: string;

  @Field(() => DateTimeScalar)
  createdAt!: string;
}

@ObjectType('PlanVerdict', { description: 'What was said of one publication; without a comment it is good.' })
export class PlanVerdictObject {
  @Field(() => ID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field({ description: 'The publication stands in the plan no more.' })
  isGone!: boolean;
}

@ObjectType('PlanDecision', { description: 'The client’s last word on the month.' })
export class PlanDecisionObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field()
  comment!: string;

  @Field(() => DateTimeScalar)
  decidedAt!: string;

  @Field({ description: 'Of exactly what was on the screen.' })
  contentHash!: string;

  @Field(() => [PlanVerdictObject])
  verdicts!: readonly PlanVerdictObject[];
}

@ObjectType('PlanWish', { description: 'What somebody wants changed in a publication.' })
export class PlanWishObject {
  @Field()
  title!: string;

  @Field()
  comment!: string;
}

@ObjectType('PlanVoice', { description: 'What one of several people said of the month; another has the last word.' })
export class PlanVoiceObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field()
  comment!: string;

  @Field(() => DateTimeScalar)
  decidedAt!: string;

  @Field(() => [PlanWishObject])
  wanted!: readonly PlanWishObject[];
}

@ObjectType('GuestPlanRubric')
export class GuestPlanRubricObject {
  @Field()
  name!: string;

  @Field(() => Int, { description: 'Which of the rubric colours, 1–5.' })
  colour!: number;
}

@ObjectType('GuestPlanLink', { description: 'Where a publication is out.' })
export class GuestPlanLinkObject {
  @Field(() => String, { nullable: true, description: 'Null where it is at none of its channels.' })
  network!: string | null;

  @Field()
  url!: string;
}

@ObjectType('GuestPlanItem', { description: 'A publication as the client sees it in the plan.' })
export class GuestPlanItemObject {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  publishAt!: string;

  @Field(() => DateScalar)
  publishOn!: string;

  @Field(() => ItemFormatEnum)
  format!: ItemFormat;

  @Field()
  title!: string;

  @Field()
  idea!: string;

  @Field()
  isPublished!: boolean;

  @Field(() => EntryStandingEnum)
  standing!: EntryStanding;

  @Field(() => GuestPlanRubricObject, { nullable: true })
  rubric!: GuestPlanRubricObject | null;

  @Field(() => [GuestChannelObject])
  channels!: readonly GuestChannelObject[];

  @Field(() => [GuestPlanLinkObject], { description: 'None until it is out.' })
  links!: readonly GuestPlanLinkObject[];

  @Field(() => [GuestTextObject], { description: 'Approved ones only.' })
  texts!: readonly GuestTextObject[];

  @Field(() => [GuestMediaObject], { description: 'Approved ones only.' })
  media!: readonly GuestMediaObject[];
}

@ObjectType('GuestPlan', { description: 'A client’s month, by link.' })
export class GuestPlanObject {
  @Field()
  agencyName!: string;

  @Field()
  locale!: string;

  @Field()
  timeZone!: string;

  @Field()
  clientName!: string;

  @Field()
  visitorName!: string;

  @Field()
  message!: string;

  @Field(() => DateScalar, { description: 'The month’s first day.' })
  month!: string;

  @Field({ description: 'Of the plan as it stands: what a decision is bound to.' })
  contentHash!: string;

  @Field({ description: 'Their word is asked for, and what stands here is not approved yet.' })
  viewerCanDecide!: boolean;

  @Field({ description: 'Theirs is the last word.' })
  viewerDecidesLast!: boolean;

  @Field(() => String, { nullable: true, description: 'Who has the last word, where one of several has it.' })
  decider!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when their word is asked for.' })
  dueAt!: string | null;

  @Field(() => [String], { description: 'Where all who are named must agree: who does, of the plan as it stands.' })
  agreed!: readonly string[];

  @Field(() => [String], { description: 'Where all who are named must agree: whose word is waited for.' })
  waiting!: readonly string[];

  @Field(() => [PlanVoiceObject], { description: 'What the others have said, beside the word that counts.' })
  voices!: readonly PlanVoiceObject[];

  @Field(() => PlanStandingEnum)
  standing!: PlanStandingState;

  @Field(() => PlanDecisionObject, { nullable: true })
  decision!: PlanDecisionObject | null;

  @Field(() => [GuestPlanItemObject])
  items!: readonly GuestPlanItemObject[];

  @Field(() => [PlanRemarkObject])
  remarks!: readonly PlanRemarkObject[];
}
