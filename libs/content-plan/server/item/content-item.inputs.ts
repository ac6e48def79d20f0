import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ItemFormat } from '@planerka/content-plan/domain';
import { DateScalar, DateTimeScalar } from '@planerka/platform/server';
import type { Instant, PlainDate } from '@planerka/platform/domain';
import { ItemFormatEnum } from './content-item.object';

/** What a publication is, whenever it stands; times are those of the agency's wall clock. */
@InputType({ isAbstract: true })
export class ItemWordsInput {
  @Field()
  title!: string;

  @Field({ defaultValue: '' })
  idea!: string;

  @Field(() => ItemFormatEnum)
  format!: ItemFormat;

  @Field({ description: '"12:00"' })
  publishTime!: string;

  @Field(() => [ID], { defaultValue: [] })
  channelIds!: string[];

  @Field(() => ID, { nullable: true })
  rubricId?: string | null;

  @Field(() => ID, { nullable: true })
  campaignId?: string | null;

  @Field({ defaultValue: true })
  wantsClientApproval!: boolean;
}

/** Everything a form of a publication holds. */
@InputType({ isAbstract: true })
abstract class ItemFieldsInput extends ItemWordsInput {
  @Field({ description: '"2026-12-08"' })
  publishOn!: string;
}

@InputType()
export class CreateContentItemInput extends ItemFieldsInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => ID, { nullable: true, description: 'The idea it is made of; the idea then leads to it.' })
  ideaId?: string | null;
}

@InputType()
export class UpdateContentItemInput extends ItemFieldsInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class MoveContentItemInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => DateScalar)
  publishOn!: PlainDate;

  @Field(() => String, { nullable: true, description: '"12:00"; the time stays when it is left out.' })
  publishTime?: string | null;
}

@InputType()
export class CopyContentItemInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the copy; the same day when it is left out.' })
  publishOn?: PlainDate | null;
}

@InputType()
export class ContentItemVersionInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class PublicationLinkInput {
  @Field(() => ID, { nullable: true, description: 'Left out of a publication that has no channels.' })
  channelId?: string | null;

  @Field({ description: '"" takes away the one that is there.' })
  url!: string;
}

@InputType()
export class SetContentItemLinksInput extends ContentItemVersionInput {
  @Field(() => [PublicationLinkInput], { description: 'Those of channels that are not named stay.' })
  links!: PublicationLinkInput[];
}

@InputType()
export class MarkContentItemPublishedInput extends ContentItemVersionInput {
  @Field(() => [PublicationLinkInput], { defaultValue: [], description: 'Where it is out, channel by channel.' })
  links!: PublicationLinkInput[];

  @Field(() => String, {
    nullable: true,
    deprecationReason: '`links` has one per channel. This goes to the channel of its network, else to the first.',
  })
  url?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it went out; now when it is left out.' })
  publishedAt?: Instant | null;
}
