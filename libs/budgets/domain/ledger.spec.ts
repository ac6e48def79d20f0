import { describe, expect, it } from '@jest/globals';
import { Money, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { accountBalances, noBalances, plannedOf, replay, type BudgetLine, type Transfer } from './ledger';
import * as move from './movements';
import { crossedThresholds, reachedThreshold, usedPercent } from './thresholds';
import '@planerka/platform/domain/testing/temporal-equality';

const rub = (amount: number | bigint) => Money.of(BigInt(amount) * 100n, 'RUB');

const line = (patch: Partial<BudgetLine> = {}): BudgetLine => ({
  id: 'design-december',
  category: 'design',
  month: Temporal.PlainYearMonth.from('2026-12'),
  isHard: true,
  currency: 'RUB',
  balances: noBalances('RUB'),
  ...patch,
});

function after(result: move.MovementResult): BudgetLine {
  if (!result.ok) throw new Error(`${result.error.kind}: missing ${result.error.missing.toDecimal()}`);
  return result.value.line;
}

const figures = ({ balances }: BudgetLine) =>
  Object.fromEntries(Object.entries(balances).map(([name, money]) => [name, Number(money.minor / 100n)]));

describe('the life of a fee', () => {
  const approved = after(move.approveTotal(line(), rub(54_000)));
  const committed = after(move.commit(approved, rub(7_500)));
  const payable = after(move.makePayable(committed, rub(7_500)));
  const paid = after(move.pay(payable, rub(7_500)));

  it.each<[string, BudgetLine, object]>([
    ['approved', approved, { available: 54_000, committed: 0, payable: 0, spent: 0 }],
    ['accepted', committed, { available: 46_500, committed: 7_500, payable: 0, spent: 0 }],
    ['done', payable, { available: 46_500, committed: 0, payable: 7_500, spent: 0 }],
    ['paid', paid, { available: 46_500, committed: 0, payable: 0, spent: 7_500 }],
    [
      'cancelled',
      after(move.release(committed, rub(7_500))),
      { available: 54_000, committed: 0, payable: 0, spent: 0 },
    ],
    [
      'killed for 2 000',
      after(move.owedKillFee(committed, rub(2_000))),
      { available: 46_500, committed: 5_500, payable: 2_000, spent: 0 },
    ],
    [
      'reopened',
      after(move.reversePayable(payable, rub(7_500))),
      { available: 46_500, committed: 7_500, payable: 0, spent: 0 },
    ],
    [
      'advertised',
      after(move.spend(approved, rub(4_000), 'ad_spend')),
      { available: 50_000, committed: 0, payable: 0, spent: 4_000 },
    ],
  ])('%s', (_name, now, expected) => {
    expect(figures(now)).toEqual(expected);
    expect(plannedOf(now.balances)).toEqual(rub(54_000));
  });

  it('moves only the difference when a fee is revised', () => {
    const grown = move.recommit(committed, rub(7_500), rub(9_000));
    const shrunk = move.recommit(committed, rub(7_500), rub(5_000));
    expect(grown?.ok && grown.value).toMatchObject({ kind: 'commitment', transfers: [{ amount: rub(1_500) }] });
    expect(shrunk?.ok && shrunk.value).toMatchObject({ kind: 'release', transfers: [{ amount: rub(2_500) }] });
    expect(move.recommit(committed, rub(7_500), rub(7_500))).toBeNull();
  });

  it('refuses a hard line what it has not, with the figures', () => {
    expect(move.commit(committed, rub(50_000))).toEqual({
      ok: false,
      error: {
        kind: 'BudgetExceeded',
        lineId: 'design-december',
        available: rub(46_500),
        needed: rub(50_000),
        missing: rub(3_500),
      },
    });
    expect(move.commit(committed, rub(46_500)).ok).toBe(true);
    expect(move.approveTotal(committed, rub(7_499))).toMatchObject({ error: { kind: 'BudgetExceeded' } });
    expect(figures(after(move.approveTotal(committed, rub(7_500))))).toMatchObject({ available: 0, committed: 7_500 });
  });

  it('lets a soft line be overdrawn', () => {
    const soft = after(move.approveTotal(line({ isHard: false }), rub(1_000)));
    expect(figures(after(move.spend(soft, rub(1_500), 'expense')))).toMatchObject({ available: -500, spent: 1_500 });
  });

  it('throws where more is moved than was promised: no input leads there', () => {
    expect(() => move.makePayable(committed, rub(7_501))).toThrow(RangeError);
    expect(() => move.commit(committed, rub(0))).toThrow(RangeError);
    expect(() => move.commit(committed, rub(-5))).toThrow(RangeError);
    expect(() => move.commit(committed, Money.of(1n, 'USD'))).toThrow(TypeError);
  });

  it('takes an entry back by an opposite one', () => {
    const spent = move.spend(approved, rub(4_000), 'ad_spend');
    if (!spent.ok) throw new Error();
    const back = move.reverse(spent.value.line, spent.value.transfers);
    expect(back).toMatchObject({ value: { kind: 'reversal', transfers: [{ from: 'spent', to: 'available' }] } });
    expect(after(back).balances).toEqual(approved.balances);
  });
});

type Step = { readonly act: 'approve' | 'commit' | 'release' | 'payable' | 'pay' | 'spend'; readonly amount: number };

const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act'][]>('approve', 'commit', 'release', 'payable', 'pay', 'spend'),
    amount: fc.integer({ min: 1, max: 1_000 }),
  }),
  { maxLength: 60 },
);

