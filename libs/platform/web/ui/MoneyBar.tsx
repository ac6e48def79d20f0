import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format';
import { usePlatformText } from '../locales/platform-text';
import { cx } from './cx';
import classes from './MoneyBar.module.css';

export interface MoneyBarProps {
  /** Decimal strings in one currency; the order everywhere is spent, payable, committed, available. */
  spent: string;
  payable: string;
  committed: string;
  available: string;
  currency: string;
  size?: 'thin' | 'normal' | 'thick';
}

/** What goes over the plan is hatched. Widths are for the eye only: sums stay strings. */
export function MoneyBar({ spent, payable, committed, available, currency, size = 'normal' }: MoneyBarProps) {
  const t = usePlatformText();
  const format = useFormat();
  const part = (value: string) => Math.max(0, Number(value));
  const over = Math.max(0, -Number(available));
  const used = part(spent) + part(payable) + part(committed);
  const whole = used + part(available) || 1;
  const share = (value: number) => `${((value / whole) * 100).toFixed(2)}%`;
  // the excess is cut off the end of what is used, so that parts still add up to the whole
  const parts = [
    ['spent', part(spent)],
    ['payable', part(payable)],
    ['committed', part(committed)],
  ] as const;
  let left = used - over;
  const label = [
    `${t('money.spent')}: ${format.money({ amount: spent, currency })}`,
    `${t('money.payable')}: ${format.money({ amount: payable, currency })}`,
    `${t('money.committed')}: ${format.money({ amount: committed, currency })}`,
    `${t('money.available')}: ${format.money({ amount: available, currency })}`,
  ].join(', ');
  return (
    <span className={cx(classes.bar, classes[size])} role="img" aria-label={label}>
      {parts.map(([name, value]) => {
        const shown = Math.max(0, Math.min(value, left));
        left -= shown;
        return shown > 0 ? <i key={name} className={classes[name]} style={{ width: share(shown) }} /> : null;
      })}
      {over > 0 && <i className={classes.over} style={{ width: share(over) }} />}
    </span>
  );
}

export type MoneyPart = 'plan' | 'spent' | 'payable' | 'committed' | 'available';

/** The colour key of a money part: square and name. */
export function MoneyKey({ part, children }: { part: MoneyPart; children?: ReactNode }) {
  const t = usePlatformText();
  return (
    <span className={classes.key}>
      <i className={cx(classes.swatch, classes[part])} aria-hidden="true" />
      {children ?? t(`money.${part}`)}
    </span>
  );
}

export interface CapacityBarProps {
  value: number;
  /** Where the mark stands; what is over it is hatched. */
  limit: number;
  /** The whole width; a little more than the limit by default. */
  max?: number;
  label: string;
  tone?: 'normal' | 'warn' | 'danger';
}

/** Hours against capacity, a share against a goal. */
export function CapacityBar({
  value,
  limit,
  max = Math.max(limit * 1.375, value),
  label,
  tone = 'normal',
}: CapacityBarProps) {
  const percent = (part: number) => `${Math.min(100, (part / (max || 1)) * 100).toFixed(2)}%`;
  const over = Math.max(0, value - limit);
  return (
    <span className={classes.capacity} role="img" aria-label={label}>
      <i
        className={cx(classes.filled, tone !== 'normal' && classes[tone], over > 0 && classes.cut)}
        style={{ width: percent(Math.min(value, limit)) }}
      />
      {over > 0 && <i className={classes.excess} style={{ left: percent(limit), width: percent(over) }} />}
      {limit < max && <b className={classes.mark} style={{ left: percent(limit) }} />}
    </span>
  );
}
