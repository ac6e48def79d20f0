import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ClientState, SilencePolicy, StageMode } from '@planerka/clients/domain';
import { connectionOf, DateTimeScalar } from '@planerka/platform/server';
import { BrandProfileObject } from '../brand-profile/brand-profile.object';
import { ChannelObject } from '../channel/channel.object';
import { ContactObject } from '../contact/contact.object';
import { ClientDateObject } from '../date/client-date.object';
import { ChannelFrequencyObject } from '../frequency/channel-frequency.object';
import { OnboardingStepObject } from '../onboarding/onboarding.object';
import { ResearchObject } from '../research/research.object';
import { IncludedWorkObject, RetainerObject } from '../retainer/retainer.object';
import { AnsweringTimeObject } from './answering-time.object';
import { ClientStateEnum, SilencePolicyEnum, StageModeEnum } from './client.enums';

@ObjectType('SquadRef', { description: 'A squad by its name, where it is only mentioned.' })
export class SquadRefObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('Client', { description: 'A brand that the agency serves.' })
export class ClientObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'One line: what the client does.' })
  about!: string;

  @Field({ description: 'ISO 4217: all money of this client is in it.' })
  currency!: string;

  @Field(() => ClientStateEnum)
  state!: ClientState;

  @Field(() => SilencePolicyEnum, { nullable: true, description: 'Seen by whoever leads the client.' })
  silencePolicy!: SilencePolicy | null;

  @Field(() => StageModeEnum, {
    nullable: true,
    description: 'Whose word a question to them wants at first; seen by whoever leads the client.',
  })
  approvalMode!: StageMode | null;

  @Field(() => SquadRefObject, { description: 'The squad that serves the client.' })
  squad!: SquadRefObject;

  @Field(() => Int)
  version!: number;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field({ description: 'May change the client, its brand profile, channels, contacts and research.' })
  viewerCanEdit!: boolean;

  @Field({ description: 'May hand the client to another squad.' })
  viewerCanAssign!: boolean;

  @Field({ description: 'May see and change the retainer.' })
  viewerCanEditRetainer!: boolean;

  @Field(() => String, { nullable: true, description: 'A WebP of at most 320 px; good for one to two hours.' })
  logoUrl!: string | null;

  @Field(() => BrandProfileObject, { nullable: true })
  brandProfile!: BrandProfileObject | null;

  @Field(() => [ChannelObject], { description: 'Archived ones last.' })
  channels!: readonly ChannelObject[];

  @Field(() => [ContactObject], {
    nullable: true,
    description: 'Seen by whoever leads the client; archived ones last.',
  })
  contacts!: readonly ContactObject[] | null;

  @Field(() => [ResearchObject], {
    nullable: true,
    description: 'Seen by whoever leads the client; the newest first.',
  })
  research!: readonly ResearchObject[] | null;

  @Field(() => [OnboardingStepObject], {
    nullable: true,
    description: 'The whole checklist; seen by whoever leads the client.',
  })
  onboarding!: readonly OnboardingStepObject[] | null;

  @Field(() => IncludedWorkObject, {
    nullable: true,
    description: 'Of this month; seen by whoever leads the client.',
  })
  includedWork!: IncludedWorkObject | null;

  @Field(() => [RetainerObject], { nullable: true, description: 'Only the owner’s; the latest first.' })
  retainers!: readonly RetainerObject[] | null;

  @Field(() => [ClientDateObject], {
    nullable: true,
    description: 'The client’s own calendar, by its first days; seen by whoever leads the client.',
  })
  dates!: readonly ClientDateObject[] | null;

  @Field(() => [ChannelFrequencyObject], {
    nullable: true,
    description: 'What was agreed, the latest month first; seen by whoever leads the client.',
  })
  frequencies!: readonly ChannelFrequencyObject[] | null;

  @Field(() => AnsweringTimeObject, { nullable: true, description: 'Seen by whoever leads the client.' })
  answeringTime!: AnsweringTimeObject | null;

  @Field(() => [String], { description: 'What it still lacks, the first thing first: "fill_brand_profile".' })
  nextSteps!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Steps of the checklist that are not done; seen by whoever leads the client.',
  })
  openOnboardingSteps!: number | null;
}

@ObjectType()
export class ClientConnection extends connectionOf(ClientObject) {}
