import type { PictureSpec } from '../pictures';
import type {
  AdCampaignContent,
  ApprovalStatus,
  AudienceSegment,
  BriefAudience,
  CallToAction,
  CampaignContent,
  CaseContent,
  ChangeRequestContent,
  ClientContent,
  CommentContent,
  CopyBrief,
  DayOffset,
  DesignBrief,
  Discipline,
  ExpenseContent,
  ItemContent,
  Moment,
  Placement,
  Reference,
  RevisionContent,
  Roubles,
  Slug,
  TargetingBrief,
  TaskState,
  TextType,
  TimeOfDay,
} from './types';

/** The short forms in which a client's content is written; `compose/` makes types.ts out of them. */

export type ArtDraft = Omit<PictureSpec, 'brand' | 'title'> & {
  /** The item's own title unless said otherwise. */
  readonly title?: string;
  /** How each earlier version differed from the last one, oldest first. */
  readonly before?: readonly Partial<PictureSpec>[];
  readonly slides?: readonly Omit<PictureSpec, 'brand'>[];
};

export interface TermsBefore {
  readonly feeRub?: Roubles;
  readonly dueDay?: DayOffset;
  /** The fields that read otherwise. */
  readonly brief: Partial<Omit<CopyBrief, 'discipline'>> | Partial<Omit<DesignBrief, 'discipline'>>;
}

export interface TaskPlan {
  readonly assignee: Slug;
  readonly state: TaskState;
  readonly dueDay?: DayOffset;
  /** The manager's remarks, one for each version that was returned. */
  readonly returned?: readonly string[];
  /** The client's remarks, one for each round. */
  readonly clientReturned?: readonly string[];
  readonly question?: string;
  readonly answer?: string;
  readonly declined?: { readonly by: Slug; readonly reason: string };
  /** Why the brief was written anew after it had been issued. */
  readonly revised?: string;
  /** How the brief and its terms stood until then. */
  readonly before?: TermsBefore;
  readonly reopened?: string;
  readonly cancelled?: { readonly reason: string; readonly killFeePercent: number };
  /** The last thing happened so many minutes before loading, not the day before. */
  readonly minutesAgo?: number;
  /** The day on which the last thing happened, where it is not the natural one. */
  readonly lastDay?: DayOffset;
  readonly feeRub?: Roubles;
  readonly hours?: number;
  /** Whether the client decides on this task by itself; by default only on the item's last creative. */
  readonly client?: boolean;
}

export type WorkPlan = Partial<Record<Discipline, TaskPlan>>;

type PlanDetails = Omit<TaskPlan, 'assignee' | 'state'>;

function plan(state: TaskState) {
  return (assignee: Slug, details: PlanDetails = {}): TaskPlan => ({ assignee, state, ...details });
}

export const draft = plan('draft');
export const issued = plan('issued');
export const inProgress = plan('in_progress');
export const inReview = plan('in_review');
export const clientReview = plan('client_review');
export const done = plan('done');
export const cancelled = plan('cancelled');

export type ItemDraft = Omit<ItemContent, 'client' | 'copy' | 'art' | 'outcome' | 'publishedLinks' | 'cta' | 'time'> & {
  readonly time: TimeOfDay;
  readonly cta: string | CallToAction;
  readonly art?: ArtDraft;
  readonly work?: WorkPlan;
  readonly isMissed?: boolean;
};

/** A task of the campaign itself, without a publication. */
export interface CampaignTaskDraft {
  readonly slug: Slug;
  readonly campaign: Slug;
  readonly title: string;
  readonly discipline: Discipline;
  readonly day: DayOffset;
  readonly plan: TaskPlan;
  readonly art?: ArtDraft;
}

/** What stood in an earlier version instead of the last one's words. */
export type Replacement = readonly [last: string, earlier: string];

export type TextDraft = string | { readonly text: string; readonly was: readonly (readonly Replacement[])[] };

/** `2026-12-17` is written as `{{+24}}`, counted from the day of loading, and read as «17 декабря». */
export type Texts = Readonly<Record<Slug, TextDraft>>;

export type HandWrittenBriefs = Readonly<Record<Slug, CopyBrief | DesignBrief | TargetingBrief>>;

export type CommentDraft = Omit<CommentContent, 'slug' | 'anchor' | 'replyTo' | 'resolvedBy' | 'becameCriterion'> &
  Partial<Pick<CommentContent, 'anchor' | 'replyTo' | 'resolvedBy' | 'becameCriterion' | 'slug'>>;

