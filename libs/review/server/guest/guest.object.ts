import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SilencePolicy, StageMode } from '@planerka/clients/domain';
import { SilencePolicyEnum, StageModeEnum } from '@planerka/clients/server';
import type { ItemFormat } from '@planerka/content-plan/domain';
import { DateTimeScalar, FileKindEnum, graphqlEnum, JsonScalar, MoneyObject } from '@planerka/platform/server';
import type { FileKind } from '@planerka/platform/domain';
import type { ApprovalState, DecisionKind, RoundNotice } from '@planerka/review/domain';
import { ApprovalStateEnum, DecisionKindEnum } from '../approvals/approval.object';

// Everything a client can see, and nothing else: these types share no member with those of the desk but files and money.

export const GuestLinkProblemEnum = graphqlEnum('GuestLinkProblem', ['expired', 'revoked', 'locked', 'unknown']);
export const NextRoundEnum = graphqlEnum('NextRound', ['included', 'last_included', 'paid']);

@ObjectType('GuestPerson', { description: 'Somebody who decides.' })
export class GuestPersonObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  isYou!: boolean;

  @Field({ description: 'Their word ends it.' })
  isFinal!: boolean;

  @Field(() => DecisionKindEnum, { nullable: true })
  decision!: DecisionKind | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;
}

@ObjectType('GuestRounds')
export class GuestRoundsObject {
  @Field(() => Int, { description: 'Rounds that have been so far.' })
  used!: number;

  @Field(() => Int)
  included!: number;

  @Field(() => NextRoundEnum, { description: 'What asking for changes now would begin.' })
  next!: RoundNotice['next'];

  @Field(() => MoneyObject, {
    nullable: true,
    description: 'What it would cost; null where it is included or not agreed.',
  })
  price!: MoneyObject | null;
}

@ObjectType('GuestChannel')
export class GuestChannelObject {
  @Field()
  network!: string;

  @Field()
  title!: string;
}

@ObjectType('GuestMedia')
export class GuestMediaObject {
  @Field(() => ID)
  id!: string;

  @Field(() => FileKindEnum, { nullable: true })
  kind!: FileKind | null;

  @Field(() => Int, { nullable: true })
  width!: number | null;

  @Field(() => Int, { nullable: true })
  height!: number | null;

  @Field()
  url!: string;

  @Field(() => String, { nullable: true })
  previewUrl!: string | null;

  @Field(() => String, { nullable: true })
  largeUrl!: string | null;
}

@ObjectType('GuestText')
export class GuestTextObject {
  @Field(() => String, { nullable: true, description: 'The network it is for; null for the main text.' })
  network!: string | null;

  @Field(() => JsonScalar, { description: 'Rich text.' })
  body!: unknown;
}

@ObjectType('GuestAd')
export class GuestAdObject {
  @Field()
  name!: string;

  @Field()
  segment!: string;
}

@ObjectType('GuestCampaign', { description: 'An advertising campaign as it is set up.' })
export class GuestCampaignObject {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  startsOn!: string | null;

  @Field(() => String, { nullable: true })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What the client spends on it at most; decimal.' })
  totalLimit!: string | null;

  @Field(() => [GuestAdObject])
  ads!: readonly GuestAdObject[];
}

@ObjectType('GuestVersion', { description: 'A version that the client has been shown.' })
export class GuestVersionObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => DateTimeScalar)
  shownAt!: string;

  @Field(() => [GuestTextObject])
  texts!: readonly GuestTextObject[];

  @Field(() => [GuestMediaObject])
  media!: readonly GuestMediaObject[];
}

@ObjectType('GuestComment')
export class GuestCommentObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field()
  author!: string;

  @Field()
  isYours!: boolean;

  @Field({ description: 'From the agency.' })
  isFromAgency!: boolean;

  @Field()
  body!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'A passage, a point, a time.' })
  anchor!: unknown;

  @Field()
  isResolved!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: string;
}

@ObjectType('GuestSubject', { description: 'What exactly is asked about: a text, pictures, a campaign.' })
export class GuestSubjectObject {
  @Field(() => ID)
  id!: string;

  @Field()
  kind!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => [GuestVersionObject], { description: 'Shown before, the last one first.' })
  earlier!: readonly GuestVersionObject[];
}

@ObjectType('GuestPost', { description: 'One publication as it will look.' })
export class GuestPostObject {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  format!: ItemFormat | null;

  @Field(() => DateTimeScalar, { nullable: true })
  publishAt!: string | null;

  @Field(() => [GuestChannelObject])
  channels!: readonly GuestChannelObject[];

  @Field(() => [GuestTextObject], { description: 'The main text first, then what some networks get instead.' })
  texts!: readonly GuestTextObject[];

  @Field(() => [GuestMediaObject])
  media!: readonly GuestMediaObject[];

  @Field(() => GuestCampaignObject, { nullable: true })
  campaign!: GuestCampaignObject | null;

  @Field(() => [GuestSubjectObject])
  subjects!: readonly GuestSubjectObject[];

  @Field(() => [GuestCommentObject])
  comments!: readonly GuestCommentObject[];
}

@ObjectType('GuestApproval', { description: 'Exactly what the client’s page shows.' })
export class GuestApprovalObject {
  @Field()
  agencyName!: string;

  @Field({ description: 'The agency’s language, for whoever’s browser speaks neither Russian nor English.' })
  locale!: string;

  @Field()
  timeZone!: string;

  @Field()
  clientName!: string;

  @Field()
  contactName!: string;

  @Field()
  title!: string;

  @Field()
  message!: string;

  @Field(() => [String], { description: 'What has changed since the version shown before.' })
  changes!: readonly string[];

  @Field(() => ApprovalStateEnum)
  state!: ApprovalState;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn, in the agency’s words.' })
  withdrawnBecause!: string | null;

  @Field(() => StageModeEnum)
  mode!: StageMode;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field(() => SilencePolicyEnum, { description: 'What happens where no answer comes until then.' })
  silence!: SilencePolicy;

  @Field({ description: 'It counts as approved, or is over, because nobody answered in time.' })
  isBySilence!: boolean;

  @Field(() => DateTimeScalar)
  sentAt!: string;

  @Field({ description: 'What a decision is bound to.' })
  contentHash!: string;

  @Field()
  viewerCanDecide!: boolean;

  @Field(() => [GuestPersonObject])
  people!: readonly GuestPersonObject[];

  @Field(() => GuestRoundsObject)
  rounds!: GuestRoundsObject;

  @Field(() => [GuestPostObject])
  posts!: readonly GuestPostObject[];
}

@ObjectType('GuestLinkClosed', { description: 'The link does not open.' })
export class GuestLinkClosedObject {
  @Field(() => GuestLinkProblemEnum)
  because!: 'expired' | 'revoked' | 'locked' | 'unknown';

  @Field({ description: 'Empty where nobody knows whose link it is.' })
  agencyName!: string;

  @Field({ description: 'The agency’s language, for whoever’s browser speaks neither Russian nor English.' })
  locale!: string;
}

@ObjectType('GuestPinWanted', { description: 'The link opens with the PIN that the agency has told.' })
export class GuestPinWantedObject {
  @Field()
  agencyName!: string;

  @Field({ description: 'The agency’s language, for whoever’s browser speaks neither Russian nor English.' })
  locale!: string;

  @Field(() => Int, { nullable: true, description: 'Tries that are left; null where none was made.' })
  attemptsLeft!: number | null;
}
