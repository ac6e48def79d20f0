import { moneyField } from '@planerka/clients/domain';
import {
  err,
  issue,
  type Money,
  ok,
  optionalText,
  requiredText,
  type Currency,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';

export const changeRequestStates = ['draft', 'approved', 'declined'] as const;
/** Drafted by the system; then charged to the client, or waived. */
export type ChangeRequestState = (typeof changeRequestStates)[number];

export const changeRequestActions = ['confirm', 'waive'] as const;
export type ChangeRequestAction = (typeof changeRequestActions)[number];

/** The first is the usual way: what is past the retainer is paid for. */
export const changeRequestActionsOf = (state: ChangeRequestState): readonly ChangeRequestAction[] =>
  state === 'draft' ? changeRequestActions : [];

/** Without a price the one of the retainer stands. */
export const confirmInput = (currency: Currency) =>
  z.object({ price: moneyField(currency).nullish(), note: optionalText('note').default('') });

/** What is given away has a reason: the owner reads it. */
export const waiveInput = z.object({ reason: requiredText('note') });

/** A price for the client; a round without one is waived, never charged at nothing. */
export function priceOf(drafted: Money, wanted: Money | null | undefined): Result<Money, InputIssue> {
  const price = wanted ?? drafted;
  return price.isPositive ? ok(price) : err(issue(['price'], 'not_positive'));
}
