import type { Employment } from '@planerka/agency/domain';
import {
  compareDates,
  err,
  issue,
  Money,
  ok,
  type Currency,
  type Id,
  type InputIssue,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';

export const payoutStates = ['draft', 'approved', 'paid'] as const;
export type PayoutState = (typeof payoutStates)[number];

export const payoutActions = ['approve', 'return_to_draft', 'mark_paid'] as const;
export type PayoutAction = (typeof payoutActions)[number];

const transitions: Readonly<Record<PayoutAction, { readonly from: PayoutState; readonly to: PayoutState }>> = {
  approve: { from: 'draft', to: 'approved' },
  return_to_draft: { from: 'approved', to: 'draft' },
  mark_paid: { from: 'approved', to: 'paid' },
};

export interface IllegalPayoutAction {
  readonly kind: 'IllegalPayoutAction';
  readonly action: PayoutAction;
  readonly state: PayoutState;
}

export function movePayout(state: PayoutState, action: PayoutAction): Result<PayoutState, IllegalPayoutAction> {
  const { from, to } = transitions[action];
  return state === from ? ok(to) : err({ kind: 'IllegalPayoutAction', action, state });
}

/** What may be done with it, the next step first. */
export const payoutActionsIn = (state: PayoutState): readonly PayoutAction[] =>
  (['mark_paid', 'approve', 'return_to_draft'] as const).filter((action) => transitions[action].from === state);

/** Owed for one task. */
export interface Payable {
  readonly taskId: Id;
  readonly lineId: Id;
  readonly memberId: Id;
  readonly amount: Money;
}

export interface PayoutDraft {
  readonly memberId: Id;
  readonly currency: Currency;
  readonly items: readonly Payable[];
  readonly total: Money;
}

/** Gathers what is owed into one payout per member and currency, in the order the payables came. */
export function gatherPayouts(payables: readonly Payable[]): readonly PayoutDraft[] {
  const groups = Map.groupBy(
    payables.filter(({ amount }) => amount.isPositive),
    ({ memberId, amount }) => `${memberId} ${amount.currency}`,
  );
  return [...groups.values()].flatMap((items) => {
    const [first] = items;
    if (!first) return [];
    const { currency } = first.amount;
    return [
      {
        memberId: first.memberId,
        currency,
        items,
        total: Money.sum(
          items.map(({ amount }) => amount),
          currency,
        ),
      },
    ];
  });
}

export interface PaymentProof {
  readonly paidOn: PlainDate;
  /** Number of the payment order, or of a self-employed person's receipt. */
  readonly document: string;
}

/** @param today the agency's own day: a payment cannot lie in the future */
export function checkPayment(
  proof: PaymentProof,
  employment: Employment,
  today: PlainDate,
): Result<PaymentProof, readonly InputIssue[]> {
  const issues: InputIssue[] = [];
  if (compareDates(proof.paidOn, today) > 0) issues.push(issue(['paidOn'], 'in_future'));
  if (employment === 'self_employed' && proof.document.trim() === '') {
    issues.push(issue(['document'], 'receipt_wanted'));
  }
  return issues.length > 0 ? err(issues) : ok(proof);
}
