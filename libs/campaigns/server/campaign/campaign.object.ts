import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { campaignGoals, campaignStates, type CampaignGoal, type CampaignState } from '@planerka/campaigns/domain';
import { ClientObject } from '@planerka/clients/server';
import { connectionOf, DateScalar, graphqlEnum } from '@planerka/platform/server';

export const CampaignGoalEnum = graphqlEnum('CampaignGoal', campaignGoals);
export const CampaignStateEnum = graphqlEnum('CampaignState', campaignStates);

@ObjectType('KpiTarget', { description: 'What a campaign is to reach in one metric.' })
export class KpiTargetObject {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'A key of the metric catalogue: "leads".' })
  metric!: string;

  @Field({ description: 'Decimal: "120", "4.5".' })
  target!: string;

  @Field(() => String, { nullable: true, description: 'Where it stood before; null where nobody measured.' })
  baseline!: string | null;
}

@ObjectType('Campaign')
export class CampaignObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => CampaignGoalEnum)
  goal!: CampaignGoal;

  @Field()
  description!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  endsOn!: string;

  @Field(() => CampaignStateEnum)
  state!: CampaignState;

  @Field({ description: 'Whether its work goes to the client before it is done.' })
  wantsClientApproval!: boolean;

  @Field({ description: 'How its advertisements are named; empty: as the client’s are.' })
  adNaming!: string;

  @Field({ description: 'How their links are tagged; empty: as the client’s are.' })
  adUtm!: string;

  @Field(() => ID)
  clientId!: string;

  @Field(() => ClientObject)
  client!: ClientObject;

  @Field(() => [KpiTargetObject], { description: 'In the order the manager gave them.' })
  targets!: readonly KpiTargetObject[];

  @Field(() => Int)
  version!: number;

  @Field()
  viewerCanEdit!: boolean;

  @Field(() => [String], { description: 'What the viewer may do with it now: "edit", "start", "close", "reopen".' })
  availableActions!: readonly string[];
}

@ObjectType()
export class CampaignConnection extends connectionOf(CampaignObject) {}
