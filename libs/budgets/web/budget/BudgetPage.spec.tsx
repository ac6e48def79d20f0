import { beforeEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { chooseLanguage, ConfirmProvider, TimeZoneContext } from '@planerka/platform/web';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, fetchExchange, Provider } from 'urql';
import { BudgetPage } from './BudgetPage';

const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'RUB' });

const figures = (planned: string, spent: string, payable: string, committed: string, available: string) => ({
  __typename: 'BudgetFigures',
  planned: money(planned),
  spent: money(spent),
  payable: money(payable),
  committed: money(committed),
  available: money(available),
  usedPercent: 50,
});

const line = (id: string, category: string, own: ReturnType<typeof figures>) => ({
  __typename: 'BudgetLine',
  id,
  category,
  month: '2026-12',
  isHard: true,
  threshold: null,
  version: 1,
  viewerCanEdit: true,
  pendingChange: null,
  figures: own,
});

const decision = {
  __typename: 'BudgetRevision',
  id: 'decision',
  campaignId: 'onega',
  campaignName: 'Коллекция «Онега»',
  clientName: 'Сосна',
  state: 'APPROVED',
  reason: 'Больше рекламы перед праздником',
  requestedById: 'anna',
  requestedByName: 'Анна Белова',
  requestedAt: '2026-12-01T09:00:00Z',
  decidedByName: 'Ирина Савельева',
  decidedAt: '2026-12-02T09:00:00Z',
  decisionNote: '',
  version: 2,
  availableActions: [],
  lines: [
    { __typename: 'BudgetRevisionLine', lineId: 'copy', category: 'COPY', month: '2026-12', change: money('100.10') },
  ],
  plannedBefore: money('0.00'),
  plannedAfter: money('100.10'),
};

const budget = {
  __typename: 'Budget',
  id: 'onega',
  campaignName: 'Коллекция «Онега»',
  clientId: 'sosna',
  clientName: 'Сосна',
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  isClosed: false,
  currency: 'RUB',
  figures: figures('300.30', '70.07', '60.06', '50.05', '120.12'),
  lines: [
    line('copy', 'COPY', figures('100.10', '10.01', '20.02', '30.03', '40.04')),
    line('design', 'DESIGN', figures('200.20', '60.06', '40.04', '20.02', '80.08')),
  ],
  revisions: [decision],
  adSpendPace: null,
  deciderNames: ['Ирина Савельева'],
  viewerCanRequest: true,
  viewerCanDecide: false,
  viewerCanEnterAdSpend: true,
};

const entry = (id: string, kind: string, memo: string, cause: object) => ({
  __typename: 'LedgerEntry',
  id,
  lineId: 'copy',
  category: 'COPY',
  month: '2026-12',
  kind,
  memo,
  from: 'AVAILABLE',
  to: 'COMMITTED',
  amount: money('30.03'),
  availableAfter: money('40.04'),
  actorName: 'Мария Орлова',
  postedAt: '2026-12-08T09:00:00Z',
  taskId: null,
  revisionId: null,
  payoutId: null,
  adSpendId: null,
  ...cause,
});

type Input = Readonly<Record<string, unknown>>;

/** A server of one budget: what it answers to a command is the test's. */
function desk(answers: Readonly<Record<string, unknown>> = {}) {
  const commands: Input[] = [];
  const answer = (operation: string, variables: { input: Input }): unknown => {
    switch (operation) {
      case 'BudgetPage':
        return { budget };
      case 'BudgetBook':
        return {
          ledgerEntries: {
            __typename: 'LedgerEntryConnection',
            nodes: [
              entry('1', 'COMMITMENT', 'Пост про дуб', { taskId: 'oak' }),
              entry('2', 'PAYOUT', '31', { payoutId: 'p31' }),
              entry('3', 'REVISION', 'Больше рекламы перед праздником', { revisionId: 'decision' }),
            ],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false },
          },
        };
      default:
        commands.push(variables.input);
        return answers[operation];
    }
  };
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: ((_url: string, { body }: { body: string }) => {
      const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: { input: Input } };
      const text = JSON.stringify({ data: answer(operationName, variables) });
      return Promise.resolve({
        status: 200,
        headers: new Map([['Content-Type', 'application/json']]),
        text: () => Promise.resolve(text),
      });
    }) as unknown as typeof fetch,
  });
  const root = createRootRoute({
    component: () => (
      <MantineProvider env="test">
        <TimeZoneContext value="Europe/Moscow">
          <Provider value={client}>
            <ConfirmProvider>
              <Outlet />
            </ConfirmProvider>
          </Provider>
        </TimeZoneContext>
      </MantineProvider>
    ),
  });
  const page = createRoute({ getParentRoute: () => root, path: '/budgets/$campaignId', component: BudgetPage });
  const history = createMemoryHistory({ initialEntries: ['/budgets/onega'] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  render(<RouterProvider router={router as never} />);
  return { commands };
}

const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ');
const table = () => screen.findByRole('table', { name: 'Статьи' });
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => plain(textContent));

