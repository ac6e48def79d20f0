import type { Currency } from '@planerka/platform/domain';
import { toMoneyObject } from '@planerka/platform/server';
import { changeRequestActionsOf } from '@planerka/review/domain';
import { sql } from 'kysely';
import type { ChangeRequestObject } from './change-request.object';

export interface ChangeRequestDocument extends Omit<ChangeRequestObject, 'price' | 'availableActions'> {
  readonly priceMinor: string;
  readonly currency: Currency;
}

/** Needs `q` change request, `qt` its task, `c` its client in scope. */
export const changeRequestDocument = sql<ChangeRequestDocument>`json_build_object(
  'id', q.id, 'taskId', q.task_id, 'taskTitle', qt.title, 'clientId', c.id, 'clientName', c.name, 'round', q.round,
  'priceMinor', q.price_minor::text, 'currency', q.currency, 'reason', q.reason, 'state', q.state,
  'createdAt', q.created_at, 'decidedAt', q.decided_at, 'decisionNote', q.decision_note, 'version', q.version,
  'decidedBy', (SELECT m.name FROM member m WHERE m.agency_id = q.agency_id AND m.id = q.decided_by_id))`;

export const presentChangeRequest = ({
  priceMinor,
  currency,
  ...request
}: ChangeRequestDocument): ChangeRequestObject => ({
  ...request,
  price: toMoneyObject(priceMinor, currency),
  availableActions: changeRequestActionsOf(request.state),
});
