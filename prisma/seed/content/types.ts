import type { DeliverableType } from '@planerka/agency/domain';
import type { OnboardingStepKey } from '@planerka/clients/domain';
import type { PictureSpec, PortraitSpec } from '../pictures';

/**
 * The demo agency as data. Nothing here knows the database: ids are slugs, days are counted from the day the demo is
 * loaded, and money is in whole roubles (ad spend in kopecks, as ad platforms report it).
 */

export type Slug = string;
/** Whole days from the day of loading: 0 is today, −1 yesterday. */
export type DayOffset = number;
/** `12:40` in the agency's time zone. */
export type TimeOfDay = string;
export type Roubles = number;
/** `2026-12`. */
export type Month = string;

/** Something that was planned or has happened; minutes are counted back from the moment of loading. */
export type Moment = { readonly day: DayOffset; readonly time: TimeOfDay } | { readonly minutesAgo: number };

// People

export type Role = 'owner' | 'manager' | 'specialist';
export type Discipline = 'copy' | 'design' | 'targeting';
export type Employment = 'staff' | 'self_employed' | 'sole_proprietor' | 'contract';

export interface MemberContent {
  readonly slug: Slug;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly position: string;
  readonly disciplines: readonly Discipline[];
  readonly employment: Employment;
  readonly weeklyHours: number;
  readonly squads: readonly Slug[];
  readonly telegram: string;
  readonly joinedDay: DayOffset;
  readonly portrait: PortraitSpec;
}

export interface SquadContent {
  readonly slug: Slug;
  readonly name: string;
  readonly manager: Slug;
}

export type RateUnit = 'piece' | 'hour';

export interface RateContent {
  readonly member: Slug;
  readonly discipline: Discipline;
  /** The format that the rate is for; `any` where one price serves all. */
  readonly deliverable: ItemFormat | 'any';
  readonly unit: RateUnit;
  readonly amountRub: Roubles;
  readonly sinceDay: DayOffset;
}

/** What the agency pays whoever has no rate of their own. */
export interface AgencyRateContent {
  readonly discipline: Discipline;
  /** Null: any work of the discipline. */
  readonly deliverable: DeliverableType | null;
  readonly unit: RateUnit;
  readonly amountRub: Roubles;
}

export interface ServiceContent {
  readonly slug: Slug;
  readonly name: string;
  readonly unit: 'month' | 'piece' | 'hour';
  readonly priceRub: Roubles;
  readonly includes: string;
}

// Client

export type Network = 'vk' | 'telegram' | 'ok' | 'dzen' | 'youtube' | 'rutube';

