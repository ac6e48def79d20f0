import type { LedgerAccount, LedgerKind } from '@planerka/budgets/domain';
import type { Prisma } from '@planerka/platform/server';
import { monthFrom } from '../content/compose/calendar';
import type { BudgetLineContent, TaskContent } from '../content/types';
import { idOf } from './ids';
import { currency, inBatches, kopecks, type Loading } from './loading';

/** One movement on a line, before it has its place in the book. */
interface Movement {
  readonly at: Date;
  readonly line: string;
  readonly kind: LedgerKind;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly minor: bigint;
  readonly memo: string;
  readonly actor: string;
  readonly cause?: { taskId?: string; revisionId?: string; payoutId?: string; adSpendId?: string };
}

const lineIdOf = ({ campaign, category, month }: Pick<BudgetLineContent, 'campaign' | 'category' | 'month'>): string =>
  idOf('line', campaign, category, month);

/** Lines, requests, payouts and ad spend, and the book that says how each balance came to be. */
export async function loadMoney(loading: Loading): Promise<void> {
  const { db } = loading;
  const movements = [
    ...approvals(loading),
    ...fees(loading),
    ...payouts(loading),
    ...advertising(loading),
    ...expenses(loading),
  ]
    .filter(({ minor }) => minor > 0n)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const book = postAll(loading, movements);
  await db.budgetLine.createMany({ data: book.lines });
  await loadRevisions(loading);
  await loadPayouts(loading);
  await inBatches(adSpendRows(loading), (data) => db.adSpend.createMany({ data }));
  await inBatches(book.transactions, (data) => db.ledgerTransaction.createMany({ data }));
  await inBatches(book.transfers, (data) => db.ledgerTransfer.createMany({ data }));
}

/** The tasks need their lines before they are loaded, so the lines go first, empty, and are filled here. */
function postAll({ agencyId, demo }: Loading, movements: readonly Movement[]) {
  const balances = new Map<string, Record<LedgerAccount, bigint>>();
  const of = (line: string): Record<LedgerAccount, bigint> => {
    const known = balances.get(line) ?? { plan: 0n, available: 0n, committed: 0n, payable: 0n, spent: 0n };
    balances.set(line, known);
    return known;
  };
  const transactions: Prisma.LedgerTransactionCreateManyInput[] = [];
  const transfers: Prisma.LedgerTransferCreateManyInput[] = [];
  for (const [index, { at, line, kind, from, to, minor, memo, actor, cause }] of movements.entries()) {
    const balance = of(line);
    balance[from] -= minor;
    balance[to] += minor;
    const transactionId = idOf('transaction', index);
    const member = demo.agency.members.find(({ slug }) => slug === actor);
    transactions.push({
      agencyId,
      id: transactionId,
      kind,
      memo,
      memberId: member ? idOf('member', actor) : null,
      actorName: member?.name ?? actor,
      postedAt: at,
      ...cause,
    });
    transfers.push({
      agencyId,
      id: idOf('transfer', index),
      transactionId,
      lineId: line,
      fromAccount: from,
      toAccount: to,
      amountMinor: minor,
      availableAfterMinor: balance.available,
      postedAt: at,
    });
  }
  const lines = demo.budgetLines.map((line) => {
    const { plan, available, committed, payable, spent } = of(lineIdOf(line));
    return {
      agencyId,
      id: lineIdOf(line),
      campaignId: idOf('campaign', line.campaign),
      category: line.category,
      month: new Date(`${line.month}-01T00:00:00Z`),
      isHard: line.strictness === 'hard',
      currency,
      plannedMinor: -plan,
      availableMinor: available,
      committedMinor: committed,
      payableMinor: payable,
      spentMinor: spent,
    };
  });
  return { transactions, transfers, lines };
}

/** A line that was only asked for had no approval. */
const withMoney = ({ budgetLines }: Loading['demo']) => budgetLines.filter(({ initialRub }) => initialRub > 0);

