import type { DayOffset, Moment, Roubles, Slug } from './moments';

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
  /** How its advertisements are named, where not as the client's. */
  readonly adNaming?: string;
  readonly kpis: readonly KpiContent[];
  readonly budget: readonly BudgetPolicy[];
  readonly budgetApprovedDay: DayOffset | null;
}
