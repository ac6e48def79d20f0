import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ItemFormat } from '@planerka/content-plan/domain';
import { ItemFormatEnum } from './content-item.object';

@InputType({ description: 'What is left out stays as it is.' })
export class ContentItemPatchInput {
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => ItemFormatEnum, { nullable: true })
  format?: ItemFormat | null;

  @Field(() => String, { nullable: true, description: '"2026-12-08"' })
  publishOn?: string | null;

  @Field(() => String, { nullable: true, description: '"12:00"' })
  publishTime?: string | null;

  @Field(() => [ID], { nullable: true })
  channelIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'None where it is null.' })
  rubricId?: string | null;

  @Field(() => ID, { nullable: true, description: 'None where it is null.' })
  campaignId?: string | null;

  @Field(() => Boolean, { nullable: true })
  wantsClientApproval?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whoever is to write: the executor of its one open copy task. Null leaves a draft to nobody.',
  })
  copywriterId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same of its design task.' })
  designerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same of its targeting task.' })
  targetologistId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True deletes, false brings back.' })
  isDeleted?: boolean | null;
}

@InputType()
export class ContentItemChangeInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; not needed where `ifStill` is given.' })
  expectedVersion?: number | null;

  @Field(() => ContentItemPatchInput)
  set!: ContentItemPatchInput;

  @Field(() => ContentItemPatchInput, {
    nullable: true,
    description:
      'For taking an earlier change back: what that change set. A field that holds something else by now is left alone and named in `kept`.',
  })
  ifStill?: ContentItemPatchInput | null;
}

@InputType()
export class ChangeContentItemsInput {
  @Field(() => [ContentItemChangeInput], { description: 'At most 500, each publication once.' })
  changes!: ContentItemChangeInput[];
}
