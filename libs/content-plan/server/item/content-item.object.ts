import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import { ChannelObject, ClientObject } from '@planerka/clients/server';
import {
  itemFormats,
  itemStatuses,
  linkDoubts,
  riskCauses,
  type ItemFormat,
  type ItemStatus,
  type LinkDoubt,
  type RiskCause,
} from '@planerka/content-plan/domain';
import { DateScalar, DateTimeScalar, FileObject, graphqlEnum, MoneyObject } from '@planerka/platform/server';
import { RubricObject } from '../rubric/rubric.object';
import { PlanSeriesRefObject } from '../series/series-ref.object';

export const ItemFormatEnum = graphqlEnum('ItemFormat', itemFormats);
export const ItemStatusEnum = graphqlEnum(
  'ItemStatus',
  itemStatuses,
  'Follows from tasks, approvals, time and publication; nobody sets it.',
);
export const ItemRiskCauseEnum = graphqlEnum('ItemRiskCause', riskCauses);
export const ItemRiskLevelEnum = graphqlEnum('ItemRiskLevel', ['tight', 'late']);

@ObjectType('CampaignRef', { description: 'A campaign by its name and period, where it is only mentioned.' })
export class CampaignRefObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  endsOn!: string;
}

@ObjectType('ItemTask', { description: 'A task in the chain of a publication, as far as the calendar shows it.' })
export class ItemTaskObject {
  @Field(() => ID, { description: 'The task’s id.' })
  id!: string;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field()
  title!: string;

  @Field({ description: 'A `TaskState` in lower case: "in_review".' })
  state!: string;

  @Field(() => ID, { nullable: true })
  assigneeId!: string | null;

  @Field(() => String, { nullable: true })
  assigneeName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Date | string | null;

  @Field(() => DateTimeScalar, { description: 'When it came into its state.' })
  stateSince!: Date | string;

  @Field(() => MoneyObject, { nullable: true, description: 'Null where the viewer may not see it.' })
  fee!: MoneyObject | null;

  @Field(() => Int, { description: 'The last submitted version; 0 before the first.' })
  deliverableNumber!: number;

  @Field(() => Int, { description: 'Questions of the assignee without an answer.' })
  openQuestions!: number;

  @Field(() => [ID], { description: 'Tasks that have to be done before it.' })
  afterIds!: readonly string[];
}

@ObjectType('ItemRisk', { description: 'The publication’s time comes nearer than its work and approval allow.' })
export class ItemRiskObject {
  @Field(() => ItemRiskLevelEnum, { description: 'TIGHT: no working day to spare. LATE: not without a decision.' })
  level!: 'tight' | 'late';

  @Field(() => ItemRiskCauseEnum, {
    description: 'NOT_BEGUN: nobody has. WORK: due too late by itself. APPROVAL: too few days for the client’s word.',
  })
  cause!: RiskCause;

  @Field(() => DateScalar, { description: 'The day on which it can be ready.' })
  expectedOn!: string;

  @Field(() => DateScalar, { description: 'The nearest day that leaves a working day to spare.' })
  safeOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days that the client was given in the reckoning; null where the client is not asked.',
  })
  approvalDays!: number | null;

  @Field({ description: 'Those are what this client usually takes; else too few answers were heard to tell.' })
  isApprovalUsual!: boolean;
}

export const LinkDoubtEnum = graphqlEnum(
  'PublicationLinkDoubt',
  linkDoubts,
  'OTHER_NETWORK: it leads to another network than its channel’s. OTHER_SITE: to none that we know. NOT_A_PUBLICATION: to a page of the account.',
);

@ObjectType('PublicationLink', { description: 'Where a publication went out.' })
export class PublicationLinkObject {
  @Field(() => ID, { nullable: true, description: 'Null where the publication had no channels.' })
  channelId!: string | null;

  @Field()
  url!: string;

  @Field(() => LinkDoubtEnum, { nullable: true, description: 'What looks wrong with it; null where nothing does.' })
  doubt!: LinkDoubt | null;
}

@ObjectType('ContentItem', { description: 'One planned publication.' })
export class ContentItemObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ClientObject)
  client!: ClientObject;

  @Field()
  title!: string;

  @Field()
  idea!: string;

  @Field(() => ItemFormatEnum)
  format!: ItemFormat;

  @Field(() => DateTimeScalar)
  publishAt!: Date;

  @Field(() => DateScalar, { description: 'The day in the agency’s time zone.' })
  publishOn!: string;

  @Field({ description: 'The time of that day: "12:00".' })
  publishTime!: string;

  @Field(() => ItemStatusEnum)
  status!: ItemStatus;

  @Field()
  wantsClientApproval!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => [PublicationLinkObject], { description: 'Where it is out, one per channel, in the order of those.' })
  links!: readonly PublicationLinkObject[];

  @Field(() => String, { nullable: true, deprecationReason: '`links` has one per channel; this is the first.' })
  publishedUrl!: string | null;

  @Field(() => RubricObject, { nullable: true })
  rubric!: RubricObject | null;

  @Field(() => CampaignRefObject, { nullable: true })
  campaign!: CampaignRefObject | null;

  @Field(() => [ChannelObject])
  channels!: readonly ChannelObject[];

  @Field(() => [ItemTaskObject], { description: 'Its tasks that the viewer may see, in the order of the work.' })
  tasks!: readonly ItemTaskObject[];

  @Field(() => FileObject, { nullable: true, description: 'Of the idea that it was made of.' })
  ideaPicture!: FileObject | null;

  @Field(() => ItemRiskObject, { nullable: true })
  risk!: ItemRiskObject | null;

  @Field(() => ID, { nullable: true, description: 'The series that it is a turn of.' })
  seriesId!: string | null;

  @Field(() => PlanSeriesRefObject, { nullable: true })
  series!: PlanSeriesRefObject | null;

  @Field(() => Int)
  version!: number;

  @Field(() => [String], { description: 'What the viewer may do with it now, the primary action first.' })
  availableActions!: readonly string[];

  @Field()
  viewerCanEdit!: boolean;
}
