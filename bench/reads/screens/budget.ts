import { z } from 'zod';
import {
  addDays,
  addMonths,
  data,
  fromMinor,
  minor,
  mondayOf,
  named,
  nodes,
  rubles,
  type Asked,
  type Screen,
} from './screen.ts';

const SILENT_MS = 3 * 86_400_000;

const margin = z.object({ revenue: rubles, cost: rubles, profit: rubles, percent: z.number().nullable() });
const answer = data({
  overview: z.object({
    month: z.string(),
    goal: z.number(),
    againstGoal: z.number(),
    costChange: z.number(),
    margin,
    missingToGoal: rubles,
    months: z.array(z.object({ month: z.string(), margin: z.object({ percent: z.number() }) })),
    clients: z.array(
      z.object({
        clientId: z.string(),
        managerName: z.string(),
        campaignId: z.string(),
        margin,
        figures: z.object({ planned: rubles, available: rubles, usedPercent: z.number() }),
        risks: z.array(z.object({ kind: z.string(), day: z.string().nullable() })),
      }),
    ),
    available: rubles,
    requests: z.array(
      z.object({
        id: z.string(),
        campaignName: z.string(),
        clientName: z.string(),
        requestedByName: z.string(),
        lines: z.array(z.object({ lineId: z.string(), change: rubles })),
        plannedAfter: rubles,
      }),
    ),
    payouts: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        memberName: z.string(),
        total: rubles,
        works: z.array(z.object({ taskId: z.string(), title: z.string(), clientName: z.string() })),
      }),
    ),
    squads: z.array(
      z.object({
        squadId: z.string(),
        leadName: z.string(),
        plannedMinutes: z.int(),
        capacityMinutes: z.int(),
        clientCount: z.int(),
      }),
    ),
  }),
});
type Overview = z.output<typeof answer>['data']['overview'];

/** Clients of one margin, and works of one title, stand as anybody likes. */
const inOrder = (overview: Overview): Overview => ({
  ...overview,
  payouts: overview.payouts.map(({ works, ...payout }) => ({
    ...payout,
    works: works.toSorted((one, other) => one.taskId.localeCompare(other.taskId)),
  })),
  clients: overview.clients.toSorted((one, other) => one.clientId.localeCompare(other.clientId)),
});

const line = {
  category: z.string(),
  month: z.string(),
  plannedMinor: minor,
  availableMinor: minor,
  committedMinor: minor,
  payableMinor: minor,
  spentMinor: minor,
};
const peerAnswer = data({
  agency: z.object({ currency: z.string(), marginGoal: z.string().transform(Number) }),
  clients: nodes({
    rowId: z.string(),
    squadId: z.string(),
    retainers: nodes({ validFrom: z.string(), feeMinor: minor }),
    campaigns: nodes({
      rowId: z.string(),
      state: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      lines: nodes(line),
    }),
    approvals: nodes({ round: z.int(), includedRounds: z.int(), sentAt: z.string() }),
  }),
  requests: nodes({
    rowId: z.string(),
    author: named,
    campaign: z.object({ name: z.string(), client: named, lines: nodes({ plannedMinor: minor }) }),
    lines: nodes({
      lineId: z.string(),
      newTotalMinor: minor,
      previousMinor: minor,
      line: z.object({ category: z.string(), month: z.string() }),
    }),
  }),
  payouts: nodes({
    rowId: z.string(),
    number: z.int(),
    member: named,
    works: nodes({ amountMinor: minor, task: z.object({ rowId: z.string(), title: z.string(), client: named }) }),
  }),
  squads: nodes({
    rowId: z.string(),
    members: nodes({
      isLead: z.boolean(),
      member: z.object({ name: z.string(), role: z.string(), weeklyHours: z.int(), createdAt: z.string() }),
    }),
    clients: nodes({ tasks: nodes({ estimatedMinutes: z.int().nullable() }) }),
  }),
});
type PeerAnswer = z.output<typeof peerAnswer>['data'];
type Client = PeerAnswer['clients'][number];

