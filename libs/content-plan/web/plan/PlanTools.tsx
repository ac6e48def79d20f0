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
import { useT } from '../locales';
import type { ClientPlanProps } from './ClientPlan';
import { addDays, addMonths, type Day, mondayOf, monthOf } from './days';
import { PlanFilters } from './PlanFilters';
import classes from './PlanTools.module.css';
import type { PlanItem } from './plan-item';
import { planViews, type PlanAddress, type PlanView } from './use-plan-address';

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
  ofAllClients: boolean;
}

const icons = { month: <IconMonth />, week: <IconWeek />, board: <IconBoard />, table: <IconTable /> } as const;

/** When, which of them, and how they are laid out. */
export function PlanTools({ view, month, day, today, address, change, items, ofAllClients }: PlanToolsProps) {
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
        <PlanFilters address={address} onChange={change} items={items} ofAllClients={ofAllClients} />
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
