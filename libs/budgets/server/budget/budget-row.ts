import type { BudgetCategory, RevisionState } from '@planerka/budgets/domain';
import type { Id } from '@planerka/platform/domain';

/** One budget as its statement gives it: relations as JSON, sums as text so that no digit is lost on the way. */
export interface BudgetRow {
  readonly id: Id;
  readonly name: string;
  readonly is_closed: boolean;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly client_id: Id;
  readonly client_name: string;
  readonly squad_id: Id;
  readonly currency: string;
  readonly today: string;
  readonly deciders: readonly string[];
  readonly lines: readonly LineJson[];
  readonly revisions: readonly RevisionJson[];
  readonly pace: PaceJson | null;
}

export interface LineJson {
  readonly id: Id;
  readonly category: BudgetCategory;
  readonly month: string;
  readonly isHard: boolean;
  readonly available: string;
  readonly committed: string;
  readonly payable: string;
  readonly spent: string;
  readonly pending: string | null;
  readonly version: number;
}

export interface RevisionJson {
  readonly id: Id;
  readonly state: RevisionState;
  readonly reason: string;
  readonly requestedById: Id;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string;
  readonly version: number;
  readonly lines: readonly {
    readonly lineId: Id;
    readonly category: BudgetCategory;
    readonly month: string;
    readonly previous: string;
    readonly newTotal: string;
  }[];
}

export interface PaceJson {
  readonly lineId: Id;
  readonly month: string;
  readonly days: readonly { readonly day: string; readonly minor: string }[] | null;
}
