import { type MoneyFormat, type MoneyValue, useFormat } from '../i18n/format';
import { cx } from './cx';
import classes from './MoneyText.module.css';

export interface MoneyTextProps extends MoneyFormat {
  value: MoneyValue | null | undefined;
  weight?: 'regular' | 'medium' | 'semi';
  tone?: 'ink' | 'quiet' | 'warn' | 'danger' | 'ok';
  size?: 'inherit' | 'large' | 'huge';
}

/** «7 500 ₽»: tabular figures, narrow spaces, a real minus, the sign never parted from its number. */
export function MoneyText({ value, weight = 'regular', tone, size = 'inherit', ...options }: MoneyTextProps) {
  const format = useFormat();
  if (!value) return <span className={classes.quiet}>—</span>;
  const isZero = !/[1-9]/.test(value.amount);
  return (
    <span
      className={cx(
        classes.money,
        classes[weight],
        classes[tone ?? (isZero && options.withoutSign ? 'quiet' : 'ink')],
        classes[size],
      )}
    >
      {format.money(value, options)}
    </span>
  );
}
