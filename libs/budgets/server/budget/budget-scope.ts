import type { BudgetCategory } from '@planerka/budgets/domain';
import { can, clientScope, type MemberViewer, type Viewer } from '@planerka/agency/domain';
import type { Id, Instant } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** Whose budgets a viewer finds, and how much of each: `budget.view` and `budget.line.view` as a filter. */
export interface BudgetScope {
  /** Null: of all clients. */
  readonly squadIds: readonly Id[] | null;
  /** A targetologist sees the line they spend from, and no other. */
  readonly onlyCategory: BudgetCategory | null;
}

/** Null: no budget exists for this viewer. */
export function budgetScope(viewer: Viewer): BudgetScope | null {
  const scope = clientScope(viewer);
  if (scope.kind === 'all') return { squadIds: null, onlyCategory: null };
  const squadIds = scope.squadIds;
  const [squadId] = squadIds;
  if (squadId === undefined) return null;
  if (can(viewer, 'budget.view', { squadId })) return { squadIds, onlyCategory: null };
  return can(viewer, 'budget.line.view', { squadId, category: 'ad_spend' })
    ? { squadIds, onlyCategory: 'ad_spend' }
    : null;
}

/** As a condition on `client` rows. */
export const ofClients = (
  { squadIds }: Pick<BudgetScope, 'squadIds'>,
  squadId = sql`cl.squad_id`,
): RawBuilder<boolean> =>
  squadIds === null ? sql<boolean>`true` : sql<boolean>`${squadId} = ANY(${[...squadIds]}::uuid[])`;

/** As a condition on `budget_line` rows. */
export const ofCategory = ({ onlyCategory }: Pick<BudgetScope, 'onlyCategory'>): RawBuilder<boolean> =>
  onlyCategory === null ? sql<boolean>`true` : sql<boolean>`l.category = ${onlyCategory}::"BudgetCategory"`;

/** The same as values of a statement that is written once for many viewers. */
export interface BudgetInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  /** ISO 8601. */
  readonly at: string;
  readonly seesAll: true | undefined;
  readonly squadIds: readonly Id[] | undefined;
  readonly seesAllLines: boolean;
}

/** Null: no budget exists for this viewer. */
export function budgetInput(viewer: MemberViewer, at: Instant): BudgetInput | null {
  const scope = budgetScope(viewer);
  return (
    scope && {
      agencyId: viewer.agencyId,
      at: at.toString(),
      seesAll: scope.squadIds === null || undefined,
      squadIds: scope.squadIds ?? undefined,
      seesAllLines: scope.onlyCategory === null,
    }
  );
}

/** As a condition on `cl` client. Without any of the values no client is seen. */
export const inBudgetScope = (value: Value<BudgetInput>, given: Given<BudgetInput>): RawBuilder<boolean> =>
  given('seesAll') ? sql<boolean>`true` : sql<boolean>`cl.squad_id = ANY(${value('squadIds')}::uuid[])`;
