import { budgetCategories, type BudgetCategory } from '@planerka/budgets/domain';
import {
  rolledDay,
  rolledDueDayFrom,
  runsIn,
  type CampaignPeriod,
  type RolledDay,
} from '@planerka/content-plan/domain';
import { occurrencesOf } from '@planerka/content-plan/domain/series';
import {
  firstDayOf,
  lastDayOf,
  Temporal,
  type BusinessCalendar,
  type Id,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import { planCalendar } from '../item/item-risk';
import type { SourceCampaign, SourceClient, SourceItem, SourceLine } from './roll-over-read';

export interface Months {
  readonly from: PlainYearMonth;
  readonly to: PlainYearMonth;
}

export interface RunningCampaign extends CampaignPeriod {
  readonly id: Id;
  readonly name: string;
}

/** Those that publish something in the month that is made. */
export const running = (campaigns: readonly SourceCampaign[], { to }: Months): ReadonlyMap<Id, RunningCampaign> =>
  new Map(
    campaigns
      .map(({ startsOn, endsOn, ...campaign }) => ({
        ...campaign,
        startsOn: Temporal.PlainDate.from(startsOn),
        endsOn: Temporal.PlainDate.from(endsOn),
      }))
      .filter((campaign) => runsIn(campaign, to))
      .map((campaign) => [campaign.id, campaign]),
  );

export function calendarFor({ ownDays }: SourceClient, { from, to }: Months, today: PlainDate): BusinessCalendar {
  const years = [from.year, to.year, today.year].flatMap((year) => [year - 1, year, year + 1]);
  return planCalendar([...new Set(years)].toSorted(), ownDays);
}

export interface ProposedItem extends RolledDay {
  readonly source: SourceItem;
  readonly campaign: RunningCampaign | null;
  /** Its series makes turns in that month by itself. */
  readonly isRepeated: boolean;
  readonly tasks: readonly {
    readonly discipline: SourceItem['tasks'][number]['discipline'];
    readonly dueOn: PlainDate | null;
  }[];
}

/** The campaign that goes on; of one that is over the one that takes its place, if any. */
export const campaignAfter = (
  campaigns: ReadonlyMap<Id, RunningCampaign>,
  before: Id | null,
  instead: Id | null,
): RunningCampaign | null => (before === null ? null : (campaigns.get(before) ?? campaigns.get(instead ?? '') ?? null));

export function proposeItem(
  source: SourceItem,
  campaign: RunningCampaign | null,
  { to }: Months,
  calendar: BusinessCalendar,
  today: PlainDate,
): ProposedItem {
  const rolled = rolledDay(Temporal.PlainDate.from(source.wasOn), to, calendar, campaign);
  return { ...placeItem(source, campaign, rolled, calendar, today), isRepeated: repeatsIn(source, to, calendar) };
}

/** Whether its series has turns in that month: repeated once more, they would stand there twice. */
export function repeatsIn({ series }: SourceItem, month: PlainYearMonth, calendar: BusinessCalendar): boolean {
  if (!series) return false;
  const { startsOn, endsOn, ...rule } = series;
  const bounds = {
    ...rule,
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn),
  };
  return occurrencesOf(bounds, firstDayOf(month), lastDayOf(month), calendar).some(({ publishOn }) => publishOn);
}

/** The publication on that day, its work as far before it as it was. */
export function placeItem(
  source: SourceItem,
  campaign: RunningCampaign | null,
  rolled: RolledDay,
  calendar: BusinessCalendar,
  today: PlainDate,
): ProposedItem {
  const wasOn = Temporal.PlainDate.from(source.wasOn);
  const tasks = source.tasks.map(({ discipline, dueOn }) => ({
    discipline,
    dueOn:
      dueOn === null
        ? null
        : rolledDueDayFrom(today, calendar, { publishOn: wasOn, dueOn: Temporal.PlainDate.from(dueOn) }, rolled.day),
  }));
  return { ...rolled, source, campaign, isRepeated: false, tasks };
}

export interface ProposedLine {
  readonly campaign: RunningCampaign;
  readonly category: BudgetCategory;
  readonly isHard: boolean;
  readonly minor: bigint;
}

/** The month's sums once more, for what the other month neither has nor has been asked for. */
export function proposeLines(
  lines: readonly SourceLine[],
  campaigns: ReadonlyMap<Id, RunningCampaign>,
  instead: Id | null,
  { from, to }: Months,
): readonly ProposedLine[] {
  const taken = new Set(
    lines
      .filter(({ month, plannedMinor, isAsked }) => month === to.toString() && (plannedMinor !== '0' || isAsked))
      .map(({ campaignId, category }) => `${campaignId} ${category}`),
  );
  const proposed = new Map<string, ProposedLine>();
  for (const { campaignId, category, month, isHard, plannedMinor } of lines) {
    const campaign = campaignAfter(campaigns, campaignId, instead);
    const key = `${campaign?.id} ${category}`;
    if (month !== from.toString() || plannedMinor === '0' || !campaign || taken.has(key)) continue;
    const before = proposed.get(key);
    proposed.set(key, {
      campaign,
      category,
      isHard: isHard || before?.isHard === true,
      minor: (before?.minor ?? 0n) + BigInt(plannedMinor),
    });
  }
  return [...proposed.values()].toSorted(
    (one, other) => budgetCategories.indexOf(one.category) - budgetCategories.indexOf(other.category),
  );
}