export interface ApprovalDraft {
  /** The item whose approval is not as its tasks would have it. */
  readonly item: Slug;
  readonly status: ApprovalStatus;
  readonly approvers?: readonly Slug[];
  readonly rule?: 'any' | 'all';
  readonly sentAt: Moment;
  readonly openedAt?: Moment;
  readonly dueDay: DayOffset;
  readonly message: string;
  readonly round?: number;
  readonly decisions?: readonly {
    readonly contact: Slug;
    readonly decision: 'approve' | 'request_changes';
    readonly at: Moment;
    readonly comment?: string;
  }[];
  readonly voidedAt?: Moment;
  readonly voidReason?: string;
}

/** What composed briefs of a client are made of: written once per rubric and format, filled by the item's own words. */
export interface BriefKit {
  readonly copyGoals: Readonly<Record<Slug, string>>;
  readonly designGoals: Readonly<Record<Slug, string>>;
  /** Index of the audience portrait by rubric. */
  readonly audiences: Readonly<Record<Slug, number>>;
  readonly structures: Readonly<Record<TextType, readonly string[]>>;
  readonly copyCriteria: readonly (readonly string[])[];
  readonly designCriteria: readonly (readonly string[])[];
  readonly targetingCriteria: readonly string[];
  readonly copyReferences: readonly Reference[];
  readonly designReferences: readonly Reference[];
  readonly copyConstraints: readonly string[];
  readonly designConstraints: readonly string[];
  readonly facts: readonly { readonly text: string; readonly source: string }[];
  readonly hashtags: readonly string[];
  readonly keywords: readonly string[];
  readonly identityFiles: readonly string[];
  readonly segments: readonly AudienceSegment[];
  readonly landingUrl: string;
  readonly leadTracking: string;
  readonly utmSource: string;
  readonly leadPriceRub: Roubles;
}

export interface ClientPack {
  readonly client: ClientContent;
  readonly campaigns: readonly CampaignContent[];
  readonly items: readonly ItemDraft[];
  readonly campaignTasks: readonly CampaignTaskDraft[];
  readonly texts: Texts;
  readonly briefs: HandWrittenBriefs;
  readonly kit: BriefKit;
  readonly comments: readonly CommentDraft[];
  readonly approvals: readonly ApprovalDraft[];
  readonly changeRequests: readonly ChangeRequestContent[];
  readonly revisions: readonly RevisionContent[];
  readonly expenses: readonly ExpenseContent[];
  readonly adCampaigns: readonly AdCampaignContent[];
  readonly cases: readonly CaseContent[];
}

// Short words for briefs

export function audience(who: string, pains: string, knowledge: string, decisionRole: string): BriefAudience {
  return { who, pains, knowledge, decisionRole };
}

export function liked(title: string, why: string, url?: string): Reference {
  return { title, opinion: 'liked', why, ...(url ? { url } : {}) };
}

export function disliked(title: string, why: string, url?: string): Reference {
  return { title, opinion: 'disliked', why, ...(url ? { url } : {}) };
}

export function fact(text: string, source: string): { readonly text: string; readonly source: string } {
  return { text, source };
}

/** Every creative against every segment. */
export function cross(
  creatives: readonly string[],
  segments: readonly string[],
): { readonly creative: string; readonly segment: string }[] {
  return creatives.flatMap((creative) => segments.map((segment) => ({ creative, segment })));
}

export const vkPost: Placement = { network: 'vk', preset: 'Пост VK', width: 1080, height: 1080 };
export const vkStory: Placement = { network: 'vk', preset: 'История VK', width: 1080, height: 1920 };
export const vkCover: Placement = { network: 'vk', preset: 'Обложка VK', width: 1590, height: 400 };
export const telegramPost: Placement = { network: 'telegram', preset: 'Пост Telegram', width: 1080, height: 1080 };
export const telegramStory: Placement = { network: 'telegram', preset: 'История Telegram', width: 1080, height: 1920 };
export const okPost: Placement = { network: 'ok', preset: 'Пост OK', width: 1080, height: 1080 };
export const dzenCover: Placement = { network: 'dzen', preset: 'Обложка статьи', width: 1080, height: 1080 };

export function copyBrief(brief: Omit<CopyBrief, 'discipline'>): CopyBrief {
  return { discipline: 'copy', ...brief };
}

export function designBrief(brief: Omit<DesignBrief, 'discipline'>): DesignBrief {
  return { discipline: 'design', ...brief };
}

export function targetingBrief(brief: Omit<TargetingBrief, 'discipline'>): TargetingBrief {
  return { discipline: 'targeting', ...brief };
}
