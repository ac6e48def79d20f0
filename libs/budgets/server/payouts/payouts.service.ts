import { Injectable } from '@nestjs/common';
import { can, type Employment } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  checkPayment,
  gatherPayouts,
  movePayout,
  paymentProof,
  type PayoutAction,
  type PayoutState,
} from '@planerka/budgets/domain';
import {
  changesBetween,
  changesOfGone,
  changesOfNew,
  dateOf,
  err,
  isId,
  issue,
  Money,
  newId,
  ok,
  parseInput,
  type Changes,
  type Currency,
  type Id,
  type Result,
  type TimeZone,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  tables,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tables,
  type Tx,
} from '@planerka/platform/server';
import { sql, type Updateable } from 'kysely';
import { Ledger } from '../ledger/ledger';
import { payablesStatement, type PayableRow } from './payable-rows';
import type { MarkPayoutPaidInput, PayoutVersionInput, PreparePayoutsInput } from './payout.object';

/** The payouts that were changed: they are read again for the answer. */
type Done = Result<readonly Id[], CommandError>;

type PayoutColumns = Updateable<Tables['payout']>;

interface LoadedPayout {
  readonly id: Id;
  readonly number: number;
  readonly state: PayoutState;
  readonly memberId: Id;
  readonly employment: Employment;
  readonly currency: Currency;
  readonly version: number;
  readonly squadIds: readonly Id[];
  readonly timeZone: TimeZone;
  readonly items: readonly { readonly taskId: Id; readonly lineId: Id; readonly minor: string }[];
}