function approvals(loading: Loading): Movement[] {
  const { demo, calendar } = loading;
  const initial = withMoney(demo).map((line): Movement => {
    const campaign = demo.campaigns.find(({ slug }) => slug === line.campaign);
    const approvedDay = Math.min(campaign?.budgetApprovedDay ?? campaign?.fromDay ?? -90, campaign?.fromDay ?? 0);
    return {
      // Before the first acceptance, whatever the day of the paper.
      at: calendar.at(approvedDay - 20, '09:00'),
      line: lineIdOf(line),
      kind: 'revision',
      from: 'plan',
      to: 'available',
      minor: kopecks(line.initialRub),
      memo: 'Утверждён бюджет кампании',
      actor: demo.agency.owner,
      cause: { revisionId: idOf('revision', 'initial', line.campaign) },
    };
  });
  const later = demo.revisions
    .filter(({ status }) => status === 'approved')
    .flatMap((revision) =>
      revision.changes.map(({ category, month, deltaRub }): Movement => {
        const line = { campaign: revision.campaign, category, month: monthFrom(calendar.today.toString(), month) };
        const isRaise = deltaRub > 0;
        return {
          at: calendar.moment(revision.decidedAt ?? revision.requestedAt),
          line: lineIdOf(line),
          kind: 'revision',
          from: isRaise ? 'plan' : 'available',
          to: isRaise ? 'available' : 'plan',
          minor: kopecks(Math.abs(deltaRub)),
          memo: revision.reason,
          actor: revision.decidedBy ?? demo.agency.owner,
          cause: { revisionId: idOf('revision', revision.slug) },
        };
      }),
    );
  return [...initial, ...later];
}

function fees(loading: Loading): Movement[] {
  const { demo } = loading;
  const lines = new Map(demo.budgetLines.flatMap((line) => line.tasks.map((task) => [task, lineIdOf(line)] as const)));
  return demo.tasks.flatMap((task) => {
    const line = lines.get(task.slug);
    return line ? feeMovements(loading, task, line) : [];
  });
}

/** Walks the task's history: promised at acceptance, owed when done, given back or partly owed when cancelled. */
function feeMovements({ calendar }: Loading, task: TaskContent, line: string): Movement[] {
  const moves: Movement[] = [];
  let stands: 'nothing' | 'committed' | 'payable' = 'nothing';
  const fee = kopecks(task.feeRub);
  const kill = kopecks(task.killFeeRub);
  for (const { action, at, by } of task.events) {
    const move = (kind: LedgerKind, from: LedgerAccount, to: LedgerAccount, minor = fee) =>
      moves.push({
        at: calendar.moment(at),
        line,
        kind,
        from,
        to,
        minor,
        memo: task.title,
        actor: by,
        cause: { taskId: idOf('task', task.slug) },
      });
    const isDone = action === 'client_approve' || (action === 'approve' && !task.wantsClientApproval);
    if (action === 'accept' && stands === 'nothing') {
      move('commitment', 'available', 'committed');
      stands = 'committed';
    } else if (isDone && stands === 'committed') {
      move('payable', 'committed', 'payable');
      stands = 'payable';
    } else if (action === 'reopen' && stands === 'payable') {
      move('reversal', 'payable', 'committed');
      stands = 'committed';
    } else if (action === 'cancel' && stands === 'committed') {
      move('kill_fee', 'committed', 'payable', kill);
      move('release', 'committed', 'available', fee - kill);
      stands = 'nothing';
    }
  }
  return moves;
}

const payoutDate = (loading: Loading, moment: Parameters<Loading['calendar']['moment']>[0]): Date =>
  loading.calendar.moment(moment);

