import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { commonErrors, InvalidInput, NotFound, resultUnion } from '@planerka/platform/server';
import { PlanShownObject, PlanViewObject } from './plan-view.object';

@InputType()
export class CreatePlanViewInput {
  @Field()
  name!: string;

  @Field({ defaultValue: false })
  isShared!: boolean;

  @Field(() => ID, { nullable: true, description: 'Whose plan it opens.' })
  clientId?: string | null;

  @Field(() => PlanShownObject)
  shown!: PlanShownObject;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdatePlanViewInput {
  @Field(() => ID)
  planViewId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  isShared?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'For whichever is open, or all, where it is null.' })
  clientId?: string | null;

  @Field(() => PlanShownObject, { nullable: true, description: 'As a whole.' })
  shown?: PlanShownObject | null;
}

@ObjectType()
export class CreatePlanViewSuccess {
  @Field(() => PlanViewObject)
  view!: PlanViewObject;
}

@ObjectType()
export class UpdatePlanViewSuccess {
  @Field(() => PlanViewObject)
  view!: PlanViewObject;
}

@ObjectType()
export class DeletePlanViewSuccess {
  @Field(() => ID)
  planViewId!: string;
}

@ObjectType()
export class RestorePlanViewSuccess {
  @Field(() => PlanViewObject)
  view!: PlanViewObject;
}

export const CreatePlanViewResult = resultUnion('CreatePlanViewResult', [
  CreatePlanViewSuccess,
  InvalidInput,
  NotFound,
]);
export const UpdatePlanViewResult = resultUnion('UpdatePlanViewResult', [UpdatePlanViewSuccess, ...commonErrors]);
export const DeletePlanViewResult = resultUnion('DeletePlanViewResult', [DeletePlanViewSuccess, NotFound]);
export const RestorePlanViewResult = resultUnion('RestorePlanViewResult', [RestorePlanViewSuccess, NotFound]);
