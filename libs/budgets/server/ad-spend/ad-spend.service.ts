import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { adSpendEntry, reversalReason, type AdSpendEntry } from '@planerka/budgets/domain';
import {
  changesBetween,
  changesOfNew,
  compareDates,
  dateOf,
  err,
  isId,
  issue,
  isWithin,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type InputIssue,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbDate,
  invalidInput,
  notFound,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { leadersOf } from '../ledger/leaders';
import { Ledger } from '../ledger/ledger';
import { Lines } from '../ledger/lines';
import type { BudgetExceeded } from '../ledger/posting';
import type { EnterAdSpendInput, ReverseAdSpendInput } from './ad-spend.object';

type Done = Result<{ readonly adSpendId: Id; readonly campaignId: Id }, CommandError | BudgetExceeded>;

/** Ad spend goes straight from available to spent; a wrong entry is taken back by a reversing one, never edited. */
@Injectable()
export class AdSpendService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: Lines,
    private readonly ledger: Ledger,
  ) {}

  enter(viewer: CurrentMember, input: EnterAdSpendInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const parsed = parseInput(adSpendEntry, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const entry = parsed.value;
      const campaign = await tx.db.campaign.findUnique({
        where: { agencyId_id: { agencyId: tx.agencyId, id: entry.campaignId } },
        include: { client: { select: { squadId: true, currency: true } } },
      });
      if (!campaign || !can(viewer, 'adSpend.enter', campaign.client)) return err(notFound('Campaign'));
      const line = await this.lines.find(tx, {
        campaignId: campaign.id,
        category: 'ad_spend',
        month: entry.day.toPlainYearMonth(),
      });
      const period = { from: fromDbDate(campaign.startsOn), to: fromDbDate(campaign.endsOn), today: await today(tx) };
      const issues = check(entry, campaign.client.currency, period, line !== null);
      if (issues.length > 0 || !line) return err(invalidInput(issues));
      const adSpendId = newId();
      await tx.db.adSpend.create({
        data: {
          agencyId: tx.agencyId,
          id: adSpendId,
          lineId: line.id,
          day: toDbDate(entry.day),
          platform: entry.platform,
          note: entry.note,
          amountMinor: entry.amount.minor,
          currency: entry.amount.currency,
          enteredById: viewer.memberId,
          createdAt: toDbInstant(tx.at),
        },
      });
      const actor = actorOf(viewer);
      const posted = await this.ledger.spend(
        tx,
        { lineId: line.id, amount: entry.amount, memo: entry.platform, actor, adSpendId },
        'ad_spend',
      );
      if (!posted.ok) return posted;
      const { campaignId: _, ...entered } = entry;
      await this.tell(tx, viewer, 'adSpend.entered', adSpendId, campaign.id, changesOfNew(entered));
      return ok({ adSpendId, campaignId: campaign.id });
    });
  }

  reverse(viewer: CurrentMember, input: ReverseAdSpendInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const found = isId(input.adSpendId)
        ? await db.adSpend.findUnique({
            where: { agencyId_id: { agencyId, id: input.adSpendId } },
            include: { line: { include: { campaign: { include: { client: { select: { squadId: true } } } } } } },
          })
        : null;
      const campaign = found?.line.campaign;
      if (!found || !campaign || !can(viewer, 'adSpend.enter', campaign.client)) return err(notFound('AdSpend'));
      const parsed = parseInput(reversalReason, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const data = { reversedAt: toDbInstant(tx.at) };
      const { count } = await db.adSpend.updateMany({ where: { agencyId, id: found.id, reversedAt: null }, data });
      if (count === 0) return err({ kind: 'IllegalTransition', state: 'reversed', action: 'reverse' });
      const posted = await db.ledgerTransaction.findFirstOrThrow({
        where: { agencyId, adSpendId: found.id, kind: 'ad_spend' },
        select: { id: true },
      });
      const memo = parsed.value.reason;
      const reversed = await this.ledger.reverse(tx, posted.id, { memo, actor: actorOf(viewer), adSpendId: found.id });
      if (!reversed.ok) return reversed;
      const changes = changesBetween(found, { ...data, reason: memo });
      await this.tell(tx, viewer, 'adSpend.reversed', found.id, campaign.id, changes);
      return ok({ adSpendId: found.id, campaignId: campaign.id });
    });
  }

  /** The targetologists of the squad hear of it, too: it is their line. */
  private async tell(
    tx: Tx,
    viewer: CurrentMember,
    type: string,
    adSpendId: Id,
    campaignId: Id,
    changes: Changes,
  ): Promise<void> {
    const leaders = await leadersOf(tx, campaignId);
    const targetologists = await tx.db.member.findMany({
      where: {
        agencyId: tx.agencyId,
        disciplines: { has: 'targeting' },
        deactivatedAt: null,
        squads: { some: { squad: { clients: { some: { campaigns: { some: { id: campaignId } } } } } } },
      },
      select: { id: true },
    });
    const memberIds = targetologists.map(({ id }) => id);
    tx.emit({
      type,
      entity: { type: 'AdSpend', id: adSpendId },
      actor: actorOf(viewer),
      audience: { ...leaders, memberIds },
      related: { campaignId },
      changes,
    });
  }
}

async function today({ db, agencyId, at }: Tx): Promise<PlainDate> {
  const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  return dateOf(at, timeZone);
}

function check(
  entry: AdSpendEntry,
  currency: string,
  { from, to, today: now }: { from: PlainDate; to: PlainDate; today: PlainDate },
  hasLine: boolean,
): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  if (!isWithin(entry.day, from, to)) issues.push(issue(['day'], 'outside_campaign'));
  else if (compareDates(entry.day, now) > 0) issues.push(issue(['day'], 'in_future'));
  else if (!hasLine) issues.push(issue(['day'], 'no_budget_line', { month: entry.day.toPlainYearMonth().toString() }));
  if (entry.amount.currency !== currency) issues.push(issue(['amount'], 'other_currency', { expected: currency }));
  return issues;
}
