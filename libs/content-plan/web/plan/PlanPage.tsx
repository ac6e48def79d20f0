import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  AppLink,
  chosenAgency,
  EmptyState,
  graphql,
  IconBulb,
  IconCalendar,
  IconChevronLeft,
  IconChevronRight,
  IconDots,
  IconDownload,
  IconMonth,
  IconPlus,
  IconTable,
  IconUpload,
  IconWeek,
  Page,
  QueryView,
  Segmented,
  toastProblem,
  useFormat,
  useLanguage,
  type ResultOf,
} from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import './cache';
import { Agenda } from '../calendar/Agenda';
import { Calendar } from '../calendar/Calendar';
import type { DayFacts } from '../calendar/DayCell';
import { ItemEditor } from '../form/ItemEditor';
import { ItemForm, ItemForm_plan } from '../form/ItemForm';
import { downloadPlan } from '../import/plan-files';
import { useT } from '../locales';
import { ItemPanel, type ItemPanelSlots } from '../panel/ItemPanel';
import { PlanTable } from '../table/PlanTable';
import { ClientSwitcher, type PlanClient } from './ClientSwitcher';
import { addDays, addMonths, type Day, isDay, isMonth, mondayOf, monthOf, weekday, weekOf, weeksOf } from './days';
import { filterIn, isFiltered, passes } from './filters';
import { PlanFilters } from './PlanFilters';
import classes from './PlanPage.module.css';
import { PlanItem_item, type PlanItem } from './plan-item';
import { PlanSkeleton } from './PlanSkeleton';
import { RubricMix } from './RubricMix';
import { type ItemCommands, useItemCommands } from './use-item-commands';
import { planViews, usePlanAddress, type PlanAddress, type PlanView } from './use-plan-address';

// Opened now and then: their code comes when they are.
const ImportWizard = lazy(() => import('../import/ImportWizard').then((file) => ({ default: file.ImportWizard })));
const RubricsDialog = lazy(() => import('../rubrics/RubricsDialog').then((file) => ({ default: file.RubricsDialog })));
const IdeasDrawer = lazy(() => import('../ideas/IdeasDrawer').then((file) => ({ default: file.IdeasDrawer })));