beforeEach(() => {
  chooseLanguage('ru');
  localStorage.clear();
});

describe('A campaign’s budget', () => {
  it('says its figures in the one order: plan, spent, payable, committed, available', async () => {
    desk();
    const names = ['План', 'Потрачено', 'К выплате', 'Обязательства', 'Доступно'];
    const columns = within(await table()).getAllByRole('columnheader');
    expect(columns.map(({ textContent }) => textContent?.replace(', ₽', '')).slice(2)).toEqual(names);
    expect(
      screen
        .getAllByRole('term')
        .map(({ textContent }) => textContent)
        .slice(0, 5),
    ).toEqual(names);
  });

  it('adds a month up from its lines, to the kopeck', async () => {
    desk();
    const rows = within(await table()).getAllByRole('row');
    const month = rows.find((row) => within(row).queryByRole('rowheader', { name: /Декабрь/ }));
    const sums = ['300,30', '70,07', '60,06', '50,05', '120,12'];
    expect(cellsOf(month!).slice(1)).toEqual(sums);
    expect(cellsOf(rows.at(-1)!).slice(2)).toEqual(sums);
  });

  it('opens a line to its entries, and each of them to its cause', async () => {
    desk();
    await userEvent.click(await screen.findByRole('button', { name: 'Тексты' }));
    const book = await screen.findByRole('complementary', { name: 'Тексты, декабрь' });
    expect(await within(book).findByRole('link', { name: 'Принято ТЗ «Пост про дуб»' })).toHaveAttribute(
      'href',
      '/tasks/oak',
    );
    expect(within(book).getByRole('link', { name: 'Выплата 31' })).toHaveAttribute('href', '/payouts');
    await userEvent.click(within(book).getByRole('button', { name: 'Бюджет: Больше рекламы перед праздником' }));
    const cause = await screen.findByRole('dialog');
    expect(plain(cause.textContent)).toContain('Утверждено: Ирина Савельева');
  });
});

describe('A request for other sums', () => {
  async function ask(refusal: object) {
    const { commands } = desk({ RequestBudgetRevision: { requestBudgetRevision: refusal } });
    await userEvent.click(await screen.findByRole('button', { name: 'Изменить бюджет' }));
    const sum = await screen.findByRole('textbox', { name: 'Станет, ₽' });
    const reason = screen.getByRole('textbox', { name: 'Зачем' });
    await userEvent.type(sum, '7 500,50');
    await userEvent.type(reason, 'Продлить рекламу');
    await userEvent.click(screen.getByRole('button', { name: 'Отправить владельцу' }));
    await waitFor(() => expect(commands).toHaveLength(1));
    return { commands, sum, reason };
  }

  it('that is refused keeps what was typed, and says why at the field', async () => {
    const { commands, sum, reason } = await ask({
      __typename: 'InvalidInput',
      issues: [{ __typename: 'InputIssue', path: ['lines', '0', 'newTotal', 'amount'], code: 'negative', params: {} }],
    });
    expect(commands[0]).toMatchObject({
      reason: 'Продлить рекламу',
      lines: [{ category: 'COPY', month: '2026-12', newTotal: { amount: '7500.50', currency: 'RUB' } }],
    });
    await waitFor(() => expect(sum).toBeInvalid());
    expect(sum).toHaveValue('7 500,50');
    expect(reason).toHaveValue('Продлить рекламу');
  });

  it('is not sent with a sum that is none', async () => {
    const { commands } = desk();
    await userEvent.click(await screen.findByRole('button', { name: 'Изменить бюджет' }));
    const sum = await screen.findByRole('textbox', { name: 'Станет, ₽' });
    await userEvent.type(sum, '12,345');
    await userEvent.click(screen.getByRole('button', { name: 'Отправить владельцу' }));
    expect(sum).toBeInvalid();
    expect(commands).toEqual([]);
  });
});
