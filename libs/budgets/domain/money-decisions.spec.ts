import { describe, expect, it } from '@jest/globals';
import { Money, Temporal } from '@planerka/platform/domain';
import { forecast } from './forecast';
import { noBalances, type BudgetLine } from './ledger';
import { againstGoal, marginOf, romi } from './margin';
import { approveTotal, commit } from './movements';
import { checkPayment, gatherPayouts, movePayout, payoutActionsIn, payoutStates, type PayoutAction } from './payout';
import {
  approveRevision,
  refuseRevision,
  requestRevision,
  revisionTotal,
  transferBetween,
  withdrawRevision,
} from './revision';
import '@planerka/platform/domain/testing/temporal-equality';

const rub = (amount: number) => Money.of(BigInt(amount) * 100n, 'RUB');
const day = (text: string) => Temporal.PlainDate.from(text);

function line(id: string, planned: number, committed = 0, isHard = true): BudgetLine {
  const empty: BudgetLine = {
    id,
    category: 'design',
    month: Temporal.PlainYearMonth.from('2026-12'),
    isHard,
    currency: 'RUB',
    balances: noBalances('RUB'),
  };
  const approved = approveTotal(empty, rub(planned));
  if (!approved.ok || committed === 0) return approved.ok ? approved.value.line : empty;
  const used = commit(approved.value.line, rub(committed));
  if (!used.ok) throw new Error('too much');
  return used.value.line;
}

const copy = line('copy', 20_000, 5_000);
const design = line('design', 54_000, 49_500);
const lines = new Map([copy, design].map((one) => [one.id, one]));

describe('a revision', () => {
  it('is asked for with a reason and real changes', () => {
    const issuesOf = (reason: string, asked: { lineId: string; newTotal: Money }[]) => {
      const result = requestRevision({ reason, lines: asked }, lines);
      return result.ok ? [] : result.error.map(({ path, code }) => `${path.join('.')} ${code}`);
    };
    expect(issuesOf('', [])).toEqual(['reason required', 'lines required']);
    expect(issuesOf('Съёмка', [{ lineId: 'copy', newTotal: rub(20_000) }])).toEqual(['lines changes_nothing']);
    expect(
      issuesOf('Съёмка', [
        { lineId: 'foreign', newTotal: rub(1) },
        { lineId: 'copy', newTotal: rub(-1) },
        { lineId: 'design', newTotal: Money.of(1n, 'USD') },
      ]),
    ).toEqual(['lines.0.lineId unknown_line', 'lines.1.newTotal negative', 'lines.2.newTotal other_currency']);
    expect(
      issuesOf('Съёмка', [
        { lineId: 'copy', newTotal: rub(1) },
        { lineId: 'copy', newTotal: rub(2) },
      ]),
    ).toEqual(['lines.1.lineId line_twice']);
  });

  const request = requestRevision(
    { reason: 'Четвёртый ролик', lines: transferBetween(copy, design, rub(10_000)) },
    lines,
  );
  if (!request.ok) throw new Error('refused');
  const revision = { state: 'requested', lines: request.value } as const;

  it('moves money between lines only when it is approved', () => {
    expect(revisionTotal(revision, 'RUB').isZero).toBe(true);
    const approved = approveRevision(revision, lines);
    expect(approved.ok && approved.value.flatMap(({ transfers }) => transfers)).toEqual([
      { lineId: 'copy', from: 'available', to: 'plan', amount: rub(10_000) },
      { lineId: 'design', from: 'plan', to: 'available', amount: rub(10_000) },
    ]);
  });

  it('is all or nothing', () => {
    const tooMuch = requestRevision({ reason: 'х', lines: transferBetween(copy, design, rub(15_001)) }, lines);
    if (!tooMuch.ok) throw new Error('refused');
    expect(approveRevision({ state: 'requested', lines: tooMuch.value }, lines)).toMatchObject({
      ok: false,
      error: { kind: 'BudgetExceeded', lineId: 'copy', missing: rub(1) },
    });
  });

  it('does not undo a decision made meanwhile', () => {
    const meanwhile = new Map(lines).set('copy', line('copy', 25_000));
    expect(approveRevision(revision, meanwhile)).toEqual({
      ok: false,
      error: { kind: 'RevisionOutdated', lineIds: ['copy'] },
    });
  });

  it.each(['approved', 'refused', 'withdrawn'] as const)('that is %s is over', (state) => {
    const closed = { ...revision, state };
    const error = { kind: 'RevisionClosed', state };
    expect(approveRevision(closed, lines)).toEqual({ ok: false, error });
    expect(refuseRevision(closed, 'Нет')).toEqual({ ok: false, error });
    expect(withdrawRevision(closed)).toEqual({ ok: false, error });
  });

  it('is refused with a reason', () => {
    expect(refuseRevision(revision, ' ')).toMatchObject({ ok: false, error: { path: ['reason'], code: 'required' } });
    expect(refuseRevision(revision, 'Не в декабре').ok).toBe(true);
  });
});