/** Like the service: never asks for more than is promised or owed, but asks for whatever it likes of what is free. */
function attempt(now: BudgetLine, { act, amount }: Step): move.MovementResult | null {
  const atMost = (limit: Money) => Money.min(rub(amount), limit);
  const positive = (sum: Money, go: (sum: Money) => move.MovementResult) => (sum.isPositive ? go(sum) : null);
  switch (act) {
    case 'approve':
      return move.approveTotal(now, rub(amount * 3));
    case 'commit':
      return move.commit(now, rub(amount));
    case 'release':
      return positive(atMost(now.balances.committed), (sum) => move.release(now, sum));
    case 'payable':
      return positive(atMost(now.balances.committed), (sum) => move.makePayable(now, sum));
    case 'pay':
      return positive(atMost(now.balances.payable), (sum) => move.pay(now, sum));
    case 'spend':
      return move.spend(now, rub(amount), 'expense');
  }
}

describe('any history', () => {
  it.each([true, false])('adds up, on a line that is hard: %s', (isHard) => {
    fc.assert(
      fc.property(steps, (history) => {
        let now = line({ isHard });
        const transfers: Transfer[] = [];
        for (const step of history) {
          const result = attempt(now, step);
          if (!result) continue;
          if (!result.ok) {
            // Refused for lack of money only, and exactly by what lacks.
            expect(result.error.available.plus(result.error.missing)).toEqual(result.error.needed);
            expect(result.error.missing.isPositive && isHard).toBe(true);
            continue;
          }
          now = result.value.line;
          transfers.push(...result.value.transfers);
          expect(isHard && now.balances.available.isNegative).toBe(false);
        }
        const accounts = accountBalances(transfers, 'RUB');
        expect(Money.sum(Object.values(accounts), 'RUB').isZero).toBe(true);
        expect(plannedOf(now.balances)).toEqual(accounts.plan.negated());
        expect(replay(transfers, 'RUB').get(now.id) ?? noBalances('RUB')).toEqual(now.balances);
      }),
    );
  });
});

describe('thresholds of a soft line', () => {
  const soft = after(move.approveTotal(line({ isHard: false }), rub(1_000)));
  const spending = (amount: number) => after(move.spend(soft, rub(amount), 'expense'));

  it.each<[number, number, readonly number[]]>([
    [1, 799, []],
    [799, 800, [80]],
    [799, 1_000, [80, 100]],
    [800, 999, []],
    [999, 1_200, [100]],
    [1_000, 1_200, []],
    [1_200, 500, []],
  ])('from %s to %s of 1 000 crosses %j', (from, to, crossed) => {
    expect(crossedThresholds(spending(from), spending(to))).toEqual(crossed);
  });

  it('are not told on a hard line, which refuses instead', () => {
    expect(crossedThresholds({ ...spending(1), isHard: true }, { ...spending(900), isHard: true })).toEqual([]);
  });

  it('know a line without a plan', () => {
    expect(usedPercent(noBalances('RUB'))).toBeNull();
    expect(reachedThreshold(noBalances('RUB'))).toBeNull();
    expect(reachedThreshold(after(move.spend(line({ isHard: false }), rub(1), 'expense')).balances)).toBe(100);
  });
});
