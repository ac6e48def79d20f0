import { MoneyText, useFormat } from '@planerka/platform/web';
import { BarSeries } from '@planerka/platform/web/charts';
import { useT } from '../locales';
import classes from './Overview.module.css';
import type { Overview } from './overview-documents';

export function OverviewFigures({ overview }: { overview: Overview }) {
  const t = useT();
  const format = useFormat();
  const { margin, revenueChange, costChange, goal, missingToGoal, months } = overview;
  const change = (value: number | null) =>
    value === null
      ? null
      : t('overview.change', {
          change: `${value > 0 ? '+' : value < 0 ? '−' : ''}${format.percent(Math.abs(Math.round(value)))}`,
        });
  const chart = goal === null ? t('overview.marginChart') : t('overview.marginGoal', { goal });
  return (
    <section className={classes.figures} aria-label={t('overview.margin')}>
      <div className={classes.figure}>
        <span>{t('overview.revenue')}</span>
        <strong>
          <MoneyText value={margin.revenue} />
        </strong>
        <small>
          {[t('overview.clients', { count: overview.clients.length }), change(revenueChange)]
            .filter(Boolean)
            .join(', ')}
        </small>
      </div>
      <div className={classes.figure}>
        <span>{t('overview.cost')}</span>
        <strong>
          <MoneyText value={margin.cost} />
        </strong>
        <small>{change(costChange)}</small>
      </div>
      <div className={classes.figure}>
        <span>{t('overview.margin')}</span>
        <strong>
          <MoneyText value={margin.profit} />
        </strong>
        <small>
          {missingToGoal
            ? t('overview.missing', { amount: format.money(missingToGoal) })
            : goal === null
              ? null
              : t('overview.reached')}
        </small>
      </div>
      <div className={classes.figure}>
        <span>{chart}</span>
        <div
          role="img"
          aria-label={`${chart}: ${months.map(({ month, margin: one }) => `${format.monthName(month)} ${one.percent ?? '—'}`).join(', ')}`}
        >
          <BarSeries
            height={96}
            points={months.map(({ month, margin: one }) => ({
              label: format.monthName(month).slice(0, 3),
              value: Math.round(one.percent ?? 0),
              isCurrent: month === overview.month,
            }))}
            {...(goal !== null && { goal })}
          />
        </div>
      </div>
    </section>
  );
}
