import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { CampaignState } from '@planerka/campaigns/domain';
import { PageArgs } from '@planerka/platform/server';
import { CampaignStateEnum } from './campaign.object';

@ArgsType()
export class CampaignListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of this client; of all that the viewer sees when absent.' })
  clientId?: string | null;

  @Field(() => [CampaignStateEnum], { nullable: true, description: 'All when absent.' })
  states?: CampaignState[] | null;
}
