import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CommandErrorInterface, commonErrors, InputIssueObject, resultUnion } from '@planerka/platform/server';

@ObjectType()
export class ChangedContentItem {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType({ description: 'A publication that somebody else has changed since: what they set stays.' })
export class KeptContentItem {
  @Field(() => ID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => [String], { description: 'Which fields were left alone: "rubricId".' })
  fields!: readonly string[];
}

@ObjectType()
export class ChangeContentItemsSuccess {
  @Field(() => [ChangedContentItem], { description: 'Each that was written, with its new version.' })
  changed!: readonly ChangedContentItem[];

  @Field(() => [KeptContentItem])
  kept!: readonly KeptContentItem[];
}

@ObjectType()
export class RefusedContentItem {
  @Field(() => ID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => [InputIssueObject])
  issues!: InputIssueObject[];
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'Some of the publications cannot be changed so; none was.',
})
export class ContentItemsRefused implements CommandErrorInterface {
  message!: string;

  @Field(() => [RefusedContentItem])
  items!: RefusedContentItem[];
}

export const ChangeContentItemsResult = resultUnion('ChangeContentItemsResult', [
  ChangeContentItemsSuccess,
  ContentItemsRefused,
  ...commonErrors,
]);
