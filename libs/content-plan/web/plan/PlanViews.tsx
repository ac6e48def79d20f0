import { Button } from '@mantine/core';
import { useCallbackRef, useMediaQuery } from '@mantine/hooks';
import { EmptyState } from '@planerka/platform/web';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { groupings } from '../board/board-columns';
import { useSelection } from '../bulk/selection';
import { Agenda } from '../calendar/Agenda';
import { Calendar } from '../calendar/Calendar';
import type { PlaceIdea } from '../ideas/idea-drag';
import { useT } from '../locales';
import { columnsIn, metricsIn, metricsOf, sortWord, sortingIn } from './address-words';
import type { ClientPlanProps } from './ClientPlan';
import { type Day, monthOf, weekOf, weeksOf } from './days';
import type { Place } from './item-moves';
import classes from './PlanViews.module.css';
import type { PlanItem } from './plan-item';
import type { Plan } from './plan-page.documents';
import { PlanSkeleton } from './PlanSkeleton';
import { MonthPace } from './MonthPace';
import { RubricMix } from './RubricMix';
import { useDayFacts } from './use-day-facts';
import type { ItemCommands } from './use-item-commands';
import { noFilter, type PlanAddress, type PlanView } from './use-plan-address';

// The month is what opens most: the code of the other views comes with them.
const PlanTable = lazy(() => import('../table/PlanTable').then((file) => ({ default: file.PlanTable })));
const WeekGrid = lazy(() => import('../week/WeekGrid').then((file) => ({ default: file.WeekGrid })));
const Board = lazy(() => import('../board/Board').then((file) => ({ default: file.Board })));

export interface PlanViewsProps {
  plan: Plan;
  view: PlanView;
  month: string;
  /** In the shown week. */
  day: Day;
  /** Those that pass the filter, where they stand now. */
  items: readonly PlanItem[];
  isFiltered: boolean;
  selectedId: string | null;
  change: ClientPlanProps['change'];
  /** How the board is grouped and the table ordered, and what it leaves out. */
  address: PlanAddress;
  commands: ItemCommands;
  onOpen: (id: string) => void;
  onAdd?: ((day: Day, time?: string) => void) | undefined;
  /** One was dropped on a day. */
  onIdea?: PlaceIdea | undefined;
  onEditRubrics?: (() => void) | undefined;
  onTemplates?: (() => void) | undefined;
  /** A block of a spreadsheet was pasted. */
  onPaste?: ((file: File) => void) | undefined;
}

