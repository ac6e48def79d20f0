import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound, PageArgs, resultUnion } from '@planerka/platform/server';
import { IdeaObject } from './idea.object';

@ArgsType()
export class IdeaListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Ideas for this client and for any; all when it is left out.' })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words that the idea contains, in any order.' })
  search?: string | null;
}

@InputType()
export class CaptureIdeaInput {
  @Field()
  text!: string;

  @Field(() => ID, { nullable: true })
  clientId?: string | null;
}

@ObjectType()
export class CaptureIdeaSuccess {
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
export const ArchiveIdeaResult = resultUnion('ArchiveIdeaResult', [ArchiveIdeaSuccess, NotFound]);
export const RestoreIdeaResult = resultUnion('RestoreIdeaResult', [RestoreIdeaSuccess, NotFound]);