describe('a payout', () => {
  const allowed: Record<PayoutAction, string> = {
    approve: 'draft',
    return_to_draft: 'approved',
    mark_paid: 'approved',
  };

  it.each(
    payoutStates.flatMap((state) => (Object.keys(allowed) as PayoutAction[]).map((action) => [state, action] as const)),
  )('%s: %s', (state, action) => {
    expect(movePayout(state, action).ok).toBe(allowed[action] === state);
    expect(payoutActionsIn(state).includes(action)).toBe(allowed[action] === state);
  });

  it('gathers what is owed to one person in one currency', () => {
    const owed = (memberId: string, amount: Money) => ({ taskId: 't', lineId: 'l', memberId, amount });
    const payouts = gatherPayouts([
      owed('timur', rub(7_500)),
      owed('maria', rub(3_000)),
      owed('timur', rub(500)),
      owed('timur', Money.of(100n, 'USD')),
      owed('lev', rub(0)),
    ]);
    expect(payouts.map(({ memberId, total }) => `${memberId} ${total.toString()}`)).toEqual([
      'timur 8000.00 RUB',
      'maria 3000.00 RUB',
      'timur 1.00 USD',
    ]);
  });

  it('wants a receipt of the self-employed, and no date to come', () => {
    const today = day('2026-12-08');
    expect(checkPayment({ paidOn: today, document: '' }, 'contract', today).ok).toBe(true);
    expect(checkPayment({ paidOn: today.add({ days: 1 }), document: '' }, 'self_employed', today)).toMatchObject({
      error: [{ code: 'in_future' }, { code: 'receipt_wanted' }],
    });
  });
});

describe('the forecast', () => {
  const [from, to] = [day('2026-12-01'), day('2026-12-31')];

  it('says the day and the sum', () => {
    // 12 000 in eight days of 31 000: 46 500 in the month, 15 500 too much, the last rouble goes on day 21.
    expect(forecast(line('x', 31_000, 12_000).balances, from, to, day('2026-12-08'))).toEqual({
      expected: rub(46_500),
      shortage: rub(15_500),
      runsOutOn: day('2026-12-21'),
    });
  });

  it('is calm where it suffices', () => {
    expect(forecast(line('x', 31_000, 8_000).balances, from, to, day('2026-12-08'))).toMatchObject({
      expected: rub(31_000),
      shortage: rub(0),
      runsOutOn: null,
    });
  });

  it('knows no pace before the beginning, and the end after it', () => {
    expect(forecast(line('x', 100, 50).balances, from, to, day('2026-11-30'))).toBeNull();
    expect(forecast(line('x', 100, 50).balances, from, to, day('2027-02-01'))).toMatchObject({ expected: rub(50) });
    expect(forecast(line('x', 0).balances, from, to, from)).toMatchObject({ shortage: rub(0) });
  });
});

describe('margin', () => {
  it('is percent of revenue and stands against the goal', () => {
    const margin = marginOf(rub(450_000), rub(283_500));
    expect(margin).toMatchObject({ profit: rub(166_500), percent: 37 });
    expect(againstGoal(margin, 42)).toBe(-5);
    expect(againstGoal(margin, null)).toBeNull();
    expect(marginOf(rub(0), rub(100)).percent).toBeNull();
  });

  it('tells what came back of what was invested', () => {
    expect(romi(rub(300_000), rub(120_000))).toBe(150);
    expect(romi(rub(0), rub(100))).toBe(-100);
    expect(romi(rub(100), rub(0))).toBeNull();
  });
});