function payouts(loading: Loading): Movement[] {
  const { demo } = loading;
  const lines = new Map(demo.budgetLines.flatMap((line) => line.tasks.map((task) => [task, lineIdOf(line)] as const)));
  return demo.payouts
    .filter(({ status }) => status === 'paid')
    .flatMap((payout) =>
      payout.tasks.flatMap((slug): Movement[] => {
        const task = demo.tasks.find((one) => one.slug === slug);
        const line = lines.get(slug);
        if (!task || !line || !payout.paidAt) return [];
        return [
          {
            at: payoutDate(loading, payout.paidAt),
            line,
            kind: 'payout',
            from: 'payable',
            to: 'spent',
            minor: owedFor(task),
            memo: payout.document ?? 'Выплата',
            actor: demo.agency.owner,
            cause: { payoutId: idOf('payout', payout.slug), taskId: idOf('task', slug) },
          },
        ];
      }),
    );
}

/** The fee of done work, the kill fee of cancelled. */
const owedFor = (task: TaskContent): bigint => kopecks(task.state === 'cancelled' ? task.killFeeRub : task.feeRub);

function adSpendLine(loading: Loading, campaign: string, day: number): string {
  const month = loading.calendar.day(day).toPlainYearMonth().toString();
  return lineIdOf({ campaign, category: 'ad_spend', month });
}

const platformNames = { vk_ads: 'VK Реклама', yandex_direct: 'Яндекс Директ', telegram_ads: 'Telegram Ads' };

function targetologistFor({ demo }: Loading, campaign: string): string {
  const client = demo.campaigns.find(({ slug }) => slug === campaign)?.client;
  const squad = demo.clients.find(({ slug }) => slug === client)?.squad ?? '';
  const people = demo.agency.members.filter(({ disciplines }) => disciplines.includes('targeting'));
  return (people.find(({ squads }) => squads.includes(squad)) ?? people[0])!.slug;
}

function adSpendRows(loading: Loading): Prisma.AdSpendCreateManyInput[] {
  const { agencyId, demo, calendar } = loading;
  return demo.adSpend.map((row) => ({
    agencyId,
    id: idOf('ad-spend', row.adCampaign, row.day),
    lineId: adSpendLine(loading, row.campaign, row.day),
    day: calendar.date(row.day),
    platform: platformNames[row.platform],
    note: row.name,
    amountMinor: BigInt(row.costKopecks),
    currency,
    source: 'import',
    enteredById: idOf('member', targetologistFor(loading, row.campaign)),
    createdAt: calendar.at(row.day, '23:30'),
  }));
}

function advertising(loading: Loading): Movement[] {
  const { demo, calendar } = loading;
  return demo.adSpend.map((row) => ({
    at: calendar.at(row.day, '23:30'),
    line: adSpendLine(loading, row.campaign, row.day),
    kind: 'ad_spend',
    from: 'available',
    to: 'spent',
    minor: BigInt(row.costKopecks),
    memo: `${platformNames[row.platform]}: ${row.name}`,
    actor: targetologistFor(loading, row.campaign),
    cause: { adSpendId: idOf('ad-spend', row.adCampaign, row.day) },
  }));
}

function expenses({ demo, calendar }: Loading): Movement[] {
  return demo.expenses.map(({ campaign, category, day, what, amountRub }) => ({
    at: calendar.at(day, '14:00'),
    line: lineIdOf({ campaign, category, month: calendar.day(day).toPlainYearMonth().toString() }),
    kind: 'expense',
    from: 'available',
    to: 'spent',
    minor: kopecks(amountRub),
    memo: what,
    actor: demo.agency.owner,
  }));
}

