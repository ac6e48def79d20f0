import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { CampaignGoal, CampaignState } from '@planerka/campaigns/domain';
import { PageArgs } from '@planerka/platform/server';
import { CampaignGoalEnum, CampaignStateEnum } from './campaign.object';

@ArgsType()
export class CampaignListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of this client; of all that the viewer sees when absent.' })
  clientId?: string | null;

  @Field(() => [CampaignStateEnum], { nullable: true, description: 'All when absent.' })
  states?: CampaignState[] | null;
}

@InputType()
export class KpiTargetInput {
  @Field({ description: 'A key of the metric catalogue: "leads".' })
  metric!: string;

  @Field({ description: 'Decimal with at most four digits after the point.' })
  target!: string;

  @Field(() => String, { nullable: true })
  baseline?: string | null;
}

@InputType({ isAbstract: true })
class CampaignFields {
  @Field()
  name!: string;

  @Field(() => CampaignGoalEnum)
  goal!: CampaignGoal;

  @Field({ defaultValue: '' })
  description!: string;

  @Field({ description: 'A day: "2026-12-01".' })
  startsOn!: string;

  @Field({ description: 'The last day: "2026-12-31".' })
  endsOn!: string;

  @Field({ defaultValue: true })
  wantsClientApproval!: boolean;

  @Field({ defaultValue: '', description: 'How its advertisements are named: "{network}_{campaign}_{creative}".' })
  adNaming!: string;

  @Field({
    defaultValue: '',
    description: 'How their links are tagged: "utm_source={network}&utm_campaign={campaign}".',
  })
  adUtm!: string;

  @Field(() => [KpiTargetInput], { defaultValue: [] })
  targets!: KpiTargetInput[];
}

@InputType()
export class CreateCampaignInput extends CampaignFields {
  @Field(() => ID)
  clientId!: string;
}

@InputType()
export class UpdateCampaignInput extends CampaignFields {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class MoveCampaignInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}
