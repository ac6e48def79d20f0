import { ActionIcon, Button } from '@mantine/core';
import {
  IconBoard,
  IconChevronLeft,
  IconChevronRight,
  IconMonth,
  IconTable,
  IconWeek,
  Segmented,
  useFormat,
} from '@planerka/platform/web';
import { lazy, Suspense } from 'react';
import { PickButton } from '../bulk/PickButton';
import { useT } from '../locales';
import {
  hiddenIn,
  hideWord,
  type MetricColumn,
  metricColumns,
  metricsIn,
  type TableColumn,
  tableColumns,
} from './address-words';
import type { PlanClient } from './ClientSwitcher';
import type { ClientPlanProps } from './ClientPlan';
import { addDays, addMonths, type Day, mondayOf, monthOf } from './days';
import { PlanFilters } from './PlanFilters';
import classes from './PlanTools.module.css';
import type { PlanItem } from './plan-item';
import { planViews, type PlanAddress, type PlanView } from './use-plan-address';

// Neither is looked at before the plan itself.
const PlanViewsMenu = lazy(() => import('../views/PlanViewsMenu').then((file) => ({ default: file.PlanViewsMenu })));
const ColumnsMenu = lazy(() => import('../table/ColumnsMenu').then((file) => ({ default: file.ColumnsMenu })));

export interface PlanToolsProps {
  view: PlanView;
  month: string;
  /** In the shown week. */
  day: Day;
  today: Day;
  address: PlanAddress;
  change: ClientPlanProps['change'];
  /** All of the month, for the filters to choose from. */
  items: readonly PlanItem[];
  /** Null for the month of all. */
  client: PlanClient | null;
  /** Of the table, those that this plan has. */
  columns: readonly TableColumn[];
  metrics: readonly MetricColumn[];
}

const icons = { month: <IconMonth />, week: <IconWeek />, board: <IconBoard />, table: <IconTable /> } as const;

/** When, which of them, and how they are laid out. */
export function PlanTools({
  view,
  month,
  day,
  today,
  address,
  change,
  items,
  client,
  columns,
  metrics,
}: PlanToolsProps) {
  const t = useT();
  const format = useFormat();
  const isWeek = view === 'week';
  const monday = mondayOf(day);
  const go = (by: number) => {
    if (!isWeek) return change({ month: addMonths(month, by), day: null, item: null });
    const next = addDays(monday, by * 7);
    return change({ day: next, month: monthOf(next), item: null });
  };
  const isNow = isWeek ? monday === mondayOf(today) : month === monthOf(today);
  return (
    <div className={classes.tools}>
      <div className={classes.period}>
        <ActionIcon aria-label={t(isWeek ? 'previousWeek' : 'previousMonth')} onClick={() => go(-1)}>
          <IconChevronLeft />
        </ActionIcon>
        <h2 className={classes.month}>{isWeek ? format.range(monday, addDays(monday, 6)) : format.month(month)}</h2>
        <ActionIcon aria-label={t(isWeek ? 'nextWeek' : 'nextMonth')} onClick={() => go(1)}>
          <IconChevronRight />
        </ActionIcon>
        {!isNow && (
          <Button
            size="xs"
            variant="subtle"
            className={classes.today}
            onClick={() => change({ month: monthOf(today), day: isWeek ? today : null })}
          >
            {t('today')}
          </Button>
        )}
      </div>
      <div className={classes.filters}>
        <PickButton className={classes.pick} />
        <PlanFilters address={address} onChange={change} items={items} ofAllClients={client === null} />
        <Suspense fallback={null}>
          {view === 'table' && (
            <ColumnsMenu
              columns={columns}
              hidden={hiddenIn(address)}
              onHide={(hidden) => change({ hide: hideWord(tableColumns.filter((one) => hidden.includes(one))) })}
              metrics={metrics}
              shownMetrics={metricsIn(address)}
              onMetrics={(shown) =>
                change({ metrics: metricColumns.filter((one) => shown.includes(one)).join() || null })
              }
            />
          )}
          <PlanViewsMenu
            clientId={client?.id ?? null}
            clientName={client?.name ?? null}
            month={month}
            address={address}
            change={change}
          />
        </Suspense>
      </div>
      <Segmented
        label={t('view.label')}
        value={view}
        onChange={(next) => change({ view: next === 'month' ? null : next, day: next === 'week' ? day : null })}
        segments={planViews.map((value) => ({
          value,
          label: t(`view.${value}`),
          icon: icons[value],
          iconOnly: value !== view,
        }))}
      />
    </div>
  );
}
