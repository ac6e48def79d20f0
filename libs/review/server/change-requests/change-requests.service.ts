import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  err,
  isId,
  Money,
  ok,
  parseInput,
  type Currency,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import {
  changeRequestActionsOf,
  confirmInput,
  priceOf,
  waiveInput,
  type ChangeRequestAction,
  type ChangeRequestState,
} from '@planerka/review/domain';
import type { ConfirmChangeRequestInput, WaiveChangeRequestInput } from './change-request.inputs';

interface LoadedRequest {
  readonly id: Id;
  readonly taskId: Id;
  readonly itemId: Id | null;
  readonly title: string;
  readonly clientId: Id;
  readonly squadId: Id;
  readonly managerId: Id;
  readonly round: number;
  readonly price: Money;
  readonly state: ChangeRequestState;
  readonly version: number;
}

interface Verdict {
  readonly state: 'approved' | 'declined';
  readonly price: Money;
  readonly note: string;
}

type Done = Result<Id, CommandError>;

/** What becomes of a round past the included ones: the client pays for it, or the agency gives it away and says why. */
@Injectable()
export class ChangeRequestsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  confirm(viewer: CurrentMember, input: ConfirmChangeRequestInput): Promise<Done> {
    return this.decide(viewer, input, 'confirm', ({ price: drafted }) => {
      const parsed = parseInput(confirmInput(drafted.currency), input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const price = priceOf(drafted, parsed.value.price);
      return price.ok
        ? ok({ state: 'approved', price: price.value, note: parsed.value.note })
        : err(invalidInput([price.error]));
    });
  }

  waive(viewer: CurrentMember, input: WaiveChangeRequestInput): Promise<Done> {
    return this.decide(viewer, input, 'waive', ({ price }) => {
      const parsed = parseInput(waiveInput, input);
      return parsed.ok ? ok({ state: 'declined', price, note: parsed.value.reason }) : err(invalidInput(parsed.error));
    });
  }

  private decide(
    viewer: CurrentMember,
    { changeRequestId, expectedVersion }: { readonly changeRequestId: Id; readonly expectedVersion: number },
    action: ChangeRequestAction,
    judge: (request: LoadedRequest) => Result<Verdict, CommandError>,
  ): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const request = await lockRequest(tx, changeRequestId);
      if (!request || !can(viewer, 'changeRequest.decide', request)) return err(notFound('ChangeRequest'));
      if (request.version !== expectedVersion) return err(staleVersion(request.version));
      if (!changeRequestActionsOf(request.state).includes(action)) {
        return err({ kind: 'IllegalTransition', state: request.state, action });
      }
      const verdict = judge(request);
      if (!verdict.ok) return verdict;
      await write(tx, viewer, request, verdict.value);
      return ok(request.id);
    });
  }
}

async function lockRequest({ db, agencyId }: Tx, id: Id): Promise<LoadedRequest | null> {
  if (!isId(id)) return null;
  const [row] = await db.$queryRaw<
    readonly (Omit<LoadedRequest, 'price'> & { readonly priceMinor: bigint; readonly currency: Currency })[]
  >`
    SELECT q.id, q.task_id AS "taskId", t.item_id AS "itemId", t.title, q.client_id AS "clientId", c.squad_id AS "squadId",
      t.manager_id AS "managerId", q.round, q.price_minor AS "priceMinor", q.currency, q.state, q.version
    FROM change_request q
    JOIN task t ON t.agency_id = q.agency_id AND t.id = q.task_id
    JOIN client c ON c.agency_id = q.agency_id AND c.id = q.client_id
    WHERE q.agency_id = ${agencyId}::uuid AND q.id = ${id}::uuid FOR UPDATE OF q`;
  if (!row) return null;
  const { priceMinor, currency, ...request } = row;
  return { ...request, price: Money.of(priceMinor, currency) };
}

async function write(
  { db, agencyId, at, emit }: Tx,
  viewer: CurrentMember,
  request: LoadedRequest,
  { state, price, note }: Verdict,
): Promise<void> {
  const { id, clientId, squadId, managerId, taskId, itemId, title, round } = request;
  await db.changeRequest.update({
    where: { agencyId_id: { agencyId, id } },
    data: {
      state,
      priceMinor: price.minor,
      decidedAt: toDbInstant(at),
      decidedById: viewer.memberId,
      decisionNote: note,
      version: { increment: 1 },
    },
  });
  emit({
    type: state === 'approved' ? 'change_request.confirmed' : 'change_request.waived',
    entity: { type: 'ChangeRequest', id },
    actor: actorOf(viewer),
    // What the client pays is the business of whoever leads them: the specialist does not hear of it.
    audience: { clientId, squadId, memberIds: [managerId] },
    related: { taskId, itemId },
    details: { title, round, amount: price.toJSON().amount, currency: price.currency, note: note.slice(0, 300) },
    changes: changesBetween(request, { state, price, note }),
  });
}