export const budget: Screen = {
  name: 'budget',
  who: 'owner',
  operation: 'OverviewPage',
  variables: () => ({ month: null, quarter: false }),
  limitValues: () => ({}),
  rowsOf: (text) => inOrder(answer.parse(text).data.overview),
  peer: {
    query: `
      query Overview($agencyId: UUID!, $work: TaskFilter!) {
        agency: agencyByRowId(rowId: $agencyId) { currency marginGoal }
        clients: allClients(condition: { state: active }, orderBy: [NAME_ASC]) { nodes {
          rowId name currency squadId
          retainers: retainersByAgencyIdAndClientId(orderBy: [VALID_FROM_DESC]) { nodes { validFrom feeMinor currency } }
          campaigns: campaignsByAgencyIdAndClientId { nodes {
            rowId state startsOn endsOn
            lines: budgetLinesByAgencyIdAndCampaignId { nodes {
              category month plannedMinor availableMinor committedMinor payableMinor spentMinor
            } }
          } }
          approvals: approvalsByAgencyIdAndClientId(condition: { state: pending }) { nodes { round includedRounds sentAt } }
        } }
        requests: allBudgetRevisions(condition: { state: requested }, orderBy: [REQUESTED_AT_ASC, ROW_ID_ASC]) { nodes {
          rowId reason requestedById requestedAt decisionNote version author: memberByAgencyIdAndRequestedById { name }
          campaign: campaignByAgencyIdAndCampaignId {
            rowId name client: clientByAgencyIdAndClientId { name currency } lines: budgetLinesByAgencyIdAndCampaignId { nodes { plannedMinor } }
          }
          lines: budgetRevisionLinesByAgencyIdAndRevisionId { nodes {
            lineId newTotalMinor previousMinor line: budgetLineByAgencyIdAndLineId { category month }
          } }
        } }
        payouts: allPayouts(condition: { state: draft }, first: 100, orderBy: [NUMBER_DESC]) { nodes {
          rowId number currency paidOn document version
          member: memberByAgencyIdAndMemberId { rowId name employment } preparer: memberByAgencyIdAndPreparedById { name }
          works: payoutItemsByAgencyIdAndPayoutId { nodes {
            amountMinor task: taskByAgencyIdAndTaskId { rowId title client: clientByAgencyIdAndClientId { name } }
          } }
        } }
        squads: allSquads(orderBy: [CREATED_AT_ASC]) { nodes {
          rowId name
          members: squadMembersByAgencyIdAndSquadId(filter: { memberByAgencyIdAndMemberId: { deactivatedAt: { isNull: true } } }) { nodes {
            isLead member: memberByAgencyIdAndMemberId { rowId name role weeklyHours createdAt }
          } }
          clients: clientsByAgencyIdAndSquadId(condition: { state: active }) { nodes {
            rowId tasks: tasksByAgencyIdAndClientId(filter: $work) { nodes { estimatedMinutes } }
          } }
        } }
      }`,
    variables: ({ agencyId, calendar }) => ({
      agencyId,
      work: {
        state: { in: ['issued', 'in_progress'] },
        dueAt: { lessThan: calendar.startOf(addDays(mondayOf(calendar.today), 7)) },
      },
    }),
    rowsOf: (text, asked) => inOrder(peerOverview(peerAnswer.parse(text).data, asked)),
  },
};

const usedOf = (one: { committedMinor: number; payableMinor: number; spentMinor: number }): number =>
  one.committedMinor + one.payableMinor + one.spentMinor;
const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((total, thing) => total + of(thing), 0);
const percent = (part: number, whole: number): number => Math.round((part * 1000) / whole) / 10;
const marginOf = (revenue: number, cost: number) => ({
  revenue: fromMinor(revenue),
  cost: fromMinor(cost),
  profit: fromMinor(revenue - cost),
  percent: revenue === 0 ? null : percent(revenue - cost, revenue),
});

