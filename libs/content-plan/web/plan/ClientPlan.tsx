import { Page, QueryView } from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { LazyBulkBar } from '../bulk/LazyBulkBar';
import { Selection, SelectionContext } from '../bulk/selection';
import { useSelectionKeys } from '../bulk/use-selection-keys';
import { usePlaceIdea } from '../ideas/use-place-idea';
import { placeIn } from './item-moves';
import { ItemPanel, type ItemPanelSlots } from '../panel/ItemPanel';
import type { PlanClient } from './ClientSwitcher';
import { columnsOf, metricsOf } from './address-words';
import { type Day, isDay, isMonth, monthOf } from './days';
import { filterIn, isFiltered, passes } from './filters';
import { PlanDialogs, type Editing, type FiguresImport } from './PlanDialogs';
import { PlanHeader } from './PlanHeader';
import type { PlanItem } from './plan-item';
import { PlanPageQuery } from './plan-page.documents';
import { PlanSkeleton } from './PlanSkeleton';
import { PlanTools } from './PlanTools';
import { PlanViews } from './PlanViews';
import { useItemCommands, type ItemCommands } from './use-item-commands';
import { planViews, type PlanAddress, type PlanView } from './use-plan-address';

// Beside the plan now and then.
const IdeasPanel = lazy(() => import('../ideas/IdeasPanel').then((file) => ({ default: file.IdeasPanel })));

/** What the app puts into the page from domains above: approval, tasks. */
export interface PlanPageSlots extends ItemPanelSlots {
  /** The header's last buttons. Of them and of «Публикация», which it gets, one is the page's filled next step. */
  headerActions?: (plan: PlanSummary, add: (isPrimary: boolean) => ReactNode) => ReactNode;
  /** Opened from the header's menu. */
  figuresImport?: FiguresImport;
}

/** A client's month, as far as the app's own buttons need it. */
export interface PlanSummary {
  readonly clientId: string;
  readonly month: string;
  /** The month's publications that are not out yet, by time. */
  readonly itemIds: readonly string[];
}

export interface ClientPlanProps extends PlanPageSlots {
  clients: readonly PlanClient[];
  clientId: string | null;
  address: PlanAddress;
  change: (changes: Partial<PlanAddress>, options?: { push?: boolean }) => void;
}

