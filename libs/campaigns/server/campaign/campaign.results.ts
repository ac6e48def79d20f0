import { Field, ObjectType } from '@nestjs/graphql';
import { commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';
import { CampaignObject } from './campaign.object';

@ObjectType({ description: 'The campaign as it is now.' })
export class CampaignChanged {
  @Field(() => CampaignObject)
  campaign!: CampaignObject;
}

export const ChangeCampaignResult = resultUnion('ChangeCampaignResult', [
  CampaignChanged,
  ...commonErrors,
  IllegalTransition,
]);