/** The month's balance, and its publications as calendar, week, day list or table. */
export function PlanViews({
  plan,
  view,
  month,
  day,
  items,
  isFiltered,
  selectedId,
  change,
  address,
  commands,
  onOpen,
  onAdd,
  onIdea,
  onEditRubrics,
  onTemplates,
  onPaste,
}: PlanViewsProps) {
  const t = useT();
  const isNarrow = useMediaQuery('(max-width: 720px)') ?? false;
  const isWeek = view === 'week';
  const { client } = plan;
  const weeks = useMemo(() => (isWeek ? [weekOf(day)] : weeksOf(month)), [isWeek, day, month]);
  const days = useMemo(() => weeks.flat(), [weeks]);
  const factsOf = useDayFacts({ plan, month, days, isFiltered, isWeek });
  const { move } = commands;
  const moveTo = useCallback((item: PlanItem, to: Partial<Place>) => void move(item, to), [move]);
  const moveToDay = useCallbackRef((item: PlanItem, to: Day) => {
    moveTo(item, { publishOn: to });
    // by keyboard a publication leaves the month or the week: the page goes along
    if (!days.includes(to)) change({ month: monthOf(to), day: isWeek ? to : null });
  });
  const onMove = plan.viewerCanEdit || !client ? moveToDay : undefined;
  const withClient = !client;
  const shared = { items, factsOf, selectedId, withClient, onOpen, onMove, onAdd };
  const ofMonth = useMemo(() => items.filter(({ publishOn }) => monthOf(publishOn) === month), [items, month]);
  const { hide } = address;
  const shownColumns = useMemo(() => columnsIn(plan, { hide }), [plan, hide]);
  const { metrics } = address;
  const shownMetrics = useMemo(() => {
    const offered = metricsOf(plan);
    return metricsIn({ metrics }).filter((metric) => offered.includes(metric));
  }, [plan, metrics]);
  const selection = useSelection();
  const shownIds = useMemo(() => {
    const shownDays = new Set(isWeek ? days : days.filter((one) => monthOf(one) === month));
    return items.filter(({ publishOn }) => shownDays.has(publishOn)).map(({ id }) => id);
  }, [items, days, isWeek, month]);
  useEffect(() => {
    // The table has an order of its own.
    if (view !== 'table') selection?.setOrder(shownIds);
  }, [selection, shownIds, view]);
  const beginning = t(onAdd ? 'empty.text' : 'empty.reader');

  return (
    <>
      {client && plan.itemCount === 0 && !isFiltered && view !== 'table' && (
        <div className={classes.begin}>
          <p>
            <b>{t('empty.title')}.</b> {beginning}
          </p>
          {onTemplates && (
            <Button size="xs" onClick={onTemplates}>
              {t('templates.fromTemplate')}
            </Button>
          )}
        </div>
      )}
      {client && (plan.itemCount > 0 || plan.rubrics.length > 0) && (
        <RubricMix
          itemCount={plan.itemCount}
          includedItems={plan.includedItems}
          emptyDays={plan.emptyDays.length}
          rubrics={plan.rubrics}
          mix={plan.mix}
          onEdit={onEditRubrics}
        />
      )}
      {client && (
        <MonthPace
          clientId={client.id}
          channels={plan.channels}
          pace={plan.channelPace}
          canEdit={plan.viewerCanEdit}
          areDaysOffDecreed={plan.areDaysOffDecreed}
          year={Number(month.slice(0, 4))}
        />
      )}
      {isFiltered && items.length === 0 ? (
        <EmptyState
          title={t('filter.none')}
          action={<Button onClick={() => change(noFilter)}>{t('filter.clear')}</Button>}
        />
      ) : view === 'table' ? (
        ofMonth.length === 0 ? (
          <EmptyState title={t('empty.title')}>{beginning}</EmptyState>
        ) : (
          <Suspense fallback={<PlanSkeleton />}>
            <PlanTable
              items={ofMonth}
              selectedId={selectedId}
              onOpen={onOpen}
              onMove={onMove && moveTo}
              plan={plan}
              canEdit={plan.viewerCanEdit}
              onPaste={onPaste}
              sorting={sortingIn(address)}
              onSort={(by, isDescending) => change({ sort: sortWord(by, isDescending) })}
              columns={shownColumns}
              metrics={shownMetrics}
              month={month}
            />
          </Suspense>
        )
      ) : view === 'board' ? (
        <Suspense fallback={<PlanSkeleton />}>
          <Board
            plan={plan}
            items={ofMonth}
            grouping={groupings.find((known) => known === address.by) ?? 'status'}
            onGroup={(next) => change({ by: next === 'status' ? null : next })}
            selectedId={selectedId}
            withClient={withClient}
            onOpen={onOpen}
          />
        </Suspense>
      ) : isWeek && !isNarrow ? (
        <Suspense fallback={<PlanSkeleton />}>
          <WeekGrid days={days} onIdea={onIdea} {...shared} onMove={onMove && moveTo} onMoveToDay={onMove} />
        </Suspense>
      ) : isNarrow ? (
        <Agenda days={days.filter((one) => isWeek || monthOf(one) === month)} {...shared} />
      ) : (
        <Calendar weeks={weeks} onIdea={onIdea} {...shared} />
      )}
      <p className={classes.heard} role="status" aria-live="polite">
        {commands.announcement}
      </p>
    </>
  );
}