const PlanClientsQuery = graphql(`
  query PlanClients {
    clients(first: 200, states: [ACTIVE, PAUSED]) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const PlanPageQuery = graphql(
  `
    query PlanPage($clientId: ID, $month: Month!) {
      contentPlan(clientId: $clientId, month: $month) {
        month
        today
        itemCount
        includedItems
        emptyDays
        daysOff
        viewerCanEdit
        viewerCanExport
        ...ItemForm_plan
        rubrics {
          id
          name
          colour
          targetShare
          version
        }
        mix {
          rubricId
          share
          targetShare
        }
        collisions {
          kind
          date
        }
        items {
          id
          ...PlanItem_item
        }
      }
    }
  `,
  [PlanItem_item, ItemForm_plan],
);

type Plan = NonNullable<ResultOf<typeof PlanPageQuery>['contentPlan']>;

/** What the app puts into the page from domains above: approval, tasks. */
export interface PlanPageSlots extends ItemPanelSlots {
  /** The header's last button, the page's one next step: «Отправить на согласование». */
  headerActions?: (plan: { clientId: string; month: string; itemIds: readonly string[] }) => ReactNode;
}

/** Today where the browser is: only until the server has said where the agency is. */
const browserToday = (): Day => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

export function PlanPage(slots: PlanPageSlots) {
  const t = useT();
  const [address, change] = usePlanAddress();
  const [result, retry] = useQuery({ query: PlanClientsQuery });
  return (
    <QueryView
      result={result}
      onRetry={() => retry({ requestPolicy: 'network-only' })}
      select={(data) => data.clients}
      skeleton={<PlanSkeleton />}
    >
      {({ nodes }) => {
        const [first] = nodes;
        if (!first) {
          return (
            <EmptyState
              icon={<IconCalendar />}
              title={t('empty.noClients')}
              action={
                <Button component={AppLink} href="/clients" variant="filled">
                  {t('empty.addClient')}
                </Button>
              }
            >
              {t('empty.noClientsText')}
            </EmptyState>
          );
        }
        const chosen = address.client ?? lastClient(nodes) ?? first.id;
        const clientId = chosen === 'all' ? null : chosen;
        return <ClientPlan clients={nodes} clientId={clientId} address={address} change={change} {...slots} />;
      }}
    </QueryView>
  );
}

const lastClientKey = () => `planerka.plan.client.${chosenAgency() ?? ''}`;

/** Whose plan this person looked at last on this device, if it is still one of theirs. */
function lastClient(clients: readonly PlanClient[]): string | null {
  try {
    const id = window.localStorage.getItem(lastClientKey());
    return clients.some((client) => client.id === id) ? id : null;
  } catch {
    return null;
  }
}

function rememberClient(id: string): void {
  try {
    window.localStorage.setItem(lastClientKey(), id);
  } catch {
    // storage may be refused: then the first client opens
  }
}

interface ClientPlanProps extends PlanPageSlots {
  clients: readonly PlanClient[];
  clientId: string | null;
  address: PlanAddress;
  change: (changes: Partial<PlanAddress>, options?: { push?: boolean }) => void;
}

function ClientPlan({ clients, clientId, address, change, headerActions, chainAction, panelActions }: ClientPlanProps) {
  const view: PlanView = planViews.find((known) => known === address.view) ?? 'month';
  const anchor = isDay(address.day) ? address.day : null;
  const month = isMonth(address.month) ? address.month : monthOf(anchor ?? browserToday());
  const [result, refetch] = useQuery({ query: PlanPageQuery, variables: { clientId, month } });
  const commands = useItemCommands();
  const plan = result.data?.contentPlan;
  const { pending } = commands;
  const items = useMemo(() => placed(plan?.items ?? [], pending), [plan?.items, pending]);
  const [editing, setEditing] = useState<Editing | null>(null);
  const filter = filterIn(address);
  const shown = items.filter((item) => passes(item, filter));
  const open = useCallback((item: string | null) => change({ item }), [change]);
  const index = shown.findIndex(({ id }) => id === address.item);
  const step = (by: number) => {
    const next = shown[index + by];
    return index >= 0 && next ? () => open(next.id) : undefined;
  };

  return (
    <Page
      margins="flush"
      fill
      panel={
        address.item && (
          <ItemPanel
            key={address.item}
            id={address.item}
            commands={commands}
            onClose={() => open(null)}
            onEdit={(id) => setEditing({ kind: 'item', id })}
            onPrevious={step(-1)}
            onNext={step(1)}
            {...(chainAction && { chainAction })}
            {...(panelActions && { panelActions })}
          />
        )
      }
    >
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.contentPlan}
        skeleton={<PlanSkeleton />}
      >
        {(loaded) => (
          <PlanBody
            plan={loaded}
            clients={clients}
            view={view}
            month={month}
            anchor={anchor ?? dayToShow(month, loaded.today)}
            items={items}
            shown={shown}
            isFiltered={isFiltered(filter)}
            address={address}
            change={change}
            commands={commands}
            onOpen={open}
            editing={editing}
            setEditing={setEditing}
            onImported={() => refetch({ requestPolicy: 'network-only' })}
            headerAction={
              loaded.client &&
              headerActions?.({ clientId: loaded.client.id, month, itemIds: loaded.items.flatMap(({ id }) => id) })
            }
          />
        )}
      </QueryView>
    </Page>
  );
}

type Editing =
  | { readonly kind: 'new'; readonly day: Day; readonly idea?: { readonly id: string; readonly text: string } }
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'import' | 'rubrics' | 'ideas' };

/** Where a publication was just dropped it already stands, while the server still thinks. */
const placed = (items: readonly PlanItem[], pending: ItemCommands['pending']): readonly PlanItem[] =>
  items
    .map((item) => ({ ...item, ...pending.get(item.id) }))
    .toSorted((one, other) =>
      `${one.publishOn} ${one.publishTime}`.localeCompare(`${other.publishOn} ${other.publishTime}`),
    );

/** The week that a month opens with: today's, or its first. */
const dayToShow = (month: string, today: Day): Day => (monthOf(today) === month ? today : `${month}-01`);

interface PlanBodyProps {
  plan: Plan;
  clients: readonly PlanClient[];
  view: PlanView;
  month: string;
  anchor: Day;
  items: readonly PlanItem[];
  shown: readonly PlanItem[];
  isFiltered: boolean;
  address: PlanAddress;
  change: ClientPlanProps['change'];
  commands: ItemCommands;
  onOpen: (id: string) => void;
  editing: Editing | null;
  setEditing: (editing: Editing | null) => void;
  onImported: () => void;
  headerAction: ReactNode;
}

function PlanBody({
  plan,
  clients,
  view,
  month,
  anchor,
  items,
  shown,
  isFiltered,
  address,
  change,
  commands,
  onOpen,
  editing,
  setEditing,
  onImported,
  headerAction,
}: PlanBodyProps) {
  const t = useT();
  const format = useFormat();
  const { language } = useLanguage();
  const isNarrow = useMediaQuery('(max-width: 720px)') ?? false;
  const factsOf = useDayFacts(plan, month, isFiltered, view === 'week');
  const { client } = plan;
  const close = () => setEditing(null);
  const onMove =
    plan.viewerCanEdit || !client
      ? (item: PlanItem, day: Day) => void commands.move(item, { publishOn: day })
      : undefined;
  const onAdd = plan.viewerCanEdit ? (day: Day) => setEditing({ kind: 'new', day }) : undefined;
  const newDay = monthOf(plan.today) === month ? plan.today : `${month}-01`;
  const ofMonth = shown.filter(({ publishOn }) => monthOf(publishOn) === month);
  const weeks = view === 'week' ? [weekOf(anchor)] : weeksOf(month);
  const isWeek = view === 'week';
  const go = (by: number) => {
    if (!isWeek) return change({ month: addMonths(month, by), day: null, item: null });
    const day = addDays(mondayOf(anchor), by * 7);
    return change({ day, month: monthOf(day), item: null });
  };
  const exportAs = async (kind: 'xlsx' | 'csv') => {
    const isSaved =
      client !== null && (await downloadPlan({ clientId: client.id, month, format: kind, locale: language }));
    if (!isSaved) toastProblem(t('exportFailed'));
  };
  const shared = { items: shown, factsOf, selectedId: address.item, withClient: !client, onOpen, onMove, onAdd };

  return (
    <>
      <header className={classes.top}>
        <h1 className={classes.heading}>
          <ClientSwitcher
            clients={clients}
            current={client && { id: client.id, name: client.name }}
            onChoose={(id) => {
              rememberClient(id);
              change({ client: id, item: null, channel: null, rubric: null, assignee: null }, { push: true });
            }}
          />
        </h1>
        <div className={classes.actions}>
          {plan.viewerCanEdit && (
            <Button
              variant="subtle"
              leftSection={<IconUpload />}
              className={classes.wide}
              onClick={() => setEditing({ kind: 'import' })}
            >
              {t('actions.import')}
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="lg" aria-label={t('actions.more')}>
                <IconDots />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconBulb />} onClick={() => setEditing({ kind: 'ideas' })}>
                {t('actions.ideas')}
              </Menu.Item>
              {plan.viewerCanEdit && (
                <Menu.Item onClick={() => setEditing({ kind: 'rubrics' })}>{t('actions.rubrics')}</Menu.Item>
              )}
              {plan.viewerCanEdit && (
                <Menu.Item leftSection={<IconUpload />} onClick={() => setEditing({ kind: 'import' })}>
                  {t('actions.importFile')}
                </Menu.Item>
              )}
              {plan.viewerCanExport && (
                <>
                  <Menu.Divider />
                  <Menu.Label>{t('actions.export')}</Menu.Label>
                  <Menu.Item leftSection={<IconDownload />} onClick={() => void exportAs('xlsx')}>
                    {t('actions.exportXlsx')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconDownload />} onClick={() => void exportAs('csv')}>
                    {t('actions.exportCsv')}
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
          {onAdd && (
            <Button
              variant={headerAction ? 'default' : 'filled'}
              leftSection={<IconPlus />}
              onClick={() => onAdd(newDay)}
            >
              {t('actions.add')}
            </Button>
          )}
          {headerAction}
        </div>
      </header>

      <div className={classes.tools}>
        <div className={classes.period}>
          <ActionIcon aria-label={t(isWeek ? 'previousWeek' : 'previousMonth')} onClick={() => go(-1)}>
            <IconChevronLeft />
          </ActionIcon>
          <h2 className={classes.month}>
            {isWeek ? format.range(mondayOf(anchor), addDays(mondayOf(anchor), 6)) : format.month(month)}
          </h2>
          <ActionIcon aria-label={t(isWeek ? 'nextWeek' : 'nextMonth')} onClick={() => go(1)}>
            <IconChevronRight />
          </ActionIcon>
          {(isWeek ? mondayOf(anchor) !== mondayOf(plan.today) : month !== monthOf(plan.today)) && (
            <Button
              size="xs"
              variant="subtle"
              className={classes.today}
              onClick={() => change({ month: monthOf(plan.today), day: isWeek ? plan.today : null })}
            >
              {t('today')}
            </Button>
          )}
        </div>
        <div className={classes.filters}>
          <PlanFilters address={address} onChange={change} items={items} />
        </div>
        <Segmented
          label={t('view.label')}
          value={view}
          onChange={(next) => change({ view: next === 'month' ? null : next, day: next === 'week' ? anchor : null })}
          segments={[
            { value: 'month', label: t('view.month'), icon: <IconMonth /> },
            { value: 'week', label: t('view.week'), icon: <IconWeek />, iconOnly: true },
            { value: 'table', label: t('view.table'), icon: <IconTable />, iconOnly: true },
          ]}
        />
      </div>

      {client && plan.itemCount === 0 && !isFiltered && (
        <div className={classes.begin}>
          <p>
            <b>{t('empty.title')}.</b> {t(onAdd ? 'empty.text' : 'empty.reader')}
          </p>
        </div>
      )}
      {client && (plan.itemCount > 0 || plan.rubrics.length > 0) && (
        <RubricMix
          itemCount={plan.itemCount}
          includedItems={plan.includedItems}
          emptyDays={plan.emptyDays.length}
          rubrics={plan.rubrics}
          mix={plan.mix}
          onEdit={plan.viewerCanEdit ? () => setEditing({ kind: 'rubrics' }) : undefined}
        />
      )}

      {isFiltered && shown.length === 0 ? (
        <EmptyState
          title={t('filter.none')}
          action={
            <Button onClick={() => change({ channel: null, rubric: null, status: null, assignee: null, risk: null })}>
              {t('filter.clear')}
            </Button>
          }
        />
      ) : view === 'table' ? (
        ofMonth.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t(onAdd ? 'empty.text' : 'empty.reader')}</EmptyState>
        ) : (
          <PlanTable
            items={ofMonth}
            selectedId={address.item}
            withClient={!client}
            onOpen={onOpen}
            onMove={onMove && ((item, to) => void commands.move(item, to))}
          />
        )
      ) : isNarrow ? (
        <Agenda days={weeks.flat().filter((day) => isWeek || monthOf(day) === month)} {...shared} />
      ) : (
        <Calendar weeks={weeks} isTall={isWeek} {...shared} />
      )}

      <p className={classes.heard} role="status" aria-live="polite">
        {commands.announcement}
      </p>

      {editing?.kind === 'new' && (
        <ItemForm
          plan={plan}
          item={null}
          start={editing}
          onClose={close}
          onReload={onImported}
          onDone={(id) => {
            close();
            onOpen(id);
          }}
        />
      )}
      {editing?.kind === 'item' && (
        <ItemEditor id={editing.id} plan={plan} start={{ day: newDay }} onClose={close} onDone={close} />
      )}
      <Suspense fallback={null}>
        {editing?.kind === 'import' && client && (
          <ImportWizard
            clientId={client.id}
            onClose={close}
            onDone={() => {
              close();
              onImported();
            }}
          />
        )}
        {editing?.kind === 'rubrics' && client && (
          <RubricsDialog clientId={client.id} rubrics={plan.rubrics} onClose={close} />
        )}
        {editing?.kind === 'ideas' && (
          <IdeasDrawer
            clientId={client?.id ?? null}
            onClose={close}
            onPlan={onAdd && ((idea) => setEditing({ kind: 'new', day: newDay, idea }))}
          />
        )}
      </Suspense>
    </>
  );
}

function useDayFacts(plan: Plan, month: string, isFiltered: boolean, isWeek: boolean): (day: Day) => DayFacts {
  return useMemo(() => {
    const off = new Set(plan.daysOff);
    // with a filter on, a day without cards is not an empty day; and where all are, none stands out
    const empty = new Set(isFiltered || plan.itemCount === 0 ? [] : plan.emptyDays);
    const datesOf = (kind: Plan['collisions'][number]['kind']) =>
      new Set(plan.collisions.flatMap((one) => (one.kind === kind ? one.date : [])));
    const repeats = datesOf('SAME_TOPIC');
    const clashes = datesOf('SAME_TIME');
    return (day) => ({
      isOtherMonth: !isWeek && monthOf(day) !== month,
      isToday: day === plan.today,
      isWeekend: weekday(day) > 5,
      isOff: off.has(day),
      isEmpty: empty.has(day),
      isRepeat: repeats.has(day),
      isClash: clashes.has(day),
    });
  }, [plan, month, isFiltered, isWeek]);
}
