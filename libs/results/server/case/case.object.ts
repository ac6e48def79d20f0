import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { CampaignObject } from '@planerka/campaigns/server';
import { DateTimeScalar } from '@planerka/platform/server';
import type { MetricUnit } from '@planerka/results/domain';
import { MetricUnitEnum } from '../facts/facts.object';

@ObjectType('CaseFigure', { description: 'A figure as it stood when the case was frozen.' })
export class CaseFigureObject {
  @Field()
  metric!: string;

  @Field(() => MetricUnitEnum)
  unit!: MetricUnit;

  @Field(() => String, { nullable: true, description: 'Decimal.' })
  before!: string | null;

  @Field({ description: 'Decimal.' })
  after!: string;

  @Field(() => Float, { nullable: true, description: 'Percent against `before`.' })
  change!: number | null;

  @Field(() => Boolean, { nullable: true })
  isBetter!: boolean | null;
}

@ObjectType('CaseWorkCount')
export class CaseWorkCountObject {
  @Field({ description: 'A format of publications ("post") or a discipline ("copy").' })
  kind!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('CasePage', { description: 'Before → what was done → after, as a page to show.' })
export class CasePageObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  before!: string;

  @Field()
  actions!: string;

  @Field()
  after!: string;

  @Field()
  quote!: string;

  @Field()
  quoteAuthor!: string;

  @Field({ description: 'The client is not named on the page.' })
  isAnonymised!: boolean;

  @Field(() => [CaseFigureObject])
  figures!: readonly CaseFigureObject[];

  @Field(() => [CaseWorkCountObject], { description: 'Publications that went out in the campaign, most first.' })
  publications!: readonly CaseWorkCountObject[];

  @Field(() => [CaseWorkCountObject], { description: 'Tasks done in the campaign.' })
  tasks!: readonly CaseWorkCountObject[];

  @Field(() => CampaignObject)
  campaign!: CampaignObject;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('CaseRef', { description: 'A case where it is only mentioned.' })
export class CaseRefObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;
}
