import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult, type Connection } from '@planerka/platform/server';
import { CreateWebhookInput, UpdateWebhookInput, WebhookDeliveriesArgs } from './webhook.inputs';
import {
  CreateWebhookResult,
  DeleteWebhookResult,
  RotateWebhookSecretResult,
  SetWebhookActiveResult,
  UpdateWebhookResult,
  WebhookDeliveryConnection,
  WebhookDeliveryDetailsObject,
  WebhookDeliveryResult,
  WebhookObject,
  type WebhookDeliveryObject,
} from './webhook.object';
import { WebhookDeliveries } from './webhook-deliveries.service';
import { WebhooksQuery } from './webhooks.query';
import { WebhooksService, type IssuedSecret } from './webhooks.service';

@Resolver()
export class WebhookResolver {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly sendings: WebhookDeliveries,
    private readonly known: WebhooksQuery,
  ) {}

  @Query(() => [WebhookObject], { name: 'webhooks', description: 'For owners; to others there are none.' })
  list(@Viewer() viewer: CurrentMember): Promise<WebhookObject[]> {
    return this.known.list(viewer);
  }

  @Query(() => WebhookDeliveryConnection, { description: 'What a webhook was sent, newest first, for thirty days.' })
  webhookDeliveries(
    @Viewer() viewer: CurrentMember,
    @Args() args: WebhookDeliveriesArgs,
  ): Promise<Connection<WebhookDeliveryObject>> {
    return this.known.deliveries(viewer, args);
  }

  @Query(() => WebhookDeliveryDetailsObject, { nullable: true })
  webhookDelivery(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookDeliveryDetailsObject | null> {
    return this.known.delivery(viewer, id);
  }

  @Mutation(() => CreateWebhookResult, { description: 'The answer holds the secret that signs, this once.' })
  async createWebhook(@Viewer() viewer: CurrentMember, @Args('input') input: CreateWebhookInput) {
    const result = await this.webhooks.create(viewer, input);
    return toResult('WebhookCreated', result, await this.withSecret(viewer, result));
  }

  @Mutation(() => UpdateWebhookResult)
  async updateWebhook(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateWebhookInput) {
    const result = await this.webhooks.update(viewer, input);
    return toResult('WebhookChanged', result, await this.changed(viewer, result));
  }

  @Mutation(() => SetWebhookActiveResult, {
    description: 'False pauses it; true lets it go on, with what it has missed.',
  })
  async setWebhookActive(
    @Viewer() viewer: CurrentMember,
    @Args('webhookId', { type: () => ID }) webhookId: string,
    @Args('isActive') isActive: boolean,
  ) {
    const result = await this.webhooks.setActive(viewer, webhookId, isActive);
    return toResult('WebhookChanged', result, await this.changed(viewer, result));
  }

  @Mutation(() => RotateWebhookSecretResult, {
    description: 'A new secret; the one before signs, too, for another day.',
  })
  async rotateWebhookSecret(@Viewer() viewer: CurrentMember, @Args('webhookId', { type: () => ID }) webhookId: string) {
    const result = await this.webhooks.rotateSecret(viewer, webhookId);
    return toResult('WebhookCreated', result, await this.withSecret(viewer, result));
  }

  @Mutation(() => DeleteWebhookResult, { description: 'With its log, for good.' })
  async deleteWebhook(@Viewer() viewer: CurrentMember, @Args('webhookId', { type: () => ID }) webhookId: string) {
    return toResult('WebhookDeleted', await this.webhooks.delete(viewer, webhookId), (id) => ({ webhookId: id }));
  }

  @Mutation(() => WebhookDeliveryResult, { description: 'Sends `webhook.test`, once, even where it is paused.' })
  async testWebhook(@Viewer() viewer: CurrentMember, @Args('webhookId', { type: () => ID }) webhookId: string) {
    const result = await this.sendings.test(viewer, webhookId);
    return toResult('WebhookDeliveryQueued', result, await this.queued(viewer, result));
  }

  @Mutation(() => WebhookDeliveryResult, { description: 'Sends it again, under the same `webhook-id`.' })
  async replayWebhookDelivery(
    @Viewer() viewer: CurrentMember,
    @Args('deliveryId', { type: () => ID }) deliveryId: string,
  ) {
    const result = await this.sendings.replay(viewer, deliveryId);
    return toResult('WebhookDeliveryQueued', result, await this.queued(viewer, result));
  }

  private async withSecret(viewer: CurrentMember, result: Outcome<IssuedSecret>) {
    const webhook = result.ok ? await this.known.one(viewer, result.value.id) : null;
    return ({ secret }: IssuedSecret) => ({ secret, webhook });
  }

  private async changed(viewer: CurrentMember, result: Outcome<string>) {
    const webhook = result.ok ? await this.known.one(viewer, result.value) : null;
    return () => ({ webhook });
  }

  private async queued(viewer: CurrentMember, result: Outcome<string>) {
    const delivery = result.ok ? await this.known.delivery(viewer, result.value) : null;
    return () => ({ delivery });
  }
}

type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };
