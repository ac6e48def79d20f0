import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { templateKinds, type TemplateKind } from '@planerka/content-plan/domain';
import type { Id, PlainDate, PlainYearMonth } from '@planerka/platform/domain';
import { commonErrors, DateScalar, graphqlEnum, MonthScalar, resultUnion } from '@planerka/platform/server';
import { RolledItemObject } from '../roll-over/roll-over.object';

export const PlanTemplateKindEnum = graphqlEnum('PlanTemplateKind', templateKinds);

@ObjectType('PlanTemplate', { description: 'A publication or a month with its work, kept to be used again.' })
export class PlanTemplateObject {
  @Field(() => ID)
  id!: string;

  @Field(() => PlanTemplateKindEnum)
  kind!: TemplateKind;

  @Field()
  name!: string;

  @Field({ description: 'Of one client; else of every client of the agency.' })
  isForClient!: boolean;

  @Field(() => Int)
  itemCount!: number;

  @Field(() => Int)
  taskCount!: number;

  @Field(() => Int)
  version!: number;
}

@ObjectType('PlanTemplateFit', { description: 'A template in a client’s month, before it is made.' })
export class PlanTemplateFitObject {
  @Field(() => [RolledItemObject], { description: 'By time; `itemId` tells the publications of the template apart.' })
  items!: readonly RolledItemObject[];

  @Field(() => [String], { description: 'Rubrics and networks of the template that this client does not have.' })
  lacks!: readonly string[];
}

@InputType()
export class CreatePlanTemplateInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => ID, { nullable: true, description: 'The publication to keep; else `month`.' })
  itemId?: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'The month to keep; else `itemId`.' })
  month?: PlainYearMonth | null;

  @Field()
  name!: string;

  @Field({ defaultValue: true, description: 'For this client alone; else for every client of the agency.' })
  isForClient!: boolean;
}

@InputType()
export class RenamePlanTemplateInput {
  @Field(() => ID)
  templateId!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ArchivePlanTemplateInput {
  @Field(() => ID)
  templateId!: string;

  @Field({ defaultValue: true, description: 'False brings it back.' })
  isArchived!: boolean;
}

@InputType()
export class TemplateItemInput {
  @Field({ description: '`itemId` of the fit.' })
  key!: string;

  @Field(() => DateScalar)
  publishOn!: PlainDate;
}

@InputType()
export class ApplyPlanTemplateInput {
  @Field(() => ID)
  templateId!: string;

  @Field(() => ID)
  clientId!: string;

  @Field(() => [TemplateItemInput])
  items!: readonly TemplateItemInput[];

  @Field({ defaultValue: true, description: 'Their tasks, too, as drafts with the same briefs.' })
  withTasks!: boolean;
}

@ObjectType()
export class PlanTemplateSuccess {
  @Field(() => PlanTemplateObject)
  template!: PlanTemplateObject;
}

@ObjectType()
export class ApplyPlanTemplateSuccess {
  @Field(() => [ID], { description: '`undoRollOver` takes them back.' })
  itemIds!: readonly Id[];

  @Field(() => Int)
  taskCount!: number;
}

export const PlanTemplateResult = resultUnion('PlanTemplateResult', [PlanTemplateSuccess, ...commonErrors]);
export const ApplyPlanTemplateResult = resultUnion('ApplyPlanTemplateResult', [
  ApplyPlanTemplateSuccess,
  ...commonErrors,
]);
