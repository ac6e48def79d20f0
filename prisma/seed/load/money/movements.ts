import type { LedgerAccount, LedgerKind } from '@planerka/budgets/domain';
import { monthFrom } from '../../content/compose/calendar';
import type { TaskContent } from '../../content/types';
import { idOf } from '../ids';
import { kopecks, type Loading } from '../loading';
import { adSpendLine, platformNames, targetologistFor } from './ad-spend';
import { approvedLines, lineIdOf, linesByTask, owedFor } from './lines';
import { payoutWorks } from './payouts';

/** One movement on a line, before it has its place in the book. */
export interface Movement {
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

/** All that moved money, the earliest first. */
export const movementsOf = (loading: Loading): readonly Movement[] =>
  [approvals(loading), fees(loading), payouts(loading), advertising(loading), expenses(loading)]
    .flat()
    .filter(({ minor }) => minor > 0n)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());

function approvals(loading: Loading): Movement[] {
  const { demo, calendar } = loading;
  const initial = approvedLines(demo).map((line): Movement => {
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
  const lineOf = linesByTask(demo);
  return demo.tasks.flatMap((task) => {
    const line = lineOf.get(task.slug);
    return line ? feeMovements(loading, task, line) : [];
  });
}

/** Walks the task's history: promised at acceptance, owed when done, given back or partly owed when cancelled. */
function feeMovements({ calendar }: Loading, task: TaskContent, line: string): Movement[] {
  const moves: Movement[] = [];
  let stands: 'nothing' | 'committed' | 'payable' = 'nothing';
  let fee = kopecks((task.before ?? task).feeRub);
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
    } else if (action === 'accept' && stands === 'committed') {
      const more = kopecks(task.feeRub) - fee;
      if (more > 0n) move('commitment', 'available', 'committed', more);
      else move('release', 'committed', 'available', -more);
      fee = kopecks(task.feeRub);
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

function payouts({ demo, calendar }: Loading): Movement[] {
  const lineOf = linesByTask(demo);
  return demo.payouts.flatMap((payout) => {
    const { status, paidAt, slug } = payout;
    if (status !== 'paid' || !paidAt) return [];
    return payoutWorks(demo, lineOf, payout).map(({ task, lineId }): Movement => ({
      at: calendar.moment(paidAt),
      line: lineId,
      kind: 'payout',
      from: 'payable',
      to: 'spent',
      minor: owedFor(task),
      memo: payout.document ?? 'Выплата',
      actor: demo.agency.owner,
      cause: { payoutId: idOf('payout', slug), taskId: idOf('task', task.slug) },
    }));
  });
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
