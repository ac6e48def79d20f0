import type { Balances } from '@planerka/budgets/domain';
import { Money, type Currency } from '@planerka/platform/domain';
import { read } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** The four figures of a line, or of lines together, as facts of a rule: minor units as texts. */
export interface BalanceFacts extends Readonly<Record<keyof Balances, string>> {
  readonly currency: Currency;
}

/** @param minor expression of a figure; NULL, where nothing was added up, is nothing. */
export const balanceFacts = (
  minor: (account: keyof Balances) => RawBuilder<unknown>,
  currency: RawBuilder<unknown>,
  ...joins: readonly ReturnType<typeof read.join>[]
) => {
  const fact = (account: keyof Balances) => read.text(sql`coalesce(${minor(account)}, 0)::text`, ...joins);
  return {
    available: fact('available'),
    committed: fact('committed'),
    payable: fact('payable'),
    spent: fact('spent'),
    currency: read.text<Currency>(currency),
  };
};

export function balancesOf({ currency, available, committed, payable, spent }: BalanceFacts): Balances {
  const money = (minor: string): Money => Money.of(BigInt(minor), currency);
  return {
    available: money(available),
    committed: money(committed),
    payable: money(payable),
    spent: money(spent),
  };
}

/** Of rows of `budget_line` as `l`. */
export const lineMinor = (account: keyof Balances): RawBuilder<unknown> => sql.ref(`l.${account}_minor`);

/** All four of `l` added up, under their accounts' names. */
export const lineSums = sql`sum(l.available_minor) AS available, sum(l.committed_minor) AS committed,
  sum(l.payable_minor) AS payable, sum(l.spent_minor) AS spent`;
