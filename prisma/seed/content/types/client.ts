import type { OnboardingStepKey } from '@planerka/clients/domain';
import type { PictureSpec, PortraitSpec } from '../../pictures';
import type { DayOffset, Roubles, Slug } from './moments';

export type Network = 'vk' | 'telegram' | 'ok' | 'dzen' | 'youtube' | 'rutube';

export interface ChannelContent {
  readonly slug: Slug;
  readonly network: Network;
  readonly name: string;
  readonly link: string;
  readonly followers: number;
  /** Publications a month that were agreed for it. */
  readonly perMonth?: number;
}

/** A day, or some, of the client's own calendar. */
export interface DateContent {
  readonly title: string;
  readonly kind: 'occasion' | 'away';
  readonly day: DayOffset;
  /** How many; one where it is left out. */
  readonly days?: number;
  readonly isYearly?: boolean;
  readonly note?: string;
}

export interface ContactContent {
  readonly slug: Slug;
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly phone: string;
  readonly approves: boolean;
  readonly isFinalApprover: boolean;
  readonly note?: string;
  readonly portrait: PortraitSpec;
}

export interface BrandColour {
  readonly name: string;
  readonly hex: string;
  readonly use: string;
}

export interface AudiencePortrait {
  readonly name: string;
  readonly who: string;
  readonly pains: string;
  readonly knowledge: string;
  readonly decisionRole: string;
  readonly whereFound: string;
}

export interface Competitor {
  readonly name: string;
  readonly link: string;
  readonly whatWorks: string;
  readonly whatToAvoid: string;
}

export interface LinkContent {
  readonly title: string;
  readonly url: string;
}

export interface BrandProfileContent {
  readonly about: string;
  readonly tone: string;
  readonly toneDo: readonly string[];
  readonly toneDont: readonly string[];
  /** As people write them; a text with any form of one breaks the brand's rule. */
  readonly stopWords: readonly string[];
  readonly colours: readonly BrandColour[];
  readonly fonts: readonly { readonly name: string; readonly use: string }[];
  readonly links: readonly LinkContent[];
  readonly disclaimers: readonly string[];
  readonly audiences: readonly AudiencePortrait[];
  readonly competitors: readonly Competitor[];
  readonly visualRules: readonly string[];
}

export interface RetainerContent {
  readonly name: string;
  readonly monthlyRub: Roubles;
  readonly items: number;
  readonly revisionRounds: number;
  readonly extraRoundRub: Roubles;
  readonly services: readonly { readonly service: Slug; readonly quantity: number }[];
  readonly sinceDay: DayOffset;
}

export interface OnboardingStep {
  readonly step: OnboardingStepKey;
  readonly doneDay?: DayOffset;
  readonly note?: string;
}

export interface TrendNote {
  readonly day: DayOffset;
  readonly author: Slug;
  readonly title: string;
  readonly text: string;
  readonly link?: string;
}

export interface RubricContent {
  readonly slug: Slug;
  readonly name: string;
  readonly targetShare: number;
  readonly colour: 'blue' | 'clay' | 'green' | 'plum' | 'ochre' | 'slate';
  readonly purpose: string;
}

export interface IdeaContent {
  readonly text: string;
  readonly author: Slug;
  readonly day: DayOffset;
  readonly rubric?: Slug;
  readonly tags?: readonly string[];
  readonly link?: string;
  readonly picture?: PictureSpec;
  /** The publication that it has become. */
  readonly item?: Slug;
}

/** What a client's silence means for an approval. */
export type SilenceRule = 'nothing' | 'remind' | 'expire' | 'approve';

export interface AdvertiserContent {
  readonly legalName: string;
  readonly inn: string;
  readonly contractNumber: string;
  readonly contractDay: DayOffset;
  readonly kktu: string;
}
