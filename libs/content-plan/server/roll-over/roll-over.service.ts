import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { RevisionsService } from '@planerka/budgets/server';
import { isOutsideCampaign, rollOverLimit } from '@planerka/content-plan/domain';
import {
  changesBetween,
  dateOf,
  err,
  isId,
  issue,
  ok,
  parsePlainTime,
  Temporal,
  type BusinessCalendar,
  type Id,
  type InputIssue,
  type Result,
  undecreedYears,
} from '@planerka/platform/domain';
import {
  Clock,
  invalidInput,
  notFound,
  Reader,
  toDbInstant,
  toMoneyObject,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { tellOfItem } from '../item/item-events';
import { wasMade } from '../item/item-writes';
import { itemOf, refusalOf } from '../item/loaded-item';
import { ItemWork, type BegunItem, type Work } from '../production/item-work';
import { makeItem } from '../production/make-item';
import {
  calendarFor,
  campaignAfter,
  proposeItem,
  proposeLines,
  repeatsIn,
  running,
  type Months,
  type ProposedLine,
  type RunningCampaign,
} from './roll-over-plan';
import { campaignRefOf, toRolledItem } from './rolled-item';
import { sourceStatements, type Source, type SourceItem } from './roll-over-read';
import type { PlanRollOverObject, RollOverPlanInput, RollOverPlanSuccess, UndoRollOverInput } from './roll-over.object';

export interface RollOverQuestion extends Months {
  readonly clientId: Id;
  readonly campaignId?: Id | null;
}

/** One publication of the input, with what it repeats. */
interface Chosen {
  readonly source: SourceItem;
  readonly publishOn: Temporal.PlainDate;
  readonly publishTime: Temporal.PlainTime;
  readonly campaign: RunningCampaign | null;
}

/** A month of a plan once more in another month: publications, their work, the budget. */
@Injectable()
export class RollOverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly work: ItemWork,
    private readonly revisions: RevisionsService,
  ) {}

  /** What would be made; null for whoever may not plan for that client. */
  async preview(
    viewer: CurrentMember,
    { campaignId = null, ...asked }: RollOverQuestion,
  ): Promise<PlanRollOverObject | null> {
    if (!isId(asked.clientId)) return null;
    const [[client], items, campaigns, lines] = await this.reader.askAll<Source>(
      viewer,
      sourceStatements(viewer.agencyId, asked),
    );
    if (!client || !can(viewer, 'plan.edit', client)) return null;
    const there = running(campaigns, asked);
    if (campaignId !== null && !there.has(campaignId)) return null;
    const today = dateOf(this.clock.now(), client.timeZone);
    const calendar = calendarFor(client, asked, today);
    const proposed = items.map((source) =>
      proposeItem(source, campaignAfter(there, source.campaignId, campaignId), asked, calendar, today),
    );
    const sums = can(viewer, 'budget.request', client) ? proposeLines(lines, there, campaignId, asked) : [];
    return {
      items: proposed.map(toRolledItem),
      campaigns: [...there.values()].map(campaignRefOf),
      lines: sums.map(({ campaign, category, minor }) => ({
        campaign: campaignRefOf(campaign),
        category,
        amount: toMoneyObject(minor, client.currency),
      })),
      undecreedYears: undecreedYears([asked.to.year], client.ownDays),
    };
  }

  /** All of what was chosen, or nothing. */
  apply(viewer: CurrentMember, input: RollOverPlanInput): Promise<Result<RollOverPlanSuccess, CommandError>> {
    return this.unitOfWork.run<Result<RollOverPlanSuccess, CommandError>>(viewer, async (tx) => {
      const { clientId, campaignId = null, withTasks, budgetReason } = input;
      if (!isId(clientId)) return err(notFound('Client'));
      // Of two who repeat a month at once, the second sees what the first has made.
      await tx.db
        .$queryRaw`SELECT 1 FROM client WHERE agency_id = ${tx.agencyId}::uuid AND id = ${clientId}::uuid FOR NO KEY UPDATE`;
      const [clients, items, campaigns, lines] = sourceStatements(tx.agencyId, input);
      const [client] = await tx.query(clients);
      if (!client || !can(viewer, 'plan.edit', client)) return err(notFound('Client'));
      const there = running(await tx.query(campaigns), input);
      const sources = new Map((await tx.query(items)).map((source) => [source.id, source]));
      const zone = client.timeZone;
      const today = dateOf(tx.at, zone);
      const calendar = calendarFor(client, input, today);
      const chosen = choose(input, sources, there, calendar);
      if (!chosen.ok) return err(invalidInput(chosen.error));
      const facts = { clientId, squadId: client.squadId, zone, calendar, today };
      const work = withTasks
        ? await this.work.describe(
            tx,
            chosen.value.map(({ source }) => source.id),
          )
        : noWork;
      const made: BegunItem[] = [];
      for (const { source, publishOn, publishTime, campaign } of chosen.value) {
        const place = { publishOn, publishTime, campaignId: campaign?.id ?? null };
        const id = await makeItem(tx, viewer, { ...source, ...place }, facts, { rolledFromId: source.id });
        made.push({ id, wasOn: Temporal.PlainDate.from(source.wasOn), publishOn, work: work.get(source.id) ?? [] });
      }
      const taskCount = await this.work.begin(tx, viewer, made, facts);
      const sums = budgetReason == null ? [] : proposeLines(await tx.query(lines), there, campaignId, input);
      const revisions = await this.ask(tx, viewer, sums, client.currency, input);
      if (!revisions.ok) return revisions;
      return ok({ itemIds: made.map(({ id }) => id), taskCount, revisionIds: revisions.value });
    });
  }

  /** While nobody has begun to work with it: then nothing of it is left. */
  undo(
    viewer: CurrentMember,
    { itemIds, revisionIds }: UndoRollOverInput,
  ): Promise<Result<readonly Id[], CommandError>> {
    return this.unitOfWork.run<Result<readonly Id[], CommandError>>(viewer, async (tx) => {
      const ids = [...new Set(itemIds)];
      if (ids.length > rollOverLimit)
        return err(invalidInput([issue(['itemIds'], 'too_many', { max: rollOverLimit })]));
      const items = [];
      for (const id of ids) {
        const item = await itemOf(tx, viewer, id);
        if (!item) return err(notFound('ContentItem'));
        const refusal = refusalOf(item, 'delete', tx.at);
        if (refusal) return err(refusal);
        if (!wasMade(item)) return err(illegal('not_rolled_over'));
        items.push(item);
      }
      if (!(await this.work.discard(tx, viewer, ids))) return err(illegal('has_work'));
      await tx.db.contentItem.updateMany({
        where: { agencyId: tx.agencyId, id: { in: ids } },
        data: { deletedAt: toDbInstant(tx.at), version: { increment: 1 } },
      });
      for (const item of items)
        tellOfItem(tx, viewer, 'item.deleted', item, changesBetween(item, { deletedAt: toDbInstant(tx.at) }));
      for (const revisionId of new Set(revisionIds)) {
        const taken = await this.revisions.takeBackWithin(tx, viewer, revisionId);
        if (!taken.ok) return err(taken.error.kind === 'BudgetExceeded' ? illegal('budget_used') : taken.error);
      }
      return ok(ids);
    });
  }

  private async ask(
    tx: Tx,
    viewer: CurrentMember,
    sums: readonly ProposedLine[],
    currency: string,
    { to, budgetReason }: RollOverPlanInput,
  ): Promise<Result<readonly Id[], CommandError>> {
    const made: Id[] = [];
    for (const [campaignId, lines] of Map.groupBy(sums, ({ campaign }) => campaign.id)) {
      const asked = await this.revisions.requestWithin(tx, viewer, {
        campaignId,
        reason: budgetReason ?? '',
        lines: lines.map(({ category, isHard, minor }) => ({
          category,
          isHard,
          month: to,
          newTotal: toMoneyObject(minor, currency),
        })),
      });
      if (!asked.ok) return err(asked.error.kind === 'BudgetExceeded' ? illegal('budget_used') : asked.error);
      made.push(asked.value.revisionId);
    }
    return ok(made);
  }
}