/** One client's month, or that of all clients: the calendar with the opened publication beside it. */
export function ClientPlan({
  clients,
  clientId,
  address,
  change,
  headerActions,
  figuresImport,
  ...panelSlots
}: ClientPlanProps) {
  const view: PlanView = planViews.find((known) => known === address.view) ?? 'month';
  const addressDay = isDay(address.day) ? address.day : null;
  const month = isMonth(address.month) ? address.month : monthOf(addressDay ?? browserToday());
  const [result, refetch] = useQuery({ query: PlanPageQuery, variables: { clientId, month } });
  const commands = useItemCommands();
  const items = useMemo(
    () => placed(result.data?.contentPlan?.items ?? [], commands.pending),
    [result.data?.contentPlan?.items, commands.pending],
  );
  const [editing, setEditing] = useState<Editing | null>(null);
  const filter = useMemo(() => filterIn(address), [address]);
  const shown = useMemo(() => items.filter((item) => passes(item, filter)), [items, filter]);
  const open = useCallback((item: string | null) => change({ item }), [change]);
  const index = shown.findIndex(({ id }) => id === address.item);
  const step = (by: number) => {
    const next = shown[index + by];
    return index >= 0 && next ? () => open(next.id) : undefined;
  };
  const addOn = useCallback((on: Day, time?: string) => setEditing({ kind: 'new', day: on, time }), []);
  const ownSelection = useState(() => new Selection())[0];
  const mayChange = shown.some(({ availableActions }) => availableActions.length > 0);
  const selection = mayChange ? ownSelection : null;
  useSelectionKeys(selection);
  // What was chosen of one client is nothing of another.
  useEffect(() => ownSelection.clear(), [ownSelection, clientId, month]);
  const plan = result.data?.contentPlan ?? null;
  const placeIdea = usePlaceIdea(plan, commands.announce);
  // In the month of all each idea says whether its client's plan is the viewer's to change.
  const onIdea = plan && (plan.viewerCanEdit || !plan.client) ? placeIdea : undefined;
  const ideaDay = addressDay ?? (plan ? dayToShow(month, plan.today) : `${month}-01`);
  const reload = () => refetch({ requestPolicy: 'network-only' });

  return (
    <Page
      margins="flush"
      fill
      panel={
        address.item ? (
          <ItemPanel
            key={address.item}
            id={address.item}
            commands={commands}
            onClose={() => open(null)}
            onEdit={(id) => setEditing({ kind: 'item', id })}
            onPrevious={step(-1)}
            onNext={step(1)}
            {...panelSlots}
          />
        ) : (
          address.ideas && (
            <Suspense fallback={null}>
              <IdeasPanel
                key={clientId}
                clientId={clientId}
                day={ideaDay}
                address={address}
                change={change}
                onPlan={plan?.viewerCanEdit ? (idea, on) => setEditing({ kind: 'new', day: on, idea }) : undefined}
                onPlace={onIdea}
              />
            </Suspense>
          )
        )
      }
    >
      <QueryView result={result} onRetry={reload} select={(data) => data.contentPlan} skeleton={<PlanSkeleton />}>
        {(plan) => {
          const day = addressDay ?? dayToShow(month, plan.today);
          const onAdd = plan.viewerCanEdit ? addOn : undefined;
          const newDay = monthOf(plan.today) === month ? plan.today : `${month}-01`;
          return (
            <SelectionContext value={selection}>
              <PlanHeader
                plan={plan}
                clients={clients}
                month={month}
                change={change}
                onEdit={setEditing}
                onAdd={onAdd && (() => onAdd(newDay))}
                headerActions={headerActions}
                hasFigures={figuresImport !== undefined}
              />
              <PlanTools
                view={view}
                month={month}
                day={day}
                today={plan.today}
                address={address}
                change={change}
                items={items}
                client={plan.client}
                columns={columnsOf(plan)}
                metrics={metricsOf(plan)}
              />
              <PlanViews
                plan={plan}
                view={view}
                month={month}
                day={day}
                items={shown}
                isFiltered={isFiltered(filter)}
                selectedId={address.item}
                change={change}
                address={address}
                commands={commands}
                onOpen={open}
                onAdd={onAdd}
                onIdea={onIdea}
                onPaste={plan.viewerCanEdit ? (file) => setEditing({ kind: 'import', file }) : undefined}
                onTemplates={plan.viewerCanEdit ? () => setEditing({ kind: 'templates' }) : undefined}
                onEditRubrics={plan.viewerCanEdit ? () => setEditing({ kind: 'rubrics' }) : undefined}
              />
              <PlanDialogs
                plan={plan}
                editing={editing ?? (onAdd ? openedBy(address.new, newDay) : null)}
                onEdit={(next) => {
                  setEditing(next);
                  // Asked for from elsewhere, once.
                  if (address.new !== null) change({ new: null });
                }}
                newDay={newDay}
                onReload={reload}
                onCreated={open}
                onMonth={(next) => change({ month: next, day: null, item: null }, { push: true })}
                figuresImport={figuresImport}
              />
              {selection && <LazyBulkBar plan={plan} selection={selection} items={shown} />}
            </SelectionContext>
          );
        }}
      </QueryView>
    </Page>
  );
}

/** What another page, or a link, asks to open: `1` is a new publication. */
function openedBy(word: string | null, day: Day): Editing | null {
  switch (word) {
    case '1':
      return { kind: 'new', day };
    case 'templates':
      return { kind: 'templates' };
    case 'series':
      return { kind: 'templates', opens: 'series' };
    case 'roll-over':
      return { kind: 'rollOver' };
    default:
      return null;
  }
}

/** Where a publication was just dropped it already stands, while the server still thinks. */
const placed = (items: readonly PlanItem[], pending: ItemCommands['pending']): readonly PlanItem[] =>
  items
    .map((item) => {
      const place = placeIn(pending, item);
      const isThere = place.publishOn === item.publishOn && place.publishTime === item.publishTime;
      return isThere ? item : { ...item, ...place };
    })
    .toSorted((one, other) =>
      `${one.publishOn} ${one.publishTime}`.localeCompare(`${other.publishOn} ${other.publishTime}`),
    );

/** The week that a month opens with: today's, or its first. */
const dayToShow = (month: string, today: Day): Day => (monthOf(today) === month ? today : `${month}-01`);

/** Today where the browser is: only until the server has said where the agency is. */
const browserToday = (): Day => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
