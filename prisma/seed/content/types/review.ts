import type { BudgetCategory, LineStrictness } from './campaign';
import type { DayOffset, Moment, Month, Roubles, Slug } from './moments';

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
