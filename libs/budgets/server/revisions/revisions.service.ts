import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  approvalNote,
  approveRevision,
  refusalReason,
  refuseRevision,
  requestRevision,
  revisionRequest,
  withdrawRevision,
  type RevisionFacts,
  type RevisionLine,
  type RevisionRequest,
  type RevisionState,
} from '@planerka/budgets/domain';
import {
  err,
  isId,
  issue,
  Money,
  newId,
  ok,
  parseInput,
  type Currency,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbDate,
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  toDbMonth,
  UnitOfWork,
  type CommandError,
  type DomainEvent,
  type Tx,
} from '@planerka/platform/server';
import { leadersOf } from '../ledger/leaders';
import { Ledger } from '../ledger/ledger';
import { Lines, type CampaignLine } from '../ledger/lines';
import type { BudgetExceeded } from '../ledger/posting';
import type {
  ApproveBudgetRevisionInput,
  RefuseBudgetRevisionInput,
  RequestBudgetRevisionInput,
  UpdateBudgetLineInput,
  WithdrawBudgetRevisionInput,
} from './revision.inputs';

type Failure = CommandError | BudgetExceeded;
/** Of which campaign: its budget is read again for the answer. */
type Done = Result<Id, Failure>;

interface Campaign {
  readonly id: Id;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly squadId: Id;
  readonly currency: Currency;
  readonly isClosed: boolean;
}

interface LoadedRevision {
  readonly id: Id;
  readonly campaign: Campaign;
  readonly requestedById: Id;
  readonly version: number;
  readonly facts: RevisionFacts;
}

