import type { BudgetCategory } from '@planerka/budgets/domain';
import type { Id } from '@planerka/platform/domain';

export interface OverviewRow {
  readonly currency: string;
  readonly margin_goal: string | null;
  readonly today: string;
  readonly first_month: string;
  readonly last_month: string;
  readonly months: readonly { readonly month: string; readonly revenue: string; readonly cost: string }[];
  readonly clients: readonly ClientJson[];
  readonly squads: readonly {
    readonly squadId: Id;
    readonly squadName: string;
    readonly leadId: Id | null;
    readonly leadName: string | null;
    readonly plannedMinutes: number;
    readonly capacityMinutes: number;
    readonly clientCount: number;
  }[];
}

export interface ClientJson {
  readonly clientId: Id;
  readonly name: string;
  readonly squadId: Id;
  readonly currency: string;
  readonly managerName: string | null;
  readonly revenue: string;
  readonly cost: string;
  readonly available: string;
  readonly committed: string;
  readonly payable: string;
  readonly spent: string;
  readonly campaignId: Id | null;
  readonly overdrawn: BudgetCategory | null;
  readonly ads: readonly AdLineJson[] | null;
  readonly paidRound: { readonly round: number; readonly included: number } | null;
  readonly silentDays: number | null;
}

export interface AdLineJson {
  readonly month: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly available: string;
  readonly committed: string;
  readonly payable: string;
  readonly spent: string;
}
