import type {
  AdCampaignContent,
  AdSpendRow,
  BudgetCategory,
  BudgetLineContent,
  BudgetPolicy,
  CampaignContent,
  DayOffset,
  DemoContent,
  Month,
  PayoutContent,
  Roubles,
  Slug,
  TaskContent,
} from '../types';
import { firstDayOfMonth, lastDayOfMonth, monthFrom, monthOf } from './calendar';
import { randomFor } from './random';

export function composeAdSpend(adCampaigns: readonly AdCampaignContent[]): AdSpendRow[] {
  return adCampaigns.flatMap((ad) => {
    const random = randomFor(ad.slug);
    const rows: AdSpendRow[] = [];
    for (let day = ad.fromDay; day <= Math.min(ad.toDay, -1); day += 1) {
      // the algorithm learns for a week, then the price comes down; no two days are alike
      const learning = 1 + 0.35 * Math.exp(-(day - ad.fromDay) / 7);
      const swing = 0.82 + random.next() * 0.36;
      const costKopecks = Math.round(ad.dailyRub * 100 * swing);
      const impressions = Math.round((costKopecks / 100 / (ad.cpmRub * learning)) * 1000);
      const clicks = Math.round(impressions * (ad.ctrPercent / 100) * (0.85 + random.next() * 0.3));
      const leads = Math.round(clicks * (ad.leadPercent / 100) * (0.7 + random.next() * 0.6));
      rows.push({
        adCampaign: ad.slug,
        campaign: ad.campaign,
        platform: ad.platform,
        name: ad.name,
        day,
        impressions,
        clicks,
        leads,
        costKopecks,
      });
    }
    return rows;
  });
}

/** The day on which the fee became payable. */
export function doneDay(task: TaskContent): DayOffset | null {
  const last = task.events.at(-1);
  if (!last || (task.state !== 'done' && !(task.state === 'cancelled' && task.killFeeRub > 0))) return null;
  return 'day' in last.at ? last.at.day : 0;
}

export function payableRub(task: TaskContent): Roubles {
  return task.state === 'done' ? task.feeRub : task.killFeeRub;
}

const payPeriods: readonly {
  readonly from: DayOffset;
  readonly to: DayOffset;
  readonly status: PayoutContent['status'];
}[] = [
  { from: -100, to: -38, status: 'paid' },
  { from: -37, to: -24, status: 'paid' },
  { from: -23, to: -13, status: 'paid' },
  { from: -12, to: -7, status: 'approved' },
  { from: -6, to: -4, status: 'draft' },
];

/** Every second week the accepted work of each specialist is gathered; the newest stays payable. */
export function composePayouts(
  tasks: readonly TaskContent[],
  members: readonly Slug[],
  selfEmployed: readonly Slug[],
): PayoutContent[] {
  let number = 17;
  return payPeriods.flatMap(({ from, to, status }) =>
    members.flatMap((member): PayoutContent[] => {
      const accepted = tasks.filter((task) => {
        const day = doneDay(task);
        return task.assignee === member && day !== null && day >= from && day <= to;
      });
      if (accepted.length === 0) return [];
      number += 1;
      return [
        {
          slug: `payout-${number}`,
          member,
          tasks: accepted.map(({ slug }) => slug),
          totalRub: accepted.reduce((sum, task) => sum + payableRub(task), 0),
          status,
          preparedBy: accepted[0]?.manager ?? '',
          preparedAt: { day: Math.min(to + 1, -1), time: '17:30' },
          approvedAt: status === 'draft' ? null : { day: Math.min(to + 2, -1), time: '10:15' },
          paidAt: status === 'paid' ? { day: to + 3, time: '12:00' } : null,
          document:
            status === 'paid'
              ? selfEmployed.includes(member)
                ? `Чек самозанятого № ${number}0${number % 7}`
                : `Платёжное поручение № ${number + 140}`
              : null,
        },
      ];
    }),
  );
}

type Booked = Pick<
  DemoContent,
  'campaigns' | 'tasks' | 'payouts' | 'expenses' | 'adCampaigns' | 'adSpend' | 'revisions'
>;

const taskCategories = ['copy', 'design', 'targeting'] as const;
const accepted: readonly TaskContent['state'][] = ['in_progress', 'in_review', 'client_review'];

/** A revision that waits for its assignee: until then the terms that were accepted stand. */
export const isRevisionAwaited = ({ state, events }: TaskContent): boolean =>
  state === 'issued' && events.some(({ action }) => action === 'accept');

/** What of the fee stands committed. */
export function committedRub(task: TaskContent): Roubles {
  if (accepted.includes(task.state)) return task.feeRub;
  return isRevisionAwaited(task) ? (task.before ?? task).feeRub : 0;
}

/**
 * The lines follow from the work that is booked on them, because the calendar month of a day depends on when the demo
 * is loaded: whatever the day, healthy lines stay healthy, full ones full, and a hard one is never below zero.
 */
export function composeBudgetLines(booked: Booked, today: string): BudgetLineContent[] {
  const approved = booked.campaigns
    .filter(({ budgetApprovedDay }) => budgetApprovedDay !== null)
    .flatMap((campaign) => campaign.budget.flatMap((policy) => linesOf(campaign, policy, booked, today)));
  return [...approved, ...askedForOnly(approved, booked, today)];
}

