import { err, issue, Money, ok, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import { approveTotal, type BudgetExceeded, type Movement } from './movements';
import { plannedOf, type BudgetLine } from './ledger';

export const revisionStates = ['requested', 'approved', 'refused', 'withdrawn'] as const;
export type RevisionState = (typeof revisionStates)[number];

/** One line's part of a revision: from what it was when asked, to what it shall be. */
export interface RevisionLine {
  readonly lineId: Id;
  readonly previous: Money;
  readonly newTotal: Money;
}

export interface RevisionFacts {
  readonly state: RevisionState;
  readonly lines: readonly RevisionLine[];
}

/** Only an open request can be decided or withdrawn. */
export interface RevisionClosed {
  readonly kind: 'RevisionClosed';
  readonly state: Exclude<RevisionState, 'requested'>;
}

/** An approved sum has changed since it was asked: deciding now would undo somebody's decision. */
export interface RevisionOutdated {
  readonly kind: 'RevisionOutdated';
  readonly lineIds: readonly Id[];
}

export interface NewRevision {
  readonly reason: string;
  readonly lines: readonly { readonly lineId: Id; readonly newTotal: Money }[];
}

/** Checks a request against the lines as they stand; nothing moves until it is approved. */
export function requestRevision(
  request: NewRevision,
  lines: ReadonlyMap<Id, BudgetLine>,
): Result<readonly RevisionLine[], readonly InputIssue[]> {
  const issues: InputIssue[] = [];
  if (request.reason.trim() === '') issues.push(issue(['reason'], 'required'));
  if (request.lines.length === 0) issues.push(issue(['lines'], 'required'));
  const seen = new Set<Id>();
  const asked = request.lines.flatMap(({ lineId, newTotal }, index): RevisionLine[] => {
    const line = lines.get(lineId);
    const path = ['lines', index];
    if (!line) issues.push(issue([...path, 'lineId'], 'unknown_line'));
    else if (seen.has(lineId)) issues.push(issue([...path, 'lineId'], 'line_twice'));
    else if (newTotal.currency !== line.currency) issues.push(issue([...path, 'newTotal'], 'other_currency'));
    else if (newTotal.isNegative) issues.push(issue([...path, 'newTotal'], 'negative'));
    else {
      seen.add(lineId);
      return [{ lineId, previous: plannedOf(line.balances), newTotal }];
    }
    return [];
  });
  const changesNothing = issues.length === 0 && asked.every(({ previous, newTotal }) => previous.equals(newTotal));
  if (changesNothing) issues.push(issue(['lines'], 'changes_nothing'));
  return issues.length > 0 ? err(issues) : ok(asked);
}

/** A move of money between two lines, as the new totals that it means. */
export function transferBetween(from: BudgetLine, to: BudgetLine, amount: Money): NewRevision['lines'] {
  return [
    { lineId: from.id, newTotal: plannedOf(from.balances).minus(amount) },
    { lineId: to.id, newTotal: plannedOf(to.balances).plus(amount) },
  ];
}

/** Approves: every line gets its new total, or none does. */
export function approveRevision(
  revision: RevisionFacts,
  lines: ReadonlyMap<Id, BudgetLine>,
): Result<readonly Movement[], RevisionClosed | RevisionOutdated | BudgetExceeded> {
  const open = openRevision(revision);
  if (!open.ok) return open;
  const outdated = revision.lines.filter(({ lineId, previous }) => {
    const line = lines.get(lineId);
    return !line || !plannedOf(line.balances).equals(previous);
  });
  if (outdated.length > 0) return err({ kind: 'RevisionOutdated', lineIds: outdated.map(({ lineId }) => lineId) });
  const movements: Movement[] = [];
  for (const { lineId, newTotal } of revision.lines) {
    const line = lines.get(lineId);
    if (!line) continue;
    const approved = approveTotal(line, newTotal);
    if (!approved.ok) return approved;
    if (approved.value.transfers.length > 0) movements.push(approved.value);
  }
  return ok(movements);
}

export function refuseRevision(
  revision: RevisionFacts,
  reason: string,
): Result<{ readonly state: 'refused' }, RevisionClosed | InputIssue> {
  const open = openRevision(revision);
  if (!open.ok) return open;
  return reason.trim() === '' ? err(issue(['reason'], 'required')) : ok({ state: 'refused' });
}

export function withdrawRevision(revision: RevisionFacts): Result<{ readonly state: 'withdrawn' }, RevisionClosed> {
  const open = openRevision(revision);
  return open.ok ? ok({ state: 'withdrawn' }) : open;
}

function openRevision({ state }: RevisionFacts): Result<void, RevisionClosed> {
  return state === 'requested' ? ok(undefined) : err({ kind: 'RevisionClosed', state });
}

/** What a revision adds to the campaign in all; zero for a transfer between its lines. */
export function revisionTotal({ lines }: RevisionFacts, currency: Money['currency']): Money {
  return Money.sum(
    lines.map(({ previous, newTotal }) => newTotal.minus(previous)),
    currency,
  );
}
