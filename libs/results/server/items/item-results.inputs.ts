import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class SaveItemMeasurementInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => ID)
  channelId!: string;

  @Field({ description: 'Not before the publication, and not to come: "2026-12-08".' })
  day!: string;

  @Field(() => Int, { nullable: true })
  reach?: number | null;

  @Field(() => Int, { nullable: true })
  impressions?: number | null;

  @Field(() => Int, { nullable: true })
  views?: number | null;

  @Field(() => Int, { nullable: true })
  likes?: number | null;

  @Field(() => Int, { nullable: true })
  comments?: number | null;

  @Field(() => Int, { nullable: true })
  shares?: number | null;

  @Field(() => Int, { nullable: true })
  saves?: number | null;

  @Field(() => Int, { nullable: true })
  clicks?: number | null;

  @Field(() => Int, { nullable: true })
  newFollowers?: number | null;

  @Field(() => String, { nullable: true, description: 'A decimal in the client’s currency.' })
  spend?: string | null;

  @Field(() => Int, { description: 'Of that day’s measurement; 0 where there is none.' })
  expectedVersion!: number;
}

@InputType()
export class RemoveItemMeasurementInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => ID)
  channelId!: string;

  @Field({ description: '"2026-12-08"' })
  day!: string;

  @Field(() => Int)
  expectedVersion!: number;
}
