import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { IdeaState } from '@planerka/content-plan/domain';
import { InvalidInput, NotFound, PageArgs, resultUnion, StaleVersion } from '@planerka/platform/server';
import { IdeaObject, IdeaStateEnum } from './idea.object';

@ArgsType()
export class IdeaBankArgs {
  @Field(() => ID, { nullable: true, description: 'Of this client and for any; of all when it is left out.' })
  clientId?: string | null;
}

@ArgsType()
export class IdeaListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Ideas for this client and for any; all when it is left out.' })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words that the idea contains, in any order.' })
  search?: string | null;

  @Field(() => IdeaStateEnum, { defaultValue: 'open' })
  state!: IdeaState;

  @Field(() => [ID], { nullable: true, description: 'For one of these clients.' })
  clientIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'With all of these tags.' })
  tags?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these rubrics.' })
  rubricIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Had by one of these members.' })
  authorIds?: string[] | null;
}

@InputType({ isAbstract: true })
abstract class IdeaFieldsInput {
  @Field({ description: '`#tags` and a link in it are read, too.' })
  text!: string;

  @Field(() => [String], { defaultValue: [], description: 'At most ten, with or without `#`.' })
  tags!: string[];

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null for an idea that is for any client.' })
  clientId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A rubric of its client.' })
  rubricId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A picture that the viewer has just uploaded with `own: idea`.' })
  fileId?: string | null;
}

@InputType()
export class CaptureIdeaInput extends IdeaFieldsInput {}

@InputType()
export class UpdateIdeaInput extends IdeaFieldsInput {
  @Field(() => ID)
  ideaId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@ObjectType()
export class CaptureIdeaSuccess {
  @Field(() => IdeaObject)
  idea!: IdeaObject;
}

@ObjectType()
export class UpdateIdeaSuccess {
  @Field(() => IdeaObject)
  idea!: IdeaObject;
}

@ObjectType()
export class ArchiveIdeaSuccess {
  @Field(() => ID)
  ideaId!: string;
}

@ObjectType()
export class RestoreIdeaSuccess {
  @Field(() => IdeaObject)
  idea!: IdeaObject;
}

export const CaptureIdeaResult = resultUnion('CaptureIdeaResult', [CaptureIdeaSuccess, InvalidInput, NotFound]);
export const UpdateIdeaResult = resultUnion('UpdateIdeaResult', [
  UpdateIdeaSuccess,
  InvalidInput,
  NotFound,
  StaleVersion,
]);
export const ArchiveIdeaResult = resultUnion('ArchiveIdeaResult', [ArchiveIdeaSuccess, NotFound]);
export const RestoreIdeaResult = resultUnion('RestoreIdeaResult', [RestoreIdeaSuccess, NotFound]);
