import type {
  AdCampaignContent,
  AdSpendRow,
  CampaignContent,
  CaseContent,
  ExpenseContent,
  RevisionContent,
} from './campaign';
import type {
  AdvertiserContent,
  BrandProfileContent,
  ChannelContent,
  ContactContent,
  DateContent,
  IdeaContent,
  OnboardingStep,
  RetainerContent,
  RubricContent,
  SilenceRule,
  TrendNote,
} from './client';
import type { DayOffset, Slug } from './moments';
import type {
  AbsenceContent,
  AgencyRateContent,
  MemberContent,
  RateContent,
  ServiceContent,
  SquadContent,
} from './people';
import type { ItemContent } from './plan';
import type { ApprovalContent, BudgetLineContent, ChangeRequestContent, CommentContent, PayoutContent } from './review';
import type { TaskContent } from './task';

export interface ClientContent {
  readonly slug: Slug;
  readonly name: string;
  readonly tagline: string;
  readonly squad: Slug;
  readonly manager: Slug;
  readonly sinceDay: DayOffset;
  readonly silence: SilenceRule;
  /** Where all of its approvers must agree, and nobody has the last word. */
  readonly agreesTogether?: true;
  readonly approvalBusinessDays: number;
  readonly advertiser: AdvertiserContent;
  readonly brand: BrandProfileContent;
  readonly channels: readonly ChannelContent[];
  readonly contacts: readonly ContactContent[];
  readonly dates: readonly DateContent[];
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
  readonly absences: readonly AbsenceContent[];
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
