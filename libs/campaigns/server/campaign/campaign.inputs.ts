import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '@planerka/platform/server';
import { CampaignStateEnum, type CampaignState } from './campaign.object';

@ArgsType()
export class CampaignListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of this client; of all that the viewer sees when absent.' })
  clientId?: string | null;

  @Field(() => [CampaignStateEnum], { nullable: true, description: 'All when absent.' })
  states?: CampaignState[] | null;
}