/** Gathered by a manager or the owner, approved and marked paid by the owner; paying moves payable to spent. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  prepare(viewer: CurrentMember, { memberIds }: PreparePayoutsInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      if (memberIds.length === 0) return err(invalidInput([issue(['memberIds'], 'required')]));
      await this.lockNumbers(tx);
      const wanted = new Set(memberIds);
      const known = await tx.db.member.count({
        where: { agencyId: tx.agencyId, id: { in: [...wanted].filter(isId) } },
      });
      if (known < wanted.size) return err(notFound('Member'));
      const owed = (await this.payables(tx, viewer)).filter(({ member_id }) => wanted.has(member_id));
      const squadIds = owed.map(({ squad_id }) => squad_id);
      const mayPrepare = owed.every(({ member_id }) =>
        can(viewer, 'payout.prepare', { memberId: member_id, squadIds }),
      );
      if (owed.length === 0 || !mayPrepare) return err(notFound('Payable'));
      const drafts = gatherPayouts(
        owed.map(({ task_id, line_id, member_id, minor, currency }) => ({
          taskId: task_id,
          lineId: line_id,
          memberId: member_id,
          amount: Money.of(BigInt(minor), currency as Currency),
        })),
      );
      let number = await this.lastNumber(tx);
      const ids: Id[] = [];
      for (const draft of drafts) {
        number += 1;
        ids.push(await this.create(tx, viewer, number, draft));
      }
      return ok(ids);
    });
  }

  approve(viewer: CurrentMember, payouts: readonly PayoutVersionInput[]): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      if (payouts.length === 0) return err(invalidInput([issue(['payouts'], 'required')]));
      const data = { approved_by_id: viewer.memberId, approved_at: toDbInstant(tx.at) };
      // In one order, so that two who approve the same payouts do not wait for each other in a circle.
      for (const wanted of payouts.toSorted((one, other) => (one.payoutId < other.payoutId ? -1 : 1))) {
        const moved = await this.move(tx, viewer, wanted, 'approve', data);
        if (!moved.ok) return moved;
      }
      return ok(payouts.map(({ payoutId }) => payoutId));
    });
  }

  /** Back to where it can be changed; nothing has been paid yet. */
  returnToDraft(viewer: CurrentMember, input: PayoutVersionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const moved = await this.move(tx, viewer, input, 'return_to_draft', {
        approved_by_id: null,
        approved_at: null,
      });
      return moved.ok ? ok([moved.value.id]) : moved;
    });
  }

  markPaid(viewer: CurrentMember, input: MarkPayoutPaidInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const payout = await this.load(tx, input.payoutId);
      if (!payout || !can(viewer, 'payout.pay', payout)) return err(notFound('Payout'));
      const parsed = parseInput(paymentProof, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const proof = checkPayment(parsed.value, payout.employment, dateOf(tx.at, payout.timeZone));
      if (!proof.ok) return err(invalidInput(proof.error));
      const { paidOn, document } = proof.value;
      const data = { paid_by_id: viewer.memberId, paid_on: toDbDate(paidOn), document };
      const moved = this.moveLoaded(tx, viewer, payout, input, 'mark_paid', data, { paidOn, document });
      if (!moved.ok) return moved;
      await this.post(tx, viewer, payout);
      return ok([payout.id]);
    });
  }

  /** Takes a draft apart: its works are owed as before. */
  discard(viewer: CurrentMember, input: PayoutVersionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const payout = await this.load(tx, input.payoutId);
      if (!payout || !can(viewer, 'payout.prepare', payout)) return err(notFound('Payout'));
      if (payout.state !== 'draft') return err({ kind: 'IllegalTransition', state: payout.state, action: 'discard' });
      const { count } = await tx.db.payout.deleteMany({
        where: { agencyId: tx.agencyId, id: payout.id, version: input.expectedVersion, state: 'draft' },
      });
      if (count === 0) return err(staleVersion(payout.version));
      const { number, memberId, state } = payout;
      this.tell(
        tx,
        viewer,
        'payout.discarded',
        payout,
        changesOfGone({ number, memberId, state, total: totalOf(payout) }),
      );
      return ok([payout.id]);
    });
  }

  private async move(
    tx: Tx,
    viewer: CurrentMember,
    input: PayoutVersionInput,
    action: PayoutAction,
    data: PayoutColumns,
  ): Promise<Result<LoadedPayout, CommandError>> {
    const payout = await this.load(tx, input.payoutId);
    return payout ? this.moveLoaded(tx, viewer, payout, input, action, data) : err(notFound('Payout'));
  }

  private moveLoaded(
    tx: Tx,
    viewer: CurrentMember,
    payout: LoadedPayout,
    { expectedVersion }: PayoutVersionInput,
    action: PayoutAction,
    data: PayoutColumns,
    told: object = {},
  ): Result<LoadedPayout, CommandError> {
    if (!can(viewer, action === 'mark_paid' ? 'payout.pay' : 'payout.approve', payout)) return err(notFound('Payout'));
    if (payout.version !== expectedVersion) return err(staleVersion(payout.version));
    const next = movePayout(payout.state, action);
    if (!next.ok) return err({ kind: 'IllegalTransition', state: payout.state, action });
    // The row is locked: it is still what was read.
    tx.write(
      tables
        .updateTable('payout')
        .set({ ...data, state: next.value, version: sql`version + 1` })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', payout.id),
    );
    this.tell(
      tx,
      viewer,
      events[action],
      payout,
      changesBetween({ state: payout.state }, { state: next.value, ...told }),
    );
    return ok(payout);
  }

  private post(tx: Tx, viewer: CurrentMember, { id: payoutId, number, currency, items }: LoadedPayout): Promise<void> {
    return this.ledger.payAll(
      tx,
      items.map(({ taskId, lineId, minor }) => ({
        taskId,
        lineId,
        amount: Money.of(BigInt(minor), currency),
        memo: String(number),
        actor: actorOf(viewer),
        payoutId,
      })),
    );
  }

  private async create(
    tx: Tx,
    viewer: CurrentMember,
    number: number,
    { memberId, total, items }: ReturnType<typeof gatherPayouts>[number],
  ): Promise<Id> {
    const { agencyId } = tx;
    const id = newId();
    await tx.db.payout.create({
      data: {
        agencyId,
        id,
        number,
        memberId,
        state: 'draft',
        totalMinor: total.minor,
        currency: total.currency,
        preparedById: viewer.memberId,
        preparedAt: toDbInstant(tx.at),
      },
    });
    await tx.db.payoutItem.createMany({
      data: items.map(({ taskId, lineId, amount }) => ({
        agencyId,
        id: newId(),
        payoutId: id,
        taskId,
        lineId,
        amountMinor: amount.minor,
      })),
    });
    this.tell(
      tx,
      viewer,
      'payout.prepared',
      { id, number, memberId },
      changesOfNew({ memberId, total, works: items.length }),
    );
    return id;
  }

  private payables({ db, agencyId }: Tx, viewer: CurrentMember): Promise<PayableRow[]> {
    const squadIds = viewer.role === 'owner' ? null : [...viewer.squadIds];
    return db.$queryRawUnsafe<PayableRow[]>(payablesStatement, agencyId, squadIds, null);
  }

  /** One at a time per agency: numbers follow each other without gaps, and no work gets into two payouts. */
  private async lockNumbers({ db, agencyId }: Tx): Promise<void> {
    await db.$queryRaw`SELECT id FROM agency WHERE id = ${agencyId}::uuid FOR UPDATE`;
  }

  private async lastNumber({ db, agencyId }: Tx): Promise<number> {
    const { _max } = await db.payout.aggregate({ where: { agencyId }, _max: { number: true } });
    return _max.number ?? 0;
  }

  /** Locks the payout and loads it; two statements sent together, the second sure to be later than the lock. */
  private async load({ agencyId, query }: Tx, id: Id): Promise<LoadedPayout | null> {
    if (!isId(id)) return null;
    const [, [row]] = await Promise.all([
      query(sql`SELECT 1 FROM payout WHERE agency_id = ${agencyId}::uuid AND id = ${id}::uuid FOR UPDATE`),
      query(sql<LoadedPayout>`
        SELECT p.id, p.number, p.state, p.member_id AS "memberId", m.employment, p.currency, p.version,
          a.time_zone AS "timeZone", works.items, works.squads AS "squadIds"
        FROM payout p
        JOIN agency a ON a.id = p.agency_id
        JOIN member m ON m.agency_id = p.agency_id AND m.id = p.member_id
        CROSS JOIN LATERAL (
          SELECT coalesce(json_agg(json_build_object('taskId', i.task_id, 'lineId', i.line_id, 'minor', i.amount_minor::text)
              ORDER BY i.id), '[]') AS items,
            coalesce(json_agg(cl.squad_id), '[]') AS squads
          FROM payout_item i
          JOIN task t ON t.agency_id = i.agency_id AND t.id = i.task_id
          JOIN client cl ON cl.agency_id = t.agency_id AND cl.id = t.client_id
          WHERE i.agency_id = p.agency_id AND i.payout_id = p.id
        ) works
        WHERE p.agency_id = ${agencyId}::uuid AND p.id = ${id}::uuid`),
    ]);
    return row ?? null;
  }

  /** The member hears of their own money; what it is made of they see, no sum travels with the event but into the owners’ journal. */
  private tell(
    tx: Tx,
    viewer: CurrentMember,
    type: string,
    payout: Pick<LoadedPayout, 'id' | 'number' | 'memberId'>,
    changes: Changes,
  ): void {
    tx.emit({
      type,
      entity: { type: 'Payout', id: payout.id },
      actor: actorOf(viewer),
      audience: { memberIds: [...new Set([payout.memberId, viewer.memberId])] },
      details: { number: payout.number },
      changes,
    });
  }
}

const totalOf = ({ items, currency }: LoadedPayout): Money =>
  Money.sum(
    items.map(({ minor }) => Money.of(BigInt(minor), currency)),
    currency,
  );

const events: Readonly<Record<PayoutAction, string>> = {
  approve: 'payout.approved',
  return_to_draft: 'payout.returned',
  mark_paid: 'payout.paid',
};
