import { Field, ID, ObjectType } from '@nestjs/graphql';
import { commonErrors, resultUnion } from '@planerka/platform/server';
import { RubricObject } from './rubric.object';

@ObjectType()
export class CreateRubricSuccess {
  @Field(() => RubricObject)
  rubric!: RubricObject;
}

@ObjectType()
export class UpdateRubricSuccess {
  @Field(() => RubricObject)
  rubric!: RubricObject;
}

@ObjectType()
export class ArchiveRubricSuccess {
  @Field(() => ID)
  rubricId!: string;
}

export const CreateRubricResult = resultUnion('CreateRubricResult', [CreateRubricSuccess, ...commonErrors]);
export const UpdateRubricResult = resultUnion('UpdateRubricResult', [UpdateRubricSuccess, ...commonErrors]);
export const ArchiveRubricResult = resultUnion('ArchiveRubricResult', [ArchiveRubricSuccess, ...commonErrors]);
