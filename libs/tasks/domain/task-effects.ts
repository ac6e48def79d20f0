import { type Money } from '@planerka/platform/domain';
import { isPaidRound, type TaskFacts } from './task-facts';

/**
 * What a transition brings with it, for the service to do in the same transaction. Amounts are never zero.
 */
export type TaskEffect =
  /** Freeze the working draft as the next brief version, with the brand profile as it stands. */
  | { readonly kind: 'snapshot_brief' }
  /** Store what was submitted as the next deliverable version, with its preflight findings. */
  | { readonly kind: 'add_deliverable' }
  /** available → committed. */
  | { readonly kind: 'commit'; readonly amount: Money }
  /** committed → available. */
  | { readonly kind: 'release'; readonly amount: Money }
  /** committed → payable. */
  | { readonly kind: 'make_payable'; readonly amount: Money }
  /** The part of a cancelled task's fee that is paid all the same: committed → payable. */
  | { readonly kind: 'kill_fee'; readonly amount: Money }
  /** payable → committed: the work goes on. */
  | { readonly kind: 'reverse_payable'; readonly amount: Money }
  | { readonly kind: 'count_round'; readonly round: number }
  /** A priced change request for the manager: this round is past the included ones. */
  | { readonly kind: 'draft_change_request'; readonly round: number }
  /** The client's link says from now on that the request was withdrawn. */
  | { readonly kind: 'withdraw_approval' };

/** Brings what is committed to the fee that is accepted: an accepted revision commits or releases the difference only. */
export function settleFee(task: TaskFacts): readonly TaskEffect[] {
  const missing = task.proposedFee.minus(task.committed);
  if (missing.isPositive) return [{ kind: 'commit', amount: missing }];
  return missing.isNegative ? [{ kind: 'release', amount: missing.negated() }] : [];
}

export function releaseFee(task: TaskFacts): readonly TaskEffect[] {
  return task.committed.isPositive ? [{ kind: 'release', amount: task.committed }] : [];
}

export function makeFeePayable(task: TaskFacts): readonly TaskEffect[] {
  return task.committed.isPositive ? [{ kind: 'make_payable', amount: task.committed }] : [];
}

/** What was paid out stays paid; reopening then costs nothing more. */
export function reversePayable(task: TaskFacts): readonly TaskEffect[] {
  return task.payable.isPositive ? [{ kind: 'reverse_payable', amount: task.payable }] : [];
}

/** @param percent 0–100 of what is committed; rounded down, in the agency's favour */
export function killFee(committed: Money, percent: number): { readonly payable: Money; readonly released: Money } {
  const payable = committed.times(BigInt(percent), 100n, 'down');
  return { payable, released: committed.minus(payable) };
}

export function cancelFee(task: TaskFacts, killFeePercent: number): readonly TaskEffect[] {
  const { payable, released } = killFee(task.committed, killFeePercent);
  return [
    ...(payable.isPositive ? [{ kind: 'kill_fee', amount: payable } as const] : []),
    ...(released.isPositive ? [{ kind: 'release', amount: released } as const] : []),
  ];
}

export function countRound(task: TaskFacts): readonly TaskEffect[] {
  const round = task.rounds + 1;
  const counted: TaskEffect = { kind: 'count_round', round };
  return isPaidRound(round, task.includedRounds) ? [counted, { kind: 'draft_change_request', round }] : [counted];
}

export const withdrawApproval = (task: TaskFacts): readonly TaskEffect[] =>
  task.approvalId === null ? [] : [{ kind: 'withdraw_approval' }];
