import { ObjectType } from '@nestjs/graphql';
import { commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';

@ObjectType({ description: 'The campaign as it is now.' })
export class CampaignChanged {
  /** Not on the wire: `campaign` is read by it, as far as it is asked for. */
  campaignId!: string;
}

export const ChangeCampaignResult = resultUnion('ChangeCampaignResult', [
  CampaignChanged,
  ...commonErrors,
  IllegalTransition,
]);
