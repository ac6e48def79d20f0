import type { WebhookDeliveryState } from '@planerka/activity/domain';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { PageArgs } from '@planerka/platform/server';
import { WebhookDeliveryStateEnum } from './webhook.object';

@InputType()
export class CreateWebhookInput {
  @Field()
  name!: string;

  @Field({ description: '"https://crm.example/planerka"' })
  url!: string;

  @Field(() => [String], { description: '"task.accepted"' })
  events!: string[];
}

@InputType()
export class UpdateWebhookInput extends CreateWebhookInput {
  @Field(() => ID)
  webhookId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => ID)
  webhookId!: string;

  @Field(() => WebhookDeliveryStateEnum, { nullable: true })
  state?: WebhookDeliveryState | null;
}
