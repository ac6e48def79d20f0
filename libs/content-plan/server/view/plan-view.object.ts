import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  planGroupings,
  planLayouts,
  planMetricColumns,
  planSortings,
  planTableColumns,
  type ItemStatus,
  type PlanShown,
} from '@planerka/content-plan/domain';
import { graphqlEnum, MonthScalar } from '@planerka/platform/server';
import { ItemStatusEnum } from '../item/content-item.object';

export const PlanLayoutEnum = graphqlEnum('PlanLayout', planLayouts);
export const PlanGroupingEnum = graphqlEnum('PlanGrouping', planGroupings, 'How the board is grouped.');
export const PlanSortingEnum = graphqlEnum('PlanSorting', planSortings, 'By what the table is ordered.');
export const PlanTableColumnEnum = graphqlEnum(
  'PlanTableColumn',
  planTableColumns,
  'Columns of the table that may be left out.',
);

export const PlanMetricColumnEnum = graphqlEnum(
  'PlanMetricColumn',
  planMetricColumns,
  'Columns of the table with what came of a publication.',
);

/** One list of what is shown, for what is asked and what is answered. */
@InputType('PlanShownInput')
@ObjectType('PlanShown', { description: 'What the plan’s page shows, and how.' })
export class PlanShownObject implements Omit<PlanShown, 'month'> {
  @Field(() => PlanLayoutEnum, { defaultValue: 'month' })
  layout!: PlanShown['layout'];

  @Field(() => PlanGroupingEnum, { defaultValue: 'status' })
  groupedBy!: PlanShown['groupedBy'];

  @Field(() => PlanSortingEnum, { defaultValue: 'date' })
  sortedBy!: PlanShown['sortedBy'];

  @Field({ defaultValue: false })
  isDescending!: boolean;

  @Field(() => [PlanTableColumnEnum], { defaultValue: [] })
  hiddenColumns!: PlanShown['hiddenColumns'];

  @Field(() => [PlanMetricColumnEnum], { defaultValue: [] })
  metricColumns!: PlanShown['metricColumns'];

  @Field(() => MonthScalar, { nullable: true, description: 'Where it is left out, the month that is open.' })
  month!: { toString(): string } | null;

  @Field({ defaultValue: false })
  ofAllClients!: boolean;

  @Field(() => [ID], { defaultValue: [] })
  clientIds!: string[];

  @Field(() => [ID], { defaultValue: [] })
  channelIds!: string[];

  @Field(() => [ID], { defaultValue: [] })
  rubricIds!: string[];

  @Field(() => [ID], { defaultValue: [] })
  assigneeIds!: string[];

  @Field(() => [ItemStatusEnum], { defaultValue: [] })
  statuses!: ItemStatus[];

  @Field({ defaultValue: false })
  isAtRisk!: boolean;
}

@ObjectType('PlanView', { description: 'A choice of the plan’s page, kept under a name.' })
export class PlanViewObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'With the agency’s managers who serve its clients; else it is its author’s alone.' })
  isShared!: boolean;

  @Field({ description: 'The viewer made it.' })
  isOwn!: boolean;

  @Field()
  authorName!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose plan it opens; null where it is for whichever is open, or all.',
  })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field(() => PlanShownObject)
  shown!: PlanShownObject;

  @Field({ description: 'To change it, and to delete it and bring it back.' })
  viewerCanEdit!: boolean;

  @Field(() => Int)
  version!: number;
}
