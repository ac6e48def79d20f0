import type { Network } from './client';
import type { DayOffset, Roubles, Slug } from './moments';
import type { CallToAction } from './plan';

export interface Reference {
  readonly title: string;
  readonly url?: string;
  readonly opinion: 'liked' | 'disliked';
  readonly why?: string;
}

interface BriefBase {
  readonly goal: string;
  readonly criteria: readonly string[];
  readonly references: readonly Reference[];
  readonly constraints: string;
}

export type TextType = 'post' | 'story_script' | 'video_script' | 'ad_text' | 'article' | 'contest_rules';

export interface BriefAudience {
  readonly who: string;
  readonly pains: string;
  readonly knowledge: string;
  readonly decisionRole: string;
}

export interface CopyBrief extends BriefBase {
  readonly discipline: 'copy';
  readonly textType: TextType;
  readonly audience: BriefAudience;
  readonly keyMessages: readonly string[];
  readonly cta: CallToAction;
  /** Empty: the brand's own. */
  readonly tone: string;
  readonly structure: readonly string[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly keywords: readonly string[];
  readonly hashtags: readonly string[];
  readonly stopWords: readonly string[];
  readonly facts: readonly { readonly text: string; readonly source: string }[];
  readonly disclaimers: readonly string[];
}

export interface Placement {
  readonly network: Network;
  readonly preset: string;
  readonly width: number;
  readonly height: number;
}

export interface DesignBrief extends BriefBase {
  readonly discipline: 'design';
  readonly placements: readonly Placement[];
  readonly slides: readonly string[];
  readonly finalText: string;
  readonly proofreadBy: Slug;
  readonly fileFormats: readonly ('png' | 'jpg' | 'webp' | 'mp4' | 'pdf')[];
  readonly weightLimitMb: number;
  readonly resolution: string;
  readonly colours: readonly string[];
  readonly fonts: readonly string[];
  readonly identityFiles: readonly string[];
  readonly sourceWanted: string;
}

export interface AudienceSegment {
  readonly name: string;
  readonly geo: string;
  readonly age: string;
  readonly sex: 'any' | 'female' | 'male';
  readonly interests: readonly string[];
  readonly exclusions: readonly string[];
  readonly lookalikeSource?: string;
}

export type LaunchGoal = 'reach' | 'traffic' | 'leads' | 'community_growth' | 'sales';

export interface SeededStopRule {
  readonly metric: 'cpm' | 'cpc' | 'ctr' | 'cpl' | 'cpa' | 'roas';
  readonly value: string;
  readonly afterSpend?: string;
  readonly note?: string;
}

export interface TargetingBrief extends BriefBase {
  readonly discipline: 'targeting';
  readonly businessGoal: string;
  readonly launchGoal: LaunchGoal;
  readonly funnelStage: 'awareness' | 'consideration' | 'decision' | 'retention';
  readonly offer: string;
  readonly landingUrl: string;
  readonly leadTracking: string;
  readonly segments: readonly AudienceSegment[];
  readonly platforms: readonly string[];
  readonly fromDay: DayOffset;
  readonly toDay: DayOffset;
  readonly totalRub: Roubles;
  readonly dailyRub: Roubles;
  readonly bidStrategy: string;
  readonly bidCapRub: Roubles;
  readonly testSharePercent: number;
  /** In words, or as a metric with its limit. */
  readonly stopRules: readonly (string | SeededStopRule)[];
  readonly plannedResults?: number;
  readonly matrix: readonly { readonly creative: string; readonly segment: string }[];
  readonly utmTemplate: string;
  readonly thresholds: readonly {
    readonly metric: 'CPM' | 'CPC' | 'CTR' | 'CPL' | 'CPA' | 'ROAS';
    readonly rule: string;
  }[];
  readonly marking: {
    readonly advertiser: string;
    readonly contract: string;
    readonly kktu: string;
    readonly erid: string;
  };
}

export type Brief = CopyBrief | DesignBrief | TargetingBrief;
