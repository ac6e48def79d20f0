import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Network } from '@planerka/clients/domain';
import { NetworkEnum } from '@planerka/clients/server';
import { DateScalar, MoneyObject } from '@planerka/platform/server';
import { ItemRateObject } from '../items/item-results.object';

@ObjectType('PublicationResult', { description: 'A measured publication of a campaign, beside the others.' })
export class PublicationResultObject {
  @Field(() => ID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => DateScalar)
  publishedOn!: string;

  @Field(() => [NetworkEnum])
  networks!: readonly Network[];

  @Field(() => String, { nullable: true })
  rubricName!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Reach of its channels together, or views where no people are counted.',
  })
  seen!: number | null;

  @Field(() => ItemRateObject, { nullable: true })
  er!: ItemRateObject | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How many saw it against what is usual in its channels, percent.',
  })
  change!: number | null;

  @Field(() => MoneyObject, { nullable: true, description: 'Of its promotion; null where the viewer may not see it.' })
  spend!: MoneyObject | null;
}
