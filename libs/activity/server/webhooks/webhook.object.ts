import {
  webhookDeliveryStates,
  webhookPauses,
  type WebhookDeliveryState,
  type WebhookPause,
} from '@planerka/activity/domain';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  commonErrors,
  connectionOf,
  DateTimeScalar,
  graphqlEnum,
  IllegalTransition,
  resultUnion,
} from '@planerka/platform/server';

export const WebhookDeliveryStateEnum = graphqlEnum('WebhookDeliveryState', webhookDeliveryStates);
export const WebhookPauseEnum = graphqlEnum(
  'WebhookPause',
  webhookPauses,
  'Why nothing is sent: the owner’s wish, the receiver’s («410 Gone»), or days of failures.',
);

@ObjectType('WebhookDelivery', { description: 'One event for one webhook, and what came of it.' })
export class WebhookDeliveryObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The `webhook-id` on the wire, the same however often it is sent.' })
  eventId!: string;

  @Field({ description: '"task.accepted"' })
  type!: string;

  @Field(() => WebhookDeliveryStateEnum)
  state!: WebhookDeliveryState;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is tried next.' })
  dueAt!: Date | null;

  @Field(() => Int)
  attemptCount!: number;

  @Field(() => Int, { nullable: true, description: 'The last answer’s; null where there was none.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there was no answer: "timeout", "refused_address", …' })
  failure!: string | null;

  @Field(() => Int, { nullable: true })
  milliseconds!: number | null;

  @Field({ description: 'It is over, and its webhook takes something.' })
  canReplay!: boolean;
}

@ObjectType('WebhookAttempt')
export class WebhookAttemptObject {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => Int, { nullable: true })
  status!: number | null;

  @Field(() => String, { nullable: true })
  failure!: string | null;

  @Field(() => Int)
  milliseconds!: number;

  @Field(() => String, { nullable: true, description: 'The first two kilobytes of what the receiver answered.' })
  answer!: string | null;
}

@ObjectType('WebhookDeliveryDetails')
export class WebhookDeliveryDetailsObject extends WebhookDeliveryObject {
  @Field({ description: 'What is sent, to the byte.' })
  body!: string;

  @Field(() => [WebhookAttemptObject], { description: 'The newest last.' })
  attempts!: WebhookAttemptObject[];
}

@ObjectType()
export class WebhookDeliveryConnection extends connectionOf(WebhookDeliveryObject) {}

@ObjectType('Webhook', { description: 'Where the agency is told what happens in it. Owners’ business alone.' })
export class WebhookObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  url!: string;

  @Field(() => [String], { description: '"task.accepted"' })
  events!: string[];

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  pausedAt!: Date | null;

  @Field(() => WebhookPauseEnum, { nullable: true })
  pausedBecause!: WebhookPause | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nothing has got through.' })
  failingSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then the secret before this one signs, too.' })
  previousSecretUntil!: Date | null;

  @Field(() => Int, { description: 'Deliveries that wait for their time, or for the webhook to go on.' })
  waitingCount!: number;

  @Field(() => WebhookDeliveryObject, { nullable: true })
  lastDelivery!: WebhookDeliveryObject | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
export class WebhookCreated {
  @Field({ description: 'What signs its deliveries: now, and never again.' })
  secret!: string;

  @Field(() => WebhookObject)
  webhook!: WebhookObject;
}

@ObjectType()
export class WebhookChanged {
  @Field(() => WebhookObject)
  webhook!: WebhookObject;
}

@ObjectType()
export class WebhookDeleted {
  @Field(() => ID)
  webhookId!: string;
}

@ObjectType()
export class WebhookDeliveryQueued {
  @Field(() => WebhookDeliveryObject)
  delivery!: WebhookDeliveryObject;
}

const [InvalidInput, NotFound, StaleVersion] = commonErrors;

export const CreateWebhookResult = resultUnion('CreateWebhookResult', [WebhookCreated, InvalidInput, NotFound]);
export const UpdateWebhookResult = resultUnion('UpdateWebhookResult', [
  WebhookChanged,
  InvalidInput,
  NotFound,
  StaleVersion,
]);
export const SetWebhookActiveResult = resultUnion('SetWebhookActiveResult', [WebhookChanged, NotFound]);
export const RotateWebhookSecretResult = resultUnion('RotateWebhookSecretResult', [WebhookCreated, NotFound]);
export const DeleteWebhookResult = resultUnion('DeleteWebhookResult', [WebhookDeleted, NotFound]);
export const WebhookDeliveryResult = resultUnion('WebhookDeliveryResult', [
  WebhookDeliveryQueued,
  NotFound,
  IllegalTransition,
]);
