import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { isInPeriod } from '@planerka/campaigns/domain';
import {
  changesBetween,
  compareDates,
  dateOf,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type InputIssue,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbDate,
  invalidInput,
  notFound,
  staleVersion,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { factsSchema, formatMeasure, isBaseMetric, type FactInput } from '@planerka/results/domain';
import type { SaveFactsInput } from './facts.inputs';

export type FactsError = Exclude<CommandError, { kind: 'IllegalTransition' }>;

@Injectable()
export class FactsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Saves a table of cells, all or none; each under the version its author saw. */
  save(viewer: CurrentMember, { campaignId, facts }: SaveFactsInput): Promise<Result<Id, FactsError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const campaign = await enterable(tx, viewer, campaignId);
      if (!campaign) return err(notFound('Campaign'));
      const parsed = parseInput(factsSchema, { facts: facts.map((fact) => ({ ...fact, value: fact.value ?? null })) });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const issues = await misplaced(tx, campaign, parsed.value.facts);
      if (issues.length > 0) return err(invalidInput(issues));
      const before = await measured(tx, campaign.id, parsed.value.facts);
      for (const fact of parsed.value.facts) {
        const saved = await saveOne(tx, viewer, campaign.id, fact);
        if (!saved.ok) return saved;
      }
      tx.emit({
        type: 'kpi.entered',
        entity: { type: 'Campaign', id: campaign.id },
        actor: actorOf(viewer),
        audience: { clientId: campaign.client.id, squadId: campaign.client.squadId },
        related: { clientId: campaign.client.id, campaignId: campaign.id },
        details: { name: campaign.name, count: parsed.value.facts.length },
        changes: changesBetween(before, byMetric(parsed.value.facts)),
      });
      return ok(campaign.id);
    });
  }
}

type EnterableCampaign = NonNullable<Awaited<ReturnType<typeof enterable>>>;

async function enterable({ db, agencyId }: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const campaign = await db.campaign.findFirst({
    where: { agencyId, id },
    select: { id: true, name: true, startsOn: true, endsOn: true, client: { select: { id: true, squadId: true } } },
  });
  return campaign && can(viewer, 'kpi.enter', campaign.client) ? campaign : null;
}

/** Days outside of the campaign or still to come, and metrics that neither the catalogue nor the agency has. */
async function misplaced(
  { db, agencyId, at }: Tx,
  campaign: EnterableCampaign,
  facts: readonly FactInput[],
): Promise<InputIssue[]> {
  const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  const own = await db.ownMetric.findMany({ where: { agencyId }, select: { key: true } });
  const ownKeys = new Set(own.map(({ key }) => key));
  const today = dateOf(at, timeZone);
  const period = { startsOn: fromDbDate(campaign.startsOn), endsOn: fromDbDate(campaign.endsOn) };
  return facts.flatMap(({ metric, day }, index) => [
    ...(isBaseMetric(metric) || ownKeys.has(metric) ? [] : [issue(['facts', index, 'metric'], 'not_an_option')]),
    ...(isInPeriod(day, period) ? [] : [issue(['facts', index, 'day'], 'outside_campaign')]),
    ...(compareDates(day, today) <= 0 ? [] : [issue(['facts', index, 'day'], 'in_future')]),
  ]);
}

/** What stood in those cells. */
async function measured({ db, agencyId }: Tx, campaignId: Id, facts: readonly FactInput[]) {
  const rows = await db.kpiFact.findMany({
    where: {
      agencyId,
      campaignId,
      metric: { in: facts.map(({ metric }) => metric) },
      day: { in: facts.map(({ day }) => toDbDate(day)) },
    },
    select: { metric: true, day: true, value: true },
  });
  return byMetric(rows.map(({ metric, day, value }) => ({ metric, day: fromDbDate(day), value })));
}

/** `reach.2026-11-01`: each cell by its own name. */
const byMetric = (
  facts: readonly { readonly metric: string; readonly day: PlainDate; readonly value: { toString(): string } | null }[],
) =>
  Object.fromEntries(
    Map.groupBy(facts, ({ metric }) => metric)
      .entries()
      .map(([metric, cells]) => [
        metric,
        Object.fromEntries(cells.map(({ day, value }) => [day.toString(), value === null ? null : value.toString()])),
      ]),
  );

async function saveOne(
  { db, agencyId, at }: Tx,
  viewer: CurrentMember,
  campaignId: Id,
  { metric, day, value, expectedVersion }: FactInput,
): Promise<Result<void, FactsError>> {
  const cell = { agencyId, campaignId, metric, day: toDbDate(day) };
  if (value === null) {
    const { count } = await db.kpiFact.deleteMany({ where: { ...cell, version: expectedVersion } });
    return count === 1 || expectedVersion === 0 ? ok(undefined) : err(await stale(db, cell));
  }
  const measured = { value: formatMeasure(value), enteredById: viewer.memberId };
  if (expectedVersion > 0) {
    const { count } = await db.kpiFact.updateMany({
      where: { ...cell, version: expectedVersion },
      data: { ...measured, version: { increment: 1 } },
    });
    return count === 1 ? ok(undefined) : err(await stale(db, cell));
  }
  // Somebody may be entering the same day at this moment: one of the two is told, and no number is lost unseen.
  const { count } = await db.kpiFact.createMany({
    data: [{ ...cell, id: newId(), ...measured, createdAt: toDbInstant(at) }],
    skipDuplicates: true,
  });
  return count === 1 ? ok(undefined) : err(await stale(db, cell));
}

async function stale(db: Tx['db'], cell: { agencyId: Id; campaignId: Id; metric: string; day: Date }) {
  const fact = await db.kpiFact.findFirst({ where: cell, select: { version: true } });
  return staleVersion(fact?.version ?? 0);
}