export interface ChannelContent {
  readonly slug: Slug;
  readonly network: Network;
  readonly name: string;
  readonly link: string;
  readonly followers: number;
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

// Campaign and money

export type MetricUnit = 'count' | 'percent' | 'rub';
export type MetricDirection = 'up' | 'down';

export interface KpiContent {
  readonly metric: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly direction: MetricDirection;
  readonly isOutcome: boolean;
  readonly baseline: number;
  readonly target: number;
  readonly facts: readonly { readonly day: DayOffset; readonly value: number }[];
}

export type BudgetCategory = 'copy' | 'design' | 'targeting' | 'ad_spend' | 'production' | 'tools' | 'other';
export type LineStrictness = 'hard' | 'soft';

/** How full a category's lines are to look; the sum itself follows from the work that is booked on them. */
export interface BudgetPolicy {
  readonly category: BudgetCategory;
  readonly strictness: LineStrictness;
  /** Booked share of the approved sum in past and current months: 0.8 is healthy, above 1 is over (soft lines only). */
  readonly load: number;
  /** For a category without tasks or ad spend: what was planned a month. */
  readonly monthlyRub?: Roubles;
}

export interface ExpenseContent {
  readonly slug: Slug;
  readonly campaign: Slug;
  readonly category: 'production' | 'tools' | 'other';
  readonly day: DayOffset;
  readonly what: string;
  readonly amountRub: Roubles;
}

export type RevisionStatus = 'pending' | 'approved' | 'refused';

export interface RevisionContent {
  readonly slug: Slug;
  readonly campaign: Slug;
  /** Months are counted from the current one. */
  readonly changes: readonly {
    readonly category: BudgetCategory;
    readonly month: number;
    readonly deltaRub: Roubles;
  }[];
  readonly reason: string;
  readonly requestedBy: Slug;
  readonly requestedAt: Moment;
  readonly status: RevisionStatus;
  readonly decidedBy?: Slug;
  readonly decidedAt?: Moment;
  readonly decisionReason?: string;
}

/** One advertising campaign in a network's cabinet, from which the daily rows are made. */
export interface AdCampaignContent {
  readonly slug: Slug;
  readonly campaign: Slug;
  readonly platform: 'vk_ads' | 'yandex_direct' | 'telegram_ads';
  readonly name: string;
  readonly fromDay: DayOffset;
  readonly toDay: DayOffset;
  readonly dailyRub: Roubles;
  readonly cpmRub: Roubles;
  readonly ctrPercent: number;
  readonly leadPercent: number;
}

export interface AdSpendRow {
  readonly adCampaign: Slug;
  readonly campaign: Slug;
  readonly platform: AdCampaignContent['platform'];
  readonly name: string;
  readonly day: DayOffset;
  readonly impressions: number;
  readonly clicks: number;
  readonly leads: number;
  readonly costKopecks: number;
}

export interface CaseContent {
  readonly slug: Slug;
  readonly campaign: Slug;
  readonly title: string;
  readonly before: string;
  readonly done: readonly string[];
  readonly after: string;
  readonly quote: { readonly text: string; readonly contact: Slug };
  readonly isShared: boolean;
  readonly isAnonymous: boolean;
}

export type CampaignStatus = 'draft' | 'active' | 'closed';

export interface CampaignContent {
  readonly slug: Slug;
  readonly client: Slug;
  readonly name: string;
  readonly goal: string;
  readonly status: CampaignStatus;
  readonly fromDay: DayOffset;
  readonly toDay: DayOffset;
  readonly wantsClientApproval: boolean;
  readonly kpis: readonly KpiContent[];
  readonly budget: readonly BudgetPolicy[];
  readonly budgetApprovedDay: DayOffset | null;
}

// Content plan

export type ItemFormat =
  'post' | 'carousel' | 'story' | 'reel' | 'video' | 'live' | 'contest' | 'article' | 'ad' | 'influencer';

export type ItemOutcome = 'published' | 'missed';

/** The creative of an item: the last version, how earlier ones differed from it, and further slides. */
export interface ArtContent {
  readonly spec: PictureSpec;
  readonly earlier: readonly PictureSpec[];
  readonly slides: readonly PictureSpec[];
}

export interface PostCopy {
  readonly text: string;
  /** Earlier versions, oldest first. */
  readonly earlier: readonly string[];
}

export interface CallToAction {
  readonly text: string;
  readonly link?: string;
}

export interface ItemContent {
  readonly slug: Slug;
  readonly client: Slug;
  readonly campaign: Slug;
  readonly day: DayOffset;
  readonly time: TimeOfDay;
  readonly title: string;
  readonly rubric: Slug;
  readonly format: ItemFormat;
  readonly channels: readonly Slug[];
  readonly idea: string;
  readonly points: readonly string[];
  readonly cta: CallToAction;
  readonly copy: PostCopy | null;
  readonly art: ArtContent | null;
  readonly outcome: ItemOutcome | null;
  readonly publishedLink: string | null;
}

// Briefs: product.md, "Briefs: the fields professionals use"

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
  readonly stopRules: readonly string[];
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

// Tasks

export type TaskState = 'draft' | 'issued' | 'in_progress' | 'in_review' | 'client_review' | 'done' | 'cancelled';

export type TaskAction =
  | 'issue'
  | 'accept'
  | 'decline'
  | 'revise'
  | 'submit'
  | 'request_changes'
  | 'approve'
  | 'client_approve'
  | 'client_request_changes'
  | 'withdraw'
  | 'reopen'
  | 'cancel';

export interface TaskEvent {
  readonly action: TaskAction;
  /** A member or, for the client's decisions, a contact. */
  readonly by: Slug;
  readonly at: Moment;
  readonly comment?: string;
}

/** What was handed in: text, pictures, or how the advertising is set up. */
export interface DeliverableContent {
  readonly version: number;
  readonly submittedAt: Moment;
  readonly note: string;
  readonly text: string | null;
  readonly pictures: readonly PictureSpec[];
  readonly setup: AdSetup | null;
}

export interface AdSetup {
  readonly cabinet: string;
  readonly campaignName: string;
  readonly groups: readonly {
    readonly segment: string;
    readonly creatives: number;
    readonly dailyRub: Roubles;
    readonly reachForecast: number;
  }[];
  readonly utm: string;
  readonly startDay: DayOffset;
  readonly moderation: 'passed' | 'waiting';
  readonly erid: string;
}

export interface QuestionContent {
  readonly by: Slug;
  readonly at: Moment;
  readonly text: string;
  readonly answer: { readonly by: Slug; readonly at: Moment; readonly text: string } | null;
}

export interface TaskContent {
  readonly slug: Slug;
  readonly client: Slug;
  readonly campaign: Slug;
  readonly item: Slug | null;
  readonly discipline: Discipline;
  readonly title: string;
  readonly assignee: Slug;
  readonly manager: Slug;
  readonly state: TaskState;
  readonly wantsClientApproval: boolean;
  readonly brief: Brief;
  readonly isBriefHandWritten: boolean;
  readonly briefVersion: number;
  readonly revisionNote: string | null;
  readonly feeRub: Roubles;
  readonly killFeeRub: Roubles;
  readonly estimatedHours: number;
  readonly spentHours: number;
  readonly dueDay: DayOffset;
  readonly dueTime: TimeOfDay;
  readonly startsAfter: readonly Slug[];
  readonly createdAt: Moment;
  readonly events: readonly TaskEvent[];
  readonly deliverables: readonly DeliverableContent[];
  /** How many of the brief's criteria the manager has ticked, from the first. */
  readonly tickedCriteria: number;
  readonly clientRounds: number;
  readonly question: QuestionContent | null;
}

// Review

export type CommentAnchor =
  | { readonly kind: 'passage'; readonly quote: string }
  | { readonly kind: 'point'; readonly x: number; readonly y: number; readonly page: number };

export interface CommentContent {
  readonly slug: Slug;
  readonly task: Slug;
  readonly version: number;
  readonly visibility: 'internal' | 'client';
  /** A member or a contact. */
  readonly author: Slug;
  readonly at: Moment;
  readonly text: string;
  readonly anchor: CommentAnchor | null;
  readonly replyTo: Slug | null;
  readonly resolvedBy: Slug | null;
  readonly becameCriterion: boolean;
}

export type ApprovalStatus = 'pending' | 'approved' | 'changes_requested' | 'voided' | 'expired';

export interface ApprovalContent {
  readonly slug: Slug;
  readonly client: Slug;
  readonly items: readonly Slug[];
  readonly tasks: readonly Slug[];
  readonly rule: 'any' | 'all';
  readonly approvers: readonly Slug[];
  readonly finalApprover: Slug;
  readonly status: ApprovalStatus;
  readonly round: number;
  readonly requestedBy: Slug;
  readonly sentAt: Moment;
  readonly openedAt: Moment | null;
  readonly dueDay: DayOffset;
  readonly message: string;
  readonly decisions: readonly {
    readonly contact: Slug;
    readonly decision: 'approve' | 'request_changes';
    readonly at: Moment;
    readonly comment?: string;
  }[];
  readonly voidedAt: Moment | null;
  readonly voidReason: string | null;
}

export interface ChangeRequestContent {
  readonly slug: Slug;
  readonly client: Slug;
  readonly task: Slug;
  readonly round: number;
  readonly priceRub: Roubles;
  readonly text: string;
  readonly status: 'draft' | 'accepted' | 'declined';
  readonly at: Moment;
  readonly decided: { readonly by: Slug; readonly at: Moment; readonly note: string } | null;
}

export interface PayoutContent {
  readonly slug: Slug;
  readonly member: Slug;
  readonly tasks: readonly Slug[];
  readonly totalRub: Roubles;
  readonly status: 'draft' | 'approved' | 'paid';
  readonly preparedBy: Slug;
  readonly preparedAt: Moment;
  readonly approvedAt: Moment | null;
  readonly paidAt: Moment | null;
  readonly document: string | null;
}

export interface BudgetLineContent {
  readonly campaign: Slug;
  readonly category: BudgetCategory;
  readonly month: Month;
  readonly strictness: LineStrictness;
  /** Approved when the campaign began; approved revisions come on top. */
  readonly initialRub: Roubles;
  readonly approvedRub: Roubles;
  readonly committedRub: Roubles;
  readonly payableRub: Roubles;
  readonly spentKopecks: number;
  readonly tasks: readonly Slug[];
}

// The whole

export interface ClientContent {
  readonly slug: Slug;
  readonly name: string;
  readonly tagline: string;
  readonly squad: Slug;
  readonly manager: Slug;
  readonly sinceDay: DayOffset;
  readonly silence: SilenceRule;
  readonly approvalBusinessDays: number;
  readonly advertiser: AdvertiserContent;
  readonly brand: BrandProfileContent;
  readonly channels: readonly ChannelContent[];
  readonly contacts: readonly ContactContent[];
  readonly retainer: RetainerContent;
  readonly onboarding: readonly OnboardingStep[];
  readonly trends: readonly TrendNote[];
  readonly rubrics: readonly RubricContent[];
  readonly ideas: readonly IdeaContent[];
}

export interface AgencyContent {
  readonly slug: Slug;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: 'RUB';
  readonly marginGoalPercent: number;
  readonly owner: Slug;
  readonly members: readonly MemberContent[];
  readonly squads: readonly SquadContent[];
  readonly rates: readonly RateContent[];
  readonly agencyRates: readonly AgencyRateContent[];
  readonly services: readonly ServiceContent[];
}

export interface DemoContent {
  readonly agency: AgencyContent;
  readonly clients: readonly ClientContent[];
  readonly campaigns: readonly CampaignContent[];
  readonly items: readonly ItemContent[];
  readonly tasks: readonly TaskContent[];
  readonly comments: readonly CommentContent[];
  readonly approvals: readonly ApprovalContent[];
  readonly changeRequests: readonly ChangeRequestContent[];
  readonly payouts: readonly PayoutContent[];
  readonly expenses: readonly ExpenseContent[];
  readonly budgetLines: readonly BudgetLineContent[];
  readonly revisions: readonly RevisionContent[];
  readonly adCampaigns: readonly AdCampaignContent[];
  readonly adSpend: readonly AdSpendRow[];
  readonly cases: readonly CaseContent[];
}
