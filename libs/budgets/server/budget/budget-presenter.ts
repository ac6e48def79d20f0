import { can, type Viewer } from '@planerka/agency/domain';
import {
  addBalances,
  forecast,
  noBalances,
  plannedOf,
  reachedThreshold,
  revisionTotal,
  usedPercent,
  type Balances,
} from '@planerka/budgets/domain';
import {
  compareDates,
  firstDayOf,
  lastDayOf,
  Money,
  parsePlainDate,
  parsePlainYearMonth,
  Temporal,
  unwrap,
  type Currency,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import type { BudgetRow, LineJson, PaceJson, RevisionJson } from './budget-row';
import type {
  AdSpendDayObject,
  AdSpendPaceObject,
  BudgetFiguresObject,
  BudgetLineObject,
  BudgetObject,
  BudgetRevisionObject,
} from './budget.object';

export const toDate = (text: string): PlainDate => unwrap(parsePlainDate(text));
export const toMonth = (text: string): PlainYearMonth => unwrap(parsePlainYearMonth(text));
export const toMoney = (minor: string, currency: string): Money => Money.of(BigInt(minor), currency as Currency);

export function presentBudget(viewer: Viewer, row: BudgetRow): BudgetObject {
  const facts = { squadId: row.squad_id };
  const currency = row.currency as Currency;
  const balances = row.lines.map((line) => toBalances(line, currency));
  const total = balances.reduce(addBalances, noBalances(currency));
  const canDecide = can(viewer, 'budget.decide', facts);
  const about = {
    campaignId: row.id,
    campaignName: row.name,
    clientName: row.client_name,
    squadId: row.squad_id,
    currency,
    planned: plannedOf(total),
  };
  return {
    id: row.id,
    campaignName: row.name,
    clientId: row.client_id,
    clientName: row.client_name,
    startsOn: toDate(row.starts_on),
    endsOn: toDate(row.ends_on),
    isClosed: row.is_closed,
    currency,
    figures: presentFigures(total),
    lines: row.lines.map((line) => presentLine(line, currency, canDecide)),
    revisions: row.revisions.map((revision) => presentRevision(viewer, revision, about)),
    adSpendPace: presentPace(row, currency),
    deciderNames: row.deciders,
    viewerCanRequest: !row.is_closed && can(viewer, 'budget.request', facts),
    viewerCanDecide: canDecide,
    viewerCanEnterAdSpend: can(viewer, 'adSpend.enter', facts),
  };
}

export const presentFigures = (balances: Balances): BudgetFiguresObject => ({
  planned: plannedOf(balances),
  ...balances,
  usedPercent: usedPercent(balances),
});

function presentLine(line: LineJson, currency: Currency, canEdit: boolean): BudgetLineObject {
  const balances = toBalances(line, currency);
  return {
    id: line.id,
    category: line.category,
    month: toMonth(line.month),
    isHard: line.isHard,
    figures: presentFigures(balances),
    threshold: reachedThreshold(balances),
    pendingChange: line.pending === null || line.pending === '0' ? null : toMoney(line.pending, currency),
    version: line.version,
    viewerCanEdit: canEdit,
  };
}

const toBalances = (line: Pick<LineJson, keyof Balances>, currency: Currency): Balances => ({
  available: toMoney(line.available, currency),
  committed: toMoney(line.committed, currency),
  payable: toMoney(line.payable, currency),
  spent: toMoney(line.spent, currency),
});

interface AboutCampaign {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly clientName: string;
  readonly squadId: string;
  readonly currency: Currency;
  readonly planned: Money;
}

export function presentRevision(viewer: Viewer, revision: RevisionJson, about: AboutCampaign): BudgetRevisionObject {
  const { campaignId, campaignName, clientName, currency, planned } = about;
  const lines = revision.lines.map((line) => {
    const previous = toMoney(line.previous, currency);
    const newTotal = toMoney(line.newTotal, currency);
    return { ...line, month: toMonth(line.month), previous, newTotal, change: newTotal.minus(previous) };
  });
  return {
    ...revision,
    campaignId,
    campaignName,
    clientName,
    requestedAt: Temporal.Instant.from(revision.requestedAt),
    decidedAt: revision.decidedAt === null ? null : Temporal.Instant.from(revision.decidedAt),
    lines,
    plannedBefore: planned,
    plannedAfter: planned.plus(revisionTotal({ state: revision.state, lines }, currency)),
    availableActions: revisionActions(viewer, revision, about.squadId),
  };
}

/** Who decides has the decision as the next step; who asked may remind or take it back. */
function revisionActions(viewer: Viewer, { state, requestedById }: RevisionJson, squadId: string): readonly string[] {
  if (state !== 'requested') return [];
  const decide = can(viewer, 'budget.decide', { squadId }) ? ['approve', 'refuse'] : [];
  const own = can(viewer, 'budget.withdraw', { squadId, requestedById }) ? ['withdraw'] : [];
  const remind = decide.length === 0 && can(viewer, 'budget.request', { squadId }) ? ['remind'] : [];
  return [...decide, ...remind, ...own];
}

function presentPace(row: BudgetRow, currency: Currency): AdSpendPaceObject | null {
  const line = row.lines.find(({ id }) => id === row.pace?.lineId);
  if (!row.pace || !line) return null;
  const balances = toBalances(line, currency);
  const month = toMonth(row.pace.month);
  const startsOn = later(firstDayOf(month), toDate(row.starts_on));
  const endsOn = earlier(lastDayOf(month), toDate(row.ends_on));
  const today = toDate(row.today);
  if (compareDates(endsOn, startsOn) < 0) return null;
  const expected = forecast(balances, startsOn, endsOn, today);
  if (!expected) return null;
  const factUntil = earlier(today, endsOn);
  const passed = startsOn.until(factUntil, { largestUnit: 'day' }).days + 1;
  return {
    lineId: line.id,
    month,
    startsOn,
    endsOn,
    factUntil,
    limit: plannedOf(balances),
    spent: balances.spent,
    perDay: balances.spent.times(1n, BigInt(passed)),
    days: daysOf(row.pace, currency),
    expected: expected.expected,
    shortage: expected.shortage,
    runsOutOn: expected.runsOutOn,
  };
}

function daysOf({ days }: PaceJson, currency: Currency): readonly AdSpendDayObject[] {
  let total = Money.zero(currency);
  return (days ?? []).map(({ day, minor }) => {
    const amount = toMoney(minor, currency);
    total = total.plus(amount);
    return { day: toDate(day), amount, total };
  });
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (compareDates(one, other) >= 0 ? one : other);
const earlier = (one: PlainDate, other: PlainDate): PlainDate => (compareDates(one, other) <= 0 ? one : other);