async function loadRevisions({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const owner = idOf('member', demo.agency.owner);
  const campaigns = demo.campaigns.filter(({ slug }) => withMoney(demo).some(({ campaign }) => campaign === slug));
  await db.budgetRevision.createMany({
    data: campaigns.map(({ slug, fromDay, budgetApprovedDay, client }) => {
      const at = calendar.at(Math.min(budgetApprovedDay ?? fromDay, fromDay) - 20, '09:00');
      const manager = demo.clients.find((one) => one.slug === client)?.manager ?? demo.agency.owner;
      return {
        agencyId,
        id: idOf('revision', 'initial', slug),
        campaignId: idOf('campaign', slug),
        state: 'approved' as const,
        reason: 'Бюджет кампании',
        requestedById: idOf('member', manager),
        requestedAt: new Date(at.getTime() - 86_400_000),
        decidedById: owner,
        decidedAt: at,
      };
    }),
  });
  await db.budgetRevisionLine.createMany({
    data: withMoney(demo).map((line) => ({
      agencyId,
      id: idOf('revision-line', 'initial', lineIdOf(line)),
      revisionId: idOf('revision', 'initial', line.campaign),
      lineId: lineIdOf(line),
      newTotalMinor: kopecks(line.initialRub),
      previousMinor: 0n,
    })),
  });
  for (const revision of demo.revisions) {
    const isDecided = revision.status !== 'pending';
    await db.budgetRevision.create({
      data: {
        agencyId,
        id: idOf('revision', revision.slug),
        campaignId: idOf('campaign', revision.campaign),
        state: revision.status === 'pending' ? 'requested' : revision.status,
        reason: revision.reason,
        requestedById: idOf('member', revision.requestedBy),
        requestedAt: calendar.moment(revision.requestedAt),
        decidedById: isDecided ? idOf('member', revision.decidedBy ?? demo.agency.owner) : null,
        decidedAt: isDecided && revision.decidedAt ? calendar.moment(revision.decidedAt) : null,
        decisionNote: revision.decisionReason ?? '',
      },
    });
    await db.budgetRevisionLine.createMany({
      data: revision.changes.flatMap(({ category, month, deltaRub }) => {
        const key = { campaign: revision.campaign, category, month: monthFrom(calendar.today.toString(), month) };
        const line = demo.budgetLines.find((one) => lineIdOf(one) === lineIdOf(key));
        if (!line) return [];
        const now = kopecks(line.approvedRub);
        const previous = revision.status === 'approved' ? now - kopecks(deltaRub) : now;
        return [
          {
            agencyId,
            id: idOf('revision-line', revision.slug, lineIdOf(line)),
            revisionId: idOf('revision', revision.slug),
            lineId: lineIdOf(line),
            newTotalMinor: previous + kopecks(deltaRub),
            previousMinor: previous,
          },
        ];
      }),
    });
  }
}

async function loadPayouts(loading: Loading): Promise<void> {
  const { db, agencyId, demo, calendar } = loading;
  const lines = new Map(demo.budgetLines.flatMap((line) => line.tasks.map((task) => [task, lineIdOf(line)] as const)));
  const ordered = demo.payouts.toSorted(
    (one, other) => calendar.moment(one.preparedAt).getTime() - calendar.moment(other.preparedAt).getTime(),
  );
  for (const [index, payout] of ordered.entries()) {
    const items = payout.tasks.flatMap((slug) => {
      const task = demo.tasks.find((one) => one.slug === slug);
      const lineId = lines.get(slug);
      return task && lineId ? [{ taskId: idOf('task', slug), lineId, amountMinor: owedFor(task) }] : [];
    });
    const id = idOf('payout', payout.slug);
    const owner = idOf('member', demo.agency.owner);
    await db.payout.create({
      data: {
        agencyId,
        id,
        number: index + 1,
        memberId: idOf('member', payout.member),
        state: payout.status,
        totalMinor: items.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
        currency,
        preparedById: idOf('member', payout.preparedBy),
        preparedAt: calendar.moment(payout.preparedAt),
        approvedById: payout.approvedAt ? owner : null,
        approvedAt: payout.approvedAt ? calendar.moment(payout.approvedAt) : null,
        paidById: payout.paidAt ? owner : null,
        paidOn: payout.paidAt ? calendar.moment(payout.paidAt) : null,
        document: payout.document ?? '',
      },
    });
    await db.payoutItem.createMany({
      data: items.map((item) => ({
        agencyId,
        id: idOf('payout-item', payout.slug, item.taskId),
        payoutId: id,
        ...item,
      })),
    });
  }
}
