import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CreateViewFields, SavedViewObject, UpdateViewFields } from '@planerka/clients/server';
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
export class PlanViewObject extends SavedViewObject {
  @Field(() => PlanShownObject)
  shown!: PlanShownObject;
}

@InputType()
export class CreatePlanViewInput extends CreateViewFields {
  @Field(() => PlanShownObject)
  shown!: PlanShownObject;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdatePlanViewInput extends UpdateViewFields {
  @Field(() => ID)
  planViewId!: string;

  @Field(() => PlanShownObject, { nullable: true, description: 'As a whole.' })
  shown?: PlanShownObject | null;
}
