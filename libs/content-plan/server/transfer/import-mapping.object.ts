import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { planColumns, type PlanColumn } from '@planerka/content-plan/domain';
import type { Instant } from '@planerka/platform/domain';
import { commonErrors, DateTimeScalar, graphqlEnum, resultUnion } from '@planerka/platform/server';

export const PlanColumnEnum = graphqlEnum('PlanColumn', planColumns, 'What a column of a plan’s table holds.');

@ObjectType()
export class PlanImportColumn {
  @Field({ description: 'As it stands in the table; empty where the table was brought in before headers were kept.' })
  header!: string;

  @Field(() => PlanColumnEnum, { nullable: true, description: 'Null for one that is not taken.' })
  column!: PlanColumn | null;
}

@ObjectType('PlanImportMapping', { description: 'How the columns of a client’s table were read the last time.' })
export class PlanImportMappingObject {
  @Field(() => ID)
  clientId!: string;

  @Field({ description: 'By what such a table is known again, among those of its client.' })
  key!: string;

  @Field(() => [PlanImportColumn])
  columns!: readonly PlanImportColumn[];

  @Field(() => DateTimeScalar)
  usedAt!: Instant;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class ChangePlanImportMappingInput {
  @Field(() => ID)
  clientId!: string;

  @Field()
  key!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [PlanColumnEnum], { nullable: 'items', description: 'One for each column of the table.' })
  columns!: (PlanColumn | null)[];
}

@InputType()
export class ForgetPlanImportMappingInput {
  @Field(() => ID)
  clientId!: string;

  @Field()
  key!: string;
}

@ObjectType()
export class PlanImportMappingsChanged {
  @Field(() => [PlanImportMappingObject], { description: 'All of the client’s, as they are now.' })
  remembered!: readonly PlanImportMappingObject[];
}

export const PlanImportMappingResult = resultUnion('PlanImportMappingResult', [
  PlanImportMappingsChanged,
  ...commonErrors,
]);
