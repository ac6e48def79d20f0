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
  type RevisionState,
} from '@planerka/budgets/domain';
import {
  changesBetween,
  err,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Money,
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
import { leadersOf } from '../ledger/leaders';
import { Ledger } from '../ledger/ledger';
import { Lines, type CampaignLine } from '../ledger/lines';
import type { BudgetExceeded } from '../ledger/posting';
import type {
  ApproveBudgetRevisionInput,
  RefuseBudgetRevisionInput,
  RequestBudgetRevisionInput,
  WithdrawBudgetRevisionInput,
} from './revision.inputs';
import {
  campaignFacts,
  linesAsked,
  loadRevision,
  misplacedLines,
  writeRequest,
  type LoadedRevision,
} from './revision-rows';

type Failure = CommandError | BudgetExceeded;
/** Of which campaign: its budget is read again for the answer. */
type Done = Result<Id, Failure>;

/** Approved sums change in no other way than this: asked with a reason, decided by the owner, in one transaction. */
@Injectable()
export class RevisionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: Lines,
    private readonly ledger: Ledger,
  ) {}

  async request(viewer: CurrentMember, input: RequestBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const requested = await this.requestWithin(tx, viewer, input);
      return requested.ok ? ok(requested.value.campaignId) : requested;
    });
  }

  /** The same as part of another command: what it is asked for is made or not with it. */
  async requestWithin(
    tx: Tx,
    viewer: CurrentMember,
    input: RequestBudgetRevisionInput,
  ): Promise<Result<{ readonly revisionId: Id; readonly campaignId: Id }, Failure>> {
    const parsed = parseInput(revisionRequest, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const campaign = await campaignFacts(tx, parsed.value.campaignId);
    if (!campaign || !can(viewer, 'budget.request', campaign)) return err(notFound('Campaign'));
    if (campaign.isClosed) return err(illegal('closed', 'request'));
    const misplaced = misplacedLines(parsed.value, campaign);
    if (misplaced.length > 0) return err(invalidInput(misplaced));
    const asked = await linesAsked(tx, campaign, parsed.value);
    const lines = await this.lines.lock(
      tx,
      asked.map(({ lineId }) => lineId),
    );
    const { reason } = parsed.value;
    const checked = requestRevision({ reason, lines: asked }, lines);
    if (!checked.ok) return err(invalidInput(checked.error));
    const id = await writeRequest(tx, viewer.memberId, campaign, reason, checked.value);
    const made = ok({ revisionId: id, campaignId: campaign.id });
    if (!can(viewer, 'budget.decide', campaign)) {
      const changes = changesBetween({}, { reason, lines: totalsOf(checked.value, lines, 'newTotal') });
      await this.tell(tx, viewer, 'budget.revisionRequested', { id, campaign }, changes);
      return made;
    }
    // The owner has nobody to ask: their own revision stands at once.
    const facts = { state: 'requested', lines: checked.value } as const;
    const revision = { id, campaign, reason, requestedById: viewer.memberId, version: 1, facts };
    const carried = await this.carryOut(tx, viewer, revision, '');
    return carried.ok ? made : carried;
  }

  /**
   * Takes back what `requestWithin` asked for, as part of another command: an open request is withdrawn, and of one that
   * the viewer may decide themself the sums go back to what they were. What somebody else has decided stands.
   */
  async takeBackWithin(tx: Tx, viewer: CurrentMember, revisionId: Id): Promise<Result<void, Failure>> {
    const revision = await loadRevision(tx, revisionId);
    if (!revision || !can(viewer, 'budget.request', revision.campaign)) return err(notFound('BudgetRevision'));
    const { state, lines } = revision.facts;
    if (state === 'requested') {
      const closed = await this.close(tx, viewer, revision, 'withdrawn', '', 'budget.revisionWithdrawn');
      return closed.ok ? ok(undefined) : closed;
    }
    if (state !== 'approved' || !can(viewer, 'budget.decide', revision.campaign)) return ok(undefined);
    for (const { lineId, previous } of lines) {
      const { reason: memo } = revision;
      const posted = await this.ledger.approve(tx, {
        lineId,
        newTotal: previous,
        memo,
        actor: actorOf(viewer),
        revisionId,
      });
      if (!posted.ok) return posted;
    }
    return ok(undefined);
  }

  approve(viewer: CurrentMember, input: ApproveBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const revision = await loadRevision(tx, input.revisionId);
      if (!revision || !can(viewer, 'budget.decide', revision.campaign)) return err(notFound('BudgetRevision'));
      if (revision.version !== input.expectedVersion) return err(staleVersion(revision.version));
      const parsed = parseInput(approvalNote, input);
      return parsed.ok ? this.carryOut(tx, viewer, revision, parsed.value.note) : err(invalidInput(parsed.error));
    });
  }

  refuse(viewer: CurrentMember, input: RefuseBudgetRevisionInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const revision = await loadRevision(tx, input.revisionId);
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
      const revision = await loadRevision(tx, input.revisionId);
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
      const revision = await loadRevision(tx, revisionId);
      if (!revision || !can(viewer, 'budget.request', revision.campaign)) return err(notFound('BudgetRevision'));
      if (revision.facts.state !== 'requested') return err(illegal(revision.facts.state, 'remind'));
      await this.tell(tx, viewer, 'budget.revisionReminded', revision, {});
      return ok(revision.campaign.id);
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
    for (const { lineId, newTotal } of revision.facts.lines) {
      const posted = await this.ledger.approve(tx, {
        lineId,
        newTotal,
        memo: revision.reason,
        actor: actorOf(viewer),
        revisionId: revision.id,
      });
      if (!posted.ok) return posted;
    }
    const totals = (which: 'previous' | 'newTotal') => ({ lines: totalsOf(revision.facts.lines, lines, which) });
    const changes = changesBetween(totals('previous'), totals('newTotal'));
    return this.close(tx, viewer, revision, 'approved', note, 'budget.revisionApproved', changes);
  }

  private async close(
    tx: Tx,
    viewer: CurrentMember,
    revision: LoadedRevision,
    state: Exclude<RevisionState, 'requested'>,
    decisionNote: string,
    event: string,
    changes: Changes = {},
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
    const closed = changesBetween(revision.facts, { state, decisionNote });
    await this.tell(tx, viewer, event, revision, { ...closed, ...changes });
    return ok(revision.campaign.id);
  }

  private async tell(
    tx: Tx,
    viewer: CurrentMember,
    type: string,
    { id, campaign }: Pick<LoadedRevision, 'id' | 'campaign'>,
    changes: Changes,
  ): Promise<void> {
    tx.emit({
      type,
      entity: { type: 'BudgetRevision', id },
      actor: actorOf(viewer),
      audience: await leadersOf(tx, campaign.id),
      related: { campaignId: campaign.id },
      details: { title: campaign.name },
      changes,
    });
  }
}

/** `lines.copy.2026-11`: what the line has in all. */
function totalsOf(
  asked: LoadedRevision['facts']['lines'],
  lines: ReadonlyMap<Id, CampaignLine>,
  which: 'previous' | 'newTotal',
): object {
  const byCategory: Record<string, Record<string, Money>> = {};
  for (const { lineId, [which]: total } of asked) {
    const line = lines.get(lineId);
    if (line) (byCategory[line.category] ??= {})[line.month.toString()] = total;
  }
  return byCategory;
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