/** A request may name a line that has no money yet: it stands at zero until the owner decides. */
function askedForOnly(approved: readonly BudgetLineContent[], booked: Booked, today: string): BudgetLineContent[] {
  const lines = new Map<string, BudgetLineContent>();
  for (const { campaign, changes } of booked.revisions) {
    const policies = booked.campaigns.find(({ slug }) => slug === campaign)?.budget ?? [];
    for (const change of changes) {
      const { category } = change;
      const month = monthFrom(today, change.month);
      const isThere = approved.some(
        (line) => line.campaign === campaign && line.category === category && line.month === month,
      );
      if (isThere) continue;
      lines.set(`${campaign}.${category}.${month}`, {
        campaign,
        category,
        month,
        strictness: policies.find((policy) => policy.category === category)?.strictness ?? 'soft',
        initialRub: 0,
        approvedRub: 0,
        committedRub: 0,
        payableRub: 0,
        spentKopecks: 0,
        tasks: [],
      });
    }
  }
  return [...lines.values()];
}

function linesOf(campaign: CampaignContent, policy: BudgetPolicy, booked: Booked, today: string): BudgetLineContent[] {
  return monthsOf(campaign, today).flatMap((month) => {
    const sums = sumsOf(campaign, policy.category, month, booked, today);
    const revised = approvedChange(campaign.slug, policy.category, month, booked, today);
    if (sums.demand + (policy.monthlyRub ?? 0) + revised === 0) return [];
    const taken = sums.committed + sums.payable + sums.spentKopecks / 100;
    const wanted = policy.monthlyRub ?? roundUp(sums.demand / policy.load, 500);
    const least = policy.strictness === 'hard' ? roundUp(taken * 1.02, 500) : 0;
    const approvedRub = Math.max(wanted, least, revised);
    return [
      {
        campaign: campaign.slug,
        category: policy.category,
        month,
        strictness: policy.strictness,
        initialRub: approvedRub - revised,
        approvedRub,
        committedRub: sums.committed,
        payableRub: sums.payable,
        spentKopecks: sums.spentKopecks,
        tasks: sums.tasks,
      },
    ];
  });
}

function monthsOf(campaign: CampaignContent, today: string): Month[] {
  const months = [-4, -3, -2, -1, 0, 1, 2, 3].map((offset) => monthFrom(today, offset));
  return months.filter(
    (month) => firstDayOfMonth(today, month) <= campaign.toDay && lastDayOfMonth(today, month) >= campaign.fromDay - 7,
  );
}

function sumsOf(campaign: CampaignContent, category: BudgetCategory, month: Month, booked: Booked, today: string) {
  const isHere = (day: DayOffset) => monthOf(today, day) === month;
  const tasks = taskCategories.some((own) => own === category)
    ? booked.tasks.filter(
        (task) => task.campaign === campaign.slug && task.discipline === category && isHere(budgetDay(task, campaign)),
      )
    : [];
  const paid = new Set(booked.payouts.filter(({ status }) => status === 'paid').flatMap((payout) => payout.tasks));
  const total = (some: readonly TaskContent[], sum: (task: TaskContent) => Roubles) =>
    some.reduce((whole, task) => whole + sum(task), 0);
  const settled = tasks.filter((task) => doneDay(task) !== null);

  const committed = total(tasks, committedRub);
  const payable = total(
    settled.filter(({ slug }) => !paid.has(slug)),
    payableRub,
  );
  const spentOnWork = total(
    settled.filter(({ slug }) => paid.has(slug)),
    payableRub,
  );
  const spentElsewhere =
    category === 'ad_spend'
      ? booked.adSpend
          .filter((row) => row.campaign === campaign.slug && isHere(row.day))
          .reduce((sum, row) => sum + row.costKopecks, 0)
      : booked.expenses
          .filter(
            (expense) => expense.campaign === campaign.slug && expense.category === category && isHere(expense.day),
          )
          .reduce((sum, expense) => sum + expense.amountRub * 100, 0);
  const open = total(
    tasks.filter(({ state }) => state === 'draft' || state === 'issued'),
    (task) => task.feeRub - committedRub(task),
  );
  const spentKopecks = spentOnWork * 100 + spentElsewhere;

  return {
    tasks: tasks.map(({ slug }) => slug),
    committed,
    payable,
    spentKopecks,
    demand:
      committed +
      payable +
      spentKopecks / 100 +
      open +
      (category === 'ad_spend' ? adsAhead(campaign, month, booked, today) : 0),
  };
}

/** The month that a task's fee is booked in: that of its due day, within the campaign. */
export function budgetDay(task: TaskContent, campaign: CampaignContent): DayOffset {
  const { dueDay } = isRevisionAwaited(task) ? (task.before ?? task) : task;
  return Math.min(Math.max(dueDay, campaign.fromDay), campaign.toDay);
}

function adsAhead(campaign: CampaignContent, month: Month, booked: Booked, today: string): Roubles {
  const [first, last] = [firstDayOfMonth(today, month), lastDayOfMonth(today, month)];
  return booked.adCampaigns
    .filter((ad) => ad.campaign === campaign.slug)
    .reduce(
      (sum, ad) => sum + ad.dailyRub * Math.max(0, Math.min(ad.toDay, last) - Math.max(ad.fromDay, first, 0) + 1),
      0,
    );
}

function approvedChange(
  campaign: Slug,
  category: BudgetCategory,
  month: Month,
  { revisions }: Booked,
  today: string,
): Roubles {
  return revisions
    .filter((revision) => revision.campaign === campaign && revision.status === 'approved')
    .flatMap(({ changes }) => changes)
    .filter((change) => change.category === category && monthFrom(today, change.month) === month)
    .reduce((sum, { deltaRub }) => sum + deltaRub, 0);
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
