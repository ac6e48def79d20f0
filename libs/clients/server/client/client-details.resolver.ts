import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { can, type Action } from '@planerka/agency/domain';
import { memberOf } from '@planerka/agency/server';
import { nextStepsOf, onboardingOf } from '@planerka/clients/domain';
import { FileUrls, type GraphQLContext } from '@planerka/platform/server';
import { BrandProfileObject } from '../brand-profile/brand-profile.object';
import { ChannelObject } from '../channel/channel.object';
import { ContactObject } from '../contact/contact.object';
import { OnboardingStepObject } from '../onboarding/onboarding.object';
import { ResearchObject } from '../research/research.object';
import { IncludedWorkObject, RetainerObject } from '../retainer/retainer.object';
import { ClientDetailsLoader, type ClientDetails } from './client-details';
import {
  brandOf,
  toBrandProfile,
  toChannel,
  toContact,
  toOnboardingStep,
  toResearch,
  toRetainer,
} from './client-details.present';
import { ClientObject } from './client.object';

type ClientAction = Extract<Action, 'client.view' | 'client.edit' | 'client.contacts.view' | 'retainer.view'>;

/** What hangs on a client, wherever a client is shown. What the viewer may not see is null. */
@Resolver(() => ClientObject)
export class ClientDetailsResolver {
  constructor(
    private readonly details: ClientDetailsLoader,
    private readonly files: FileUrls,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'A WebP of at most 320 px; good for one to two hours.' })
  logoUrl(@Parent() client: ClientObject, @Context() context: GraphQLContext): string | null {
    const agencyId = memberOf(context)?.agencyId;
    return client.logoFileId && agencyId ? this.files.preview(agencyId, client.logoFileId, 320) : null;
  }

  @ResolveField(() => BrandProfileObject, { nullable: true })
  brandProfile(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'client.view', (details) => toBrandProfile(client.id, details));
  }

  @ResolveField(() => [ChannelObject], { description: 'Archived ones last.' })
  async channels(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return (
      (await this.seen(context, client, 'client.view', ({ channels }) => channels.map(toChannel(client.id)))) ?? []
    );
  }

  @ResolveField(() => [ContactObject], {
    nullable: true,
    description: 'Seen by whoever leads the client; archived ones last.',
  })
  contacts(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'client.contacts.view', ({ contacts }) => contacts.map(toContact(client.id)));
  }

  @ResolveField(() => [ResearchObject], {
    nullable: true,
    description: 'Seen by whoever leads the client; the newest first.',
  })
  research(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'client.edit', ({ research }) => research.map(toResearch));
  }

  @ResolveField(() => [OnboardingStepObject], {
    nullable: true,
    description: 'The whole checklist; seen by whoever leads the client.',
  })
  onboarding(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'client.edit', ({ onboarding }) =>
      onboardingOf(new Set()).map(({ key }) => toOnboardingStep(client.id, key, onboarding)),
    );
  }

  @ResolveField(() => IncludedWorkObject, {
    nullable: true,
    description: 'Of this month; seen by whoever leads the client.',
  })
  includedWork(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'client.edit', ({ retainers }) => {
      const current = retainers.find(({ has_begun }) => has_begun);
      return current ? { items: current.included_items, rounds: current.included_rounds } : null;
    });
  }

  @ResolveField(() => [RetainerObject], { nullable: true, description: 'Only the owner’s; the latest first.' })
  retainers(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'retainer.view', ({ retainers }) => {
      const current = retainers.find(({ has_begun }) => has_begun);
      return retainers.map((retainer) => toRetainer(retainer, retainer === current));
    });
  }

  @ResolveField(() => [String], { description: 'What it still lacks, the first thing first: "fill_brand_profile".' })
  async nextSteps(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    const steps = await this.seen(context, client, 'client.edit', (details) =>
      nextStepsOf({
        brand: brandOf(details),
        channels: details.channels.filter(({ archived_at }) => archived_at === null).length,
        finalApprovers: details.contacts.filter((contact) => contact.is_final_approver && contact.archived_at === null)
          .length,
        openOnboardingSteps: openSteps(details),
        retainers: details.retainers.length,
      }),
    );
    return (steps ?? []).filter((step) => step !== 'set_retainer' || client.viewerCanEditRetainer);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Steps of the checklist that are not done; seen by whoever leads the client.',
  })
  openOnboardingSteps(@Parent() client: ClientObject, @Context() context: GraphQLContext) {
    return this.seen(context, client, 'client.edit', openSteps);
  }

  private async seen<T>(
    context: GraphQLContext,
    client: ClientObject,
    action: ClientAction,
    present: (details: ClientDetails) => T,
  ): Promise<T | null> {
    const viewer = memberOf(context);
    if (!viewer || !can(viewer, action, { squadId: client.squad.id })) return null;
    const details = await this.details.of(context, client.id);
    return details && present(details);
  }
}

function openSteps({ onboarding }: ClientDetails): number {
  const done = new Set(onboarding.filter(({ done_at }) => done_at !== null).map(({ key }) => key));
  return onboardingOf(done).filter(({ isDone }) => !isDone).length;
}
