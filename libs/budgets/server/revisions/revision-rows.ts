import type { RevisionFacts, RevisionLine, RevisionRequest } from '@planerka/budgets/domain';
import { isId, issue, Money, newId, type Currency, type Id, type InputIssue } from '@planerka/platform/domain';
import { fromDbDate, toDbInstant, toDbMonth, type Tx } from '@planerka/platform/server';

/** What a command must know of a campaign before it touches its money. */
export interface CampaignFacts {
  readonly id: Id;
  readonly name: string;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly squadId: Id;
  readonly currency: Currency;
  readonly isClosed: boolean;
}

export interface LoadedRevision {
  readonly id: Id;
  readonly reason: string;
  readonly campaign: CampaignFacts;
  readonly requestedById: Id;
  readonly version: number;
  readonly facts: RevisionFacts;
}

export async function campaignFacts({ db, agencyId }: Tx, id: Id): Promise<CampaignFacts | null> {
  const found = await db.campaign.findUnique({
    where: { agencyId_id: { agencyId, id } },
    include: { client: { select: { squadId: true, currency: true } } },
  });
  if (!found) return null;
  const { name, startsOn, endsOn, client, state } = found;
  return {
    id,
    name,
    startsOn,
    endsOn,
    squadId: client.squadId,
    currency: client.currency as Currency,
    isClosed: state === 'closed',
  };
}

export async function loadRevision(tx: Tx, id: Id): Promise<LoadedRevision | null> {
  if (!isId(id)) return null;
  const found = await tx.db.budgetRevision.findUnique({
    where: { agencyId_id: { agencyId: tx.agencyId, id } },
    include: { lines: true },
  });
  const campaign = found && (await campaignFacts(tx, found.campaignId));
  if (!found || !campaign) return null;
  const { state, version, requestedById, reason, lines } = found;
  const money = (minor: bigint): Money => Money.of(minor, campaign.currency);
  const facts: RevisionFacts = {
    state,
    lines: lines.map(({ lineId, previousMinor, newTotalMinor }) => ({
      lineId,
      previous: money(previousMinor),
      newTotal: money(newTotalMinor),
    })),
  };
  return { id, campaign, requestedById, reason, version, facts };
}

/** The request as it is asked; nothing moves by it. */
export async function writeRequest(
  tx: Tx,
  requestedById: Id,
  { id: campaignId }: CampaignFacts,
  reason: string,
  lines: readonly RevisionLine[],
): Promise<Id> {
  const id = newId();
  const { agencyId } = tx;
  await tx.db.budgetRevision.create({
    data: {
      agencyId,
      id,
      campaignId,
      state: 'requested',
      reason,
      requestedById,
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
export async function linesAsked(
  tx: Tx,
  campaign: CampaignFacts,
  request: RevisionRequest,
): Promise<{ lineId: Id; newTotal: Money }[]> {
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
  return request.lines.flatMap(({ category, month, newTotal }) => {
    const lineId = idOf.get(`${category} ${month}`);
    return lineId ? [{ lineId, newTotal }] : [];
  });
}

/** Where the domain cannot look: months outside the campaign, another currency than the client's. */
export function misplacedLines(request: RevisionRequest, campaign: CampaignFacts): readonly InputIssue[] {
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