/** Approved sums change in no other way than this: asked with a reason, decided by the owner, in one transaction. */
@Injectable()
export class RevisionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: Lines,
    private readonly ledger: Ledger,
  ) {}

  request(viewer: CurrentMember, input: RequestBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const parsed = parseInput(revisionRequest, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const campaign = await this.campaign(tx, parsed.value.campaignId);
      if (!campaign || !can(viewer, 'budget.request', campaign)) return err(notFound('Campaign'));
      if (campaign.isClosed) return err(illegal('closed', 'request'));
      const misplaced = checkLines(parsed.value, campaign);
      if (misplaced.length > 0) return err(invalidInput(misplaced));
      const { asked, lines } = await this.linesFor(tx, campaign, parsed.value);
      const checked = requestRevision({ reason: parsed.value.reason, lines: asked }, lines);
      if (!checked.ok) return err(invalidInput(checked.error));
      const revisionId = await this.write(tx, viewer, campaign, parsed.value.reason, checked.value);
      if (!can(viewer, 'budget.decide', campaign)) {
        await this.tell(tx, viewer, 'budget.revisionRequested', { id: revisionId, campaign });
        return ok(campaign.id);
      }
      // The owner has nobody to ask: their own revision stands at once.
      const facts = { state: 'requested', lines: checked.value } as const;
      return this.carryOut(
        tx,
        viewer,
        { id: revisionId, campaign, requestedById: viewer.memberId, version: 1, facts },
        '',
      );
    });
  }

  approve(viewer: CurrentMember, input: ApproveBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const revision = await this.revision(tx, input.revisionId);
      if (!revision || !can(viewer, 'budget.decide', revision.campaign)) return err(notFound('BudgetRevision'));
      if (revision.version !== input.expectedVersion) return err(staleVersion(revision.version));
      const parsed = parseInput(approvalNote, input);
      return parsed.ok ? this.carryOut(tx, viewer, revision, parsed.value.note) : err(invalidInput(parsed.error));
    });
  }

  refuse(viewer: CurrentMember, input: RefuseBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const revision = await this.revision(tx, input.revisionId);
      if (!revision || !can(viewer, 'budget.decide', revision.campaign)) return err(notFound('BudgetRevision'));
      if (revision.version !== input.expectedVersion) return err(staleVersion(revision.version));
      const parsed = parseInput(refusalReason, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const refused = refuseRevision(revision.facts, parsed.value.reason);
      if (!refused.ok) return err(illegal(revision.facts.state, 'refuse'));
      return this.close(tx, viewer, revision, 'refused', parsed.value.reason, 'budget.revisionRefused');
    });
  }

  withdraw(viewer: CurrentMember, input: WithdrawBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const revision = await this.revision(tx, input.revisionId);
      if (!revision || !can(viewer, 'budget.request', revision.campaign)) return err(notFound('BudgetRevision'));
      const facts = { squadId: revision.campaign.squadId, requestedById: revision.requestedById };
      if (!can(viewer, 'budget.withdraw', facts)) return err(illegal(revision.facts.state, 'withdraw', 'not_yours'));
      if (revision.version !== input.expectedVersion) return err(staleVersion(revision.version));
      const withdrawn = withdrawRevision(revision.facts);
      if (!withdrawn.ok) return err(illegal(revision.facts.state, 'withdraw'));
      return this.close(tx, viewer, revision, 'withdrawn', '', 'budget.revisionWithdrawn');
    });
  }

  /** Puts an open request before the owners once more; nothing changes. */
  remind(viewer: CurrentMember, revisionId: Id): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const revision = await this.revision(tx, revisionId);
      if (!revision || !can(viewer, 'budget.request', revision.campaign)) return err(notFound('BudgetRevision'));
      if (revision.facts.state !== 'requested') return err(illegal(revision.facts.state, 'remind'));
      await this.tell(tx, viewer, 'budget.revisionReminded', revision);
      return ok(revision.campaign.id);
    });
  }

  /** Makes a line hard or soft. An overdrawn line cannot become hard: it would be below zero from its first day. */
  updateLine(viewer: CurrentMember, input: UpdateBudgetLineInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const line = isId(input.lineId) ? (await this.lines.lock(tx, [input.lineId])).get(input.lineId) : undefined;
      const campaign = line && (await this.campaign(tx, line.campaignId));
      if (!line || !campaign || !can(viewer, 'budget.decide', campaign)) return err(notFound('BudgetLine'));
      if (input.isHard && line.balances.available.isNegative) {
        return err(invalidInput([issue(['isHard'], 'line_overdrawn')]));
      }
      const { count } = await tx.db.budgetLine.updateMany({
        where: { agencyId: tx.agencyId, id: line.id, version: input.expectedVersion },
        data: { isHard: input.isHard, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(await this.lineVersion(tx, line.id)));
      tx.emit({
        type: 'budget.lineChanged',
        entity: { type: 'BudgetLine', id: line.id },
        actor: actorOf(viewer),
        audience: await leadersOf(tx, campaign.id),
        related: { campaignId: campaign.id },
        details: { isHard: input.isHard },
      });
      return ok(campaign.id);
    });
  }

  /** Approves: all lines are locked in one order, each gets its new total, or none does. */
  private async carryOut(tx: Tx, viewer: CurrentMember, revision: LoadedRevision, note: string): Promise<Done> {
    const lines = await this.lines.lock(
      tx,
      revision.facts.lines.map(({ lineId }) => lineId),
    );
    const decided = approveRevision(revision.facts, lines);
    if (!decided.ok) return err(refusal(decided.error, revision.facts.state, lines));
    const memo = await this.reasonOf(tx, revision.id);
    for (const { lineId, newTotal } of revision.facts.lines) {
      const posted = await this.ledger.approve(tx, {
        lineId,
        newTotal,
        memo,
        actor: actorOf(viewer),
        revisionId: revision.id,
      });
      if (!posted.ok) return posted;
    }
    return this.close(tx, viewer, revision, 'approved', note, 'budget.revisionApproved');
  }

  private async close(
    tx: Tx,
    viewer: CurrentMember,
    revision: LoadedRevision,
    state: Exclude<RevisionState, 'requested'>,
    decisionNote: string,
    event: string,
  ): Promise<Done> {
    const { count } = await tx.db.budgetRevision.updateMany({
      where: { agencyId: tx.agencyId, id: revision.id, version: revision.version, state: 'requested' },
      data: {
        state,
        decidedById: viewer.memberId,
        decidedAt: toDbInstant(tx.at),
        decisionNote,
        version: { increment: 1 },
      },
    });
    if (count === 0) return err(staleVersion(revision.version + 1));
    await this.tell(tx, viewer, event, revision);
    return ok(revision.campaign.id);
  }

  private async tell(
    tx: Tx,
    viewer: CurrentMember,
    type: string,
    { id, campaign }: Pick<LoadedRevision, 'id' | 'campaign'>,
  ): Promise<void> {
    const event: DomainEvent = {
      type,
      entity: { type: 'BudgetRevision', id },
      actor: actorOf(viewer),
      audience: await leadersOf(tx, campaign.id),
      related: { campaignId: campaign.id },
    };
    tx.emit(event);
  }

  private async write(
    tx: Tx,
    viewer: CurrentMember,
    campaign: Campaign,
    reason: string,
    lines: readonly RevisionLine[],
  ): Promise<Id> {
    const id = newId();
    const { agencyId } = tx;
    await tx.db.budgetRevision.create({
      data: {
        agencyId,
        id,
        campaignId: campaign.id,
        state: 'requested',
        reason,
        requestedById: viewer.memberId,
        requestedAt: toDbInstant(tx.at),
      },
    });
    await tx.db.budgetRevisionLine.createMany({
      data: lines.map(({ lineId, previous, newTotal }) => ({
        agencyId,
        id: newId(),
        revisionId: id,
        lineId,
        newTotalMinor: newTotal.minor,
        previousMinor: previous.minor,
      })),
    });
    return id;
  }

  /** The lines that are asked about. One that is not there yet is made empty: it stands at zero until it is approved. */
  private async linesFor(
    tx: Tx,
    campaign: Campaign,
    request: RevisionRequest,
  ): Promise<{ asked: { lineId: Id; newTotal: Money }[]; lines: ReadonlyMap<Id, CampaignLine> }> {
    await tx.db.budgetLine.createMany({
      data: request.lines.map(({ category, month, isHard }) => ({
        agencyId: tx.agencyId,
        id: newId(),
        campaignId: campaign.id,
        category,
        month: toDbMonth(month),
        isHard: isHard ?? false,
        currency: campaign.currency,
      })),
      skipDuplicates: true,
    });
    const found = await tx.db.budgetLine.findMany({
      where: { agencyId: tx.agencyId, campaignId: campaign.id },
      select: { id: true, category: true, month: true },
    });
    const idOf = new Map(
      found.map(({ id, category, month }) => [`${category} ${fromDbDate(month).toPlainYearMonth()}`, id]),
    );
    const asked = request.lines.flatMap(({ category, month, newTotal }) => {
      const lineId = idOf.get(`${category} ${month}`);
      return lineId ? [{ lineId, newTotal }] : [];
    });
    return {
      asked,
      lines: await this.lines.lock(
        tx,
        asked.map(({ lineId }) => lineId),
      ),
    };
  }

  private async campaign({ db, agencyId }: Tx, id: Id): Promise<Campaign | null> {
    const found = await db.campaign.findUnique({
      where: { agencyId_id: { agencyId, id } },
      include: { client: { select: { squadId: true, currency: true } } },
    });
    if (!found) return null;
    const { startsOn, endsOn, client, state } = found;
    return {
      id,
      startsOn,
      endsOn,
      squadId: client.squadId,
      currency: client.currency as Currency,
      isClosed: state === 'closed',
    };
  }

  private async revision(tx: Tx, id: Id): Promise<LoadedRevision | null> {
    if (!isId(id)) return null;
    const found = await tx.db.budgetRevision.findUnique({
      where: { agencyId_id: { agencyId: tx.agencyId, id } },
      include: { lines: true },
    });
    const campaign = found && (await this.campaign(tx, found.campaignId));
    if (!found || !campaign) return null;
    const { state, version, requestedById, lines } = found;
    const money = (minor: bigint): Money => Money.of(minor, campaign.currency);
    const facts: RevisionFacts = {
      state,
      lines: lines.map(({ lineId, previousMinor, newTotalMinor }) => ({
        lineId,
        previous: money(previousMinor),
        newTotal: money(newTotalMinor),
      })),
    };
    return { id, campaign, requestedById, version, facts };
  }

  private async reasonOf({ db, agencyId }: Tx, id: Id): Promise<string> {
    const { reason } = await db.budgetRevision.findUniqueOrThrow({
      where: { agencyId_id: { agencyId, id } },
      select: { reason: true },
    });
    return reason;
  }

  private async lineVersion({ db, agencyId }: Tx, id: Id): Promise<number> {
    const { version } = await db.budgetLine.findUniqueOrThrow({
      where: { agencyId_id: { agencyId, id } },
      select: { version: true },
    });
    return version;
  }
}

