import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, graphqlEnum, MoneyObject } from '@planerka/platform/server';
import { comparedKeys, rateBases, type ComparedKey, type ItemCounts, type RateBase } from '@planerka/results/domain';

export const RateBaseEnum = graphqlEnum(
  'RateBase',
  rateBases,
  'What a rate is taken of. MIXED: of each channel’s own, added up.',
);
export const ComparedKeyEnum = graphqlEnum(
  'ComparedKey',
  comparedKeys,
  'SEEN: reach, or views where the network counts no people.',
);

@ObjectType({ isAbstract: true })
export abstract class CountsObject implements ItemCounts {
  @Field(() => Int, { nullable: true })
  reach!: number | null;

  @Field(() => Int, { nullable: true })
  impressions!: number | null;

  @Field(() => Int, { nullable: true })
  views!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reactions of any kind, where a network has several.' })
  likes!: number | null;

  @Field(() => Int, { nullable: true })
  comments!: number | null;

  @Field(() => Int, { nullable: true })
  shares!: number | null;

  @Field(() => Int, { nullable: true })
  saves!: number | null;

  @Field(() => Int, { nullable: true })
  clicks!: number | null;

  @Field(() => Int, { nullable: true })
  newFollowers!: number | null;

  @Field(() => MoneyObject, { nullable: true, description: 'Of its promotion; null where the viewer may not see it.' })
  spend!: MoneyObject | null;
}

@ObjectType('ItemMeasurement', { description: 'How a publication stood in a channel on a day, from its beginning on.' })
export class ItemMeasurementObject extends CountsObject {
  @Field(() => DateScalar)
  day!: string;

  @Field()
  isImported!: boolean;

  @Field()
  enteredByName!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('ItemRate')
export class ItemRateObject {
  @Field({ description: 'Percent, a decimal: "2.5".' })
  value!: string;

  @Field(() => RateBaseEnum)
  base!: RateBase;
}

@ObjectType('ItemFigures', { description: 'Counts as they were last seen, and what follows from them.' })
export class ItemFiguresObject extends CountsObject {
  @Field(() => Int, { nullable: true, description: 'Likes, comments, shares and saves.' })
  engagement!: number | null;

  @Field(() => ItemRateObject, { nullable: true, description: 'Engagement of a hundred readers.' })
  er!: ItemRateObject | null;

  @Field(() => ItemRateObject, { nullable: true, description: 'Clicks of a hundred impressions.' })
  ctr!: ItemRateObject | null;

  @Field(() => MoneyObject, { nullable: true, description: 'Spend for a thousand impressions.' })
  cpm!: MoneyObject | null;

  @Field(() => MoneyObject, { nullable: true, description: 'Spend for a click.' })
  cpc!: MoneyObject | null;
}

@ObjectType('ItemChannelResults')
export class ItemChannelResultsObject {
  @Field(() => ID)
  channelId!: string;

  @Field(() => DateScalar, { description: 'The day of the last measurement.' })
  measuredOn!: string;

  @Field(() => ItemFiguresObject)
  figures!: ItemFiguresObject;

  @Field(() => [ItemMeasurementObject], { description: 'The latest first.' })
  measurements!: readonly ItemMeasurementObject[];
}

@ObjectType('ItemResults', { description: 'What came of a publication.' })
export class ItemResultsObject {
  @Field(() => DateScalar, { nullable: true, description: 'The day of the last measurement.' })
  measuredOn!: string | null;

  @Field(() => ItemFiguresObject, { description: 'Of all its channels together.' })
  figures!: ItemFiguresObject;

  @Field(() => [ItemChannelResultsObject], { description: 'Of those that were measured.' })
  channels!: readonly ItemChannelResultsObject[];

  @Field()
  viewerCanEnter!: boolean;

  @Field({ description: 'What its promotion cost is shown and taken.' })
  viewerSeesSpend!: boolean;
}

@ObjectType('ItemComparison', { description: 'A publication beside what is usual with its client.' })
export class ItemComparisonObject {
  @Field(() => ID)
  channelId!: string;

  @Field(() => ComparedKeyEnum)
  key!: ComparedKey;

  @Field({ description: 'A decimal; of ER in percent.' })
  value!: string;

  @Field({ description: 'The median of the others.' })
  median!: string;

  @Field(() => Float, { nullable: true, description: 'Against the median, percent; null where that is nothing.' })
  change!: number | null;

  @Field(() => Int, { description: 'Of how many others, at most six months before or after.' })
  of!: number;

  @Field({ description: 'Those are of its own rubric; else of the channel, whatever their rubric.' })
  isOfRubric!: boolean;
}