/** What PostGraphile's user would do with it in the browser: every sum is theirs. */
function peerOverview(found: PeerAnswer, { calendar }: Asked): Overview {
  const month = `${calendar.today.slice(0, 7)}-01`;
  const revenueOf = ({ retainers }: Client, at: string): number =>
    retainers.find(({ validFrom }) => validFrom <= at)?.feeMinor ?? 0;
  const costOf = ({ campaigns }: Client, at: string): number =>
    sum(campaigns, ({ lines }) =>
      sum(
        lines.filter((one) => one.category !== 'ad_spend' && one.month === at),
        usedOf,
      ),
    );
  const total = (at: string) => ({
    revenue: sum(found.clients, (client) => revenueOf(client, at)),
    cost: sum(found.clients, (client) => costOf(client, at)),
  });
  const now = total(month);
  const before = total(addMonths(month, -1));
  const goal = found.agency.marginGoal;
  const leadOf = (squadId: string): string =>
    found.squads
      .find(({ rowId }) => rowId === squadId)
      ?.members.filter(({ member }) => member.role !== 'specialist')
      .toSorted(
        (one, other) =>
          Number(other.isLead) - Number(one.isLead) || one.member.createdAt.localeCompare(other.member.createdAt),
      )[0]?.member.name ?? '';
  const clients = found.clients.map((client) => {
    const open = client.campaigns
      .filter(({ state }) => state !== 'closed')
      .flatMap(({ rowId, startsOn, endsOn, lines }) =>
        lines.map((one) => ({ ...one, campaignId: rowId, startsOn, endsOn })),
      );
    const planned = sum(open, ({ plannedMinor }) => plannedMinor);
    const available = sum(open, ({ availableMinor }) => availableMinor);
    return {
      clientId: client.rowId,
      managerName: leadOf(client.squadId),
      campaignId: open.toSorted((one, other) => other.plannedMinor - one.plannedMinor)[0]?.campaignId ?? '',
      margin: marginOf(revenueOf(client, month), costOf(client, month)),
      figures: {
        planned: fromMinor(planned),
        available: fromMinor(available),
        usedPercent: percent(sum(open, usedOf), planned),
      },
      risks: risksOf(client, open, month, calendar.today),
      availableMinor: available,
    };
  });
  return {
    month: month.slice(0, 7),
    goal,
    againstGoal: Math.round((percent(now.revenue - now.cost, now.revenue) - goal) * 10) / 10,
    costChange: percent(now.cost - before.cost, before.cost),
    margin: marginOf(now.revenue, now.cost),
    missingToGoal: fromMinor(Math.round((now.revenue * goal) / 100 - (now.revenue - now.cost))),
    months: [-6, -5, -4, -3, -2, -1, 0].map((ago) => {
      const at = addMonths(month, ago);
      const { revenue, cost } = total(at);
      return { month: at.slice(0, 7), margin: { percent: percent(revenue - cost, revenue) } };
    }),
    clients: clients.map(({ availableMinor: _, ...client }) => client),
    available: fromMinor(sum(clients, ({ availableMinor }) => availableMinor)),
    requests: found.requests.map((request) => ({
      id: request.rowId,
      campaignName: request.campaign.name,
      clientName: request.campaign.client.name,
      requestedByName: request.author.name,
      lines: request.lines
        .toSorted((one, other) => CATEGORIES.indexOf(one.line.category) - CATEGORIES.indexOf(other.line.category))
        .map((one) => ({ lineId: one.lineId, change: fromMinor(one.newTotalMinor - one.previousMinor) })),
      plannedAfter: fromMinor(
        sum(request.campaign.lines, ({ plannedMinor }) => plannedMinor) +
          sum(request.lines, ({ newTotalMinor, previousMinor }) => newTotalMinor - previousMinor),
      ),
    })),
    payouts: found.payouts.map(({ rowId, number, member, works }) => ({
      id: rowId,
      number,
      memberName: member.name,
      total: fromMinor(sum(works, ({ amountMinor }) => amountMinor)),
      works: works.map(({ task }) => ({ taskId: task.rowId, title: task.title, clientName: task.client.name })),
    })),
    squads: found.squads.map(({ rowId, members, clients: served }) => ({
      squadId: rowId,
      leadName: leadOf(rowId),
      plannedMinutes: sum(served, ({ tasks }) => sum(tasks, ({ estimatedMinutes }) => estimatedMinutes ?? 0)),
      capacityMinutes: 60 * sum(members, ({ member }) => (member.role === 'specialist' ? member.weeklyHours : 0)),
      clientCount: served.length,
    })),
  };
}

const CATEGORIES = ['copy', 'design', 'targeting', 'ad_spend', 'production', 'tools', 'other'];

type OpenLine = Client['campaigns'][number]['lines'][number] & { readonly startsOn: string; readonly endsOn: string };

function risksOf(
  client: Client,
  open: readonly OpenLine[],
  month: string,
  today: string,
): Overview['clients'][number]['risks'] {
  const ends = open
    .filter((one) => one.category === 'ad_spend' && one.month === month && one.plannedMinor > 0)
    .map((one) => runsOut(one, today))
    .find((day) => day !== null);
  const firstSent = Math.min(...client.approvals.map(({ sentAt }) => Date.parse(sentAt)));
  return [
    ...(open.some(({ availableMinor }) => availableMinor < 0) ? [{ kind: 'OVERDRAWN', day: null }] : []),
    ...(ends ? [{ kind: 'ADS_RUN_OUT', day: ends }] : []),
    ...(client.approvals.some(({ round, includedRounds }) => round > includedRounds)
      ? [{ kind: 'PAID_ROUND', day: null }]
      : []),
    ...(Date.now() - firstSent >= SILENT_MS ? [{ kind: 'SILENT_CLIENT', day: null }] : []),
  ];
}

const daysIn = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

function runsOut(ad: OpenLine, today: string): string | null {
  const from = ad.month > ad.startsOn ? ad.month : ad.startsOn;
  const last = addDays(addMonths(ad.month, 1), -1);
  const to = last < ad.endsOn ? last : ad.endsOn;
  const passed = daysIn(from, today);
  if (passed < 1 || to < from || usedOf(ad) * daysIn(from, to) <= ad.plannedMinor * passed) return null;
  return addDays(from, Math.floor((ad.plannedMinor * passed) / usedOf(ad)));
}