/** Where the domain cannot look: months outside the campaign, another currency than the client's. */
function checkLines(request: RevisionRequest, campaign: Campaign): readonly InputIssue[] {
  const first = fromDbDate(campaign.startsOn).toPlainYearMonth().toString();
  const last = fromDbDate(campaign.endsOn).toPlainYearMonth().toString();
  return request.lines.flatMap(({ month, newTotal }, index) => {
    const issues: InputIssue[] = [];
    if (month.toString() < first || month.toString() > last)
      issues.push(issue(['lines', index, 'month'], 'outside_campaign'));
    if (newTotal.currency !== campaign.currency) {
      issues.push(issue(['lines', index, 'newTotal'], 'other_currency', { expected: campaign.currency }));
    }
    return issues;
  });
}

const illegal = (state: string, action: string, reason: string | null = null) =>
  ({ kind: 'IllegalTransition', state, action, reason }) as const;

type ApprovalError = Extract<ReturnType<typeof approveRevision>, { ok: false }>['error'];

function refusal(error: ApprovalError, state: RevisionState, lines: ReadonlyMap<Id, CampaignLine>): Failure {
  switch (error.kind) {
    case 'RevisionClosed':
      return illegal(error.state, 'approve');
    case 'RevisionOutdated':
      return illegal(state, 'approve', 'outdated');
    case 'BudgetExceeded': {
      const line = lines.get(error.lineId);
      if (!line) throw new Error(`There is no budget line ${error.lineId}`);
      const { campaignId, category, month } = line;
      return { ...error, campaignId, category, month };
    }
  }
}