/** What is to be repeated, or everything that is wrong with it. */
function choose(
  { from, to, campaignId, items, budgetReason }: RollOverPlanInput,
  sources: ReadonlyMap<Id, SourceItem>,
  there: ReadonlyMap<Id, RunningCampaign>,
  calendar: BusinessCalendar,
): Result<readonly Chosen[], readonly InputIssue[]> {
  const issues: InputIssue[] = [];
  if (from.equals(to)) issues.push(issue(['to'], 'same_month'));
  if (campaignId != null && !there.has(campaignId)) issues.push(issue(['campaignId'], 'unknown_campaign'));
  if (items.length === 0 && budgetReason == null) issues.push(issue(['items'], 'required'));
  if (items.length > rollOverLimit) return err([issue(['items'], 'too_many', { max: rollOverLimit })]);
  const chosen = items.flatMap(({ itemId, publishOn, publishTime }, index): Chosen[] => {
    const at = (field: string, ...rest: Parameters<typeof issue> extends [unknown, ...infer R] ? R : never) =>
      void issues.push(issue(['items', index, field], ...rest));
    const source = sources.get(itemId);
    if (!source) return (at('itemId', 'unknown_item'), []);
    if (source.existingId !== null) at('itemId', 'already_repeated');
    if (repeatsIn(source, to, calendar)) at('itemId', 'repeats_itself');
    if (items.findIndex((item) => item.itemId === itemId) < index) at('itemId', 'duplicate');
    const campaign = campaignAfter(there, source.campaignId, campaignId ?? null);
    if (!publishOn.toPlainYearMonth().equals(to)) at('publishOn', 'outside_month');
    else if (isOutsideCampaign(publishOn, campaign))
      at('publishOn', 'outside_campaign', { from: String(campaign?.startsOn), to: String(campaign?.endsOn) });
    const time = parsePlainTime(publishTime ?? source.time);
    if (!time.ok) return (at('publishTime', time.error.code), []);
    return [{ source, publishOn, publishTime: time.value, campaign }];
  });
  return issues.length > 0 ? err(issues) : ok(chosen);
}

const noWork: ReadonlyMap<Id, readonly Work[]> = new Map();

const illegal = (reason: string) => ({ kind: 'IllegalTransition', state: 'planned', action: 'undo', reason }) as const;
