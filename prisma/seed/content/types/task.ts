import type { PictureSpec } from '../../pictures';
import type { Brief } from './brief';
import type { DayOffset, Moment, Roubles, Slug, TimeOfDay } from './moments';
import type { Discipline } from './people';

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

export interface EarlierTerms {
  readonly brief: Brief;
  readonly feeRub: Roubles;
  readonly dueDay: DayOffset;
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
  /** The version before, where it stood otherwise. */
  readonly before: EarlierTerms | null;
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
