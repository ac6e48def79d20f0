import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { emptyBrief } from '@planerka/tasks/domain';
import { chooseLanguage, ConfirmProvider, TimeZoneContext } from '@planerka/platform/web';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, fetchExchange, Provider } from 'urql';
import { BriefPage } from './BriefPage';

const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'RUB' });
const taskId = '0198c0de-0000-7000-8000-000000000001';

const task = (goal: string, version: number) => ({
  __typename: 'Task',
  id: taskId,
  title: 'Пост про стол',
  state: 'DRAFT',
  discipline: 'COPY',
  version: 1,
  dueAt: null,
  submittedAt: null,
  estimatedMinutes: null,
  wantsClientApproval: true,
  rounds: 0,
  includedRounds: 0,
  briefNumber: 0,
  viewerCanEdit: true,
  fee: money('0.00'),
  assignee: null,
  manager: null,
  item: null,
  campaign: null,
  predecessors: [],
  successors: [],
  budgetLine: null,
  client: { __typename: 'TaskClient', id: 'sosna', name: 'Сосна' },
  availableActions: [{ __typename: 'TaskOffer', action: 'ISSUE', isPrimary: true, to: 'ISSUED', count: null }],
  details: {
    __typename: 'TaskDetails',
    briefFiles: [],
    draft: {
      __typename: 'BriefDraft',
      id: 'draft',
      version,
      data: { ...emptyBrief('copy'), goal },
      brand: {},
      dueAt: null,
      updatedAt: '2026-12-08T09:00:00Z',
      fee: money('0.00'),
      suggestedFee: null,
      findings: [{ __typename: 'Finding', field: 'keyMessages', code: 'field_missing', params: {}, blocks: true }],
    },
  },
});

interface Asked {
  readonly operationName: string;
  readonly variables: {
    readonly input: { readonly expectedVersion: number; readonly data: { readonly goal: string } };
  };
}

/** A server of one brief: what it answers to a save is the test's. */
function desk(onSave: (asked: Asked['variables']['input']) => unknown) {
  const saves: Asked['variables']['input'][] = [];
  let current = task('Цель менеджера', 1);
  const answer = ({ operationName, variables }: Asked): unknown => {
    switch (operationName) {
      case 'BriefPage':
        return { task: current };
      case 'SaveBriefDraft':
        saves.push(variables.input);
        return { saveBriefDraft: onSave(variables.input) };
      case 'TaskOptions':
        return { taskOptions: { __typename: 'TaskOptions', clients: [], campaigns: [], people: [] } };
      default:
        return { briefTemplates: [] };
    }
  };
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: ((_url: string, { body }: { body: string }) => {
      const text = JSON.stringify({ data: answer(JSON.parse(body) as Asked) });
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
              <BriefPage taskId={taskId} />
            </ConfirmProvider>
          </Provider>
        </TimeZoneContext>
      </MantineProvider>
    ),
  });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(<RouterProvider router={router as never} />);
  return {
    saves,
    /** Somebody else has saved meanwhile. */
    otherSaves: (goal: string, version: number) => {
      current = task(goal, version);
    },
  };
}

const goal = () => screen.findByRole('textbox', { name: 'Цель' });

/** All at once: jsdom is slow at a key at a time in a form this long. */
const write = async (text: string) => fireEvent.change(await goal(), { target: { value: text } });

jest.setTimeout(20_000);

describe('writing a brief', () => {
  beforeEach(() => {
    window.localStorage.clear();
    chooseLanguage('ru');
    window.scrollTo = jest.fn();
    Element.prototype.scrollIntoView = jest.fn();
    // Growing text areas wait for fonts, which jsdom has none of.
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  });

  it('saves what is typed on the version it was written on', async () => {
    const { saves } = desk(({ data }) => ({ __typename: 'TaskSuccess', task: task(data.goal, 2) }));
    await write('Цель менеджера и ещё');
    await waitFor(() => expect(saves).toHaveLength(1), { timeout: 10_000 });
    expect(saves[0]).toMatchObject({ expectedVersion: 1, data: { goal: 'Цель менеджера и ещё' } });
    expect(await screen.findByText(/Сохранено/)).toBeInTheDocument();
  });

  it('keeps the text and marks the field when the server cannot take it', async () => {
    desk(() => ({
      __typename: 'InvalidInput',
      issues: [{ path: ['data', 'goal'], code: 'too_long', params: { max: '20000' } }],
    }));
    await write('Цель менеджера слишком длинно');
    expect(await screen.findByText('Слишком длинно: не больше 20000', {}, { timeout: 10_000 })).toBeInTheDocument();
    expect(await goal()).toHaveValue('Цель менеджера слишком длинно');
    expect(screen.getByText('Не сохранено: исправьте отмеченное')).toBeInTheDocument();
  });

  it('shows theirs and mine when somebody else has saved, and saves mine on top when told to', async () => {
    let isStale = true;
    const { saves, otherSaves } = desk(({ data }) =>
      isStale
        ? { __typename: 'StaleVersion', currentVersion: 5 }
        : { __typename: 'TaskSuccess', task: task(data.goal, 6) },
    );
    await write('Цель менеджера моя');
    otherSaves('Цель владельца', 5);
    const dialog = await screen.findByRole('dialog', {}, { timeout: 10_000 });
    expect(dialog).toHaveTextContent('Цель владельца');
    expect(dialog).toHaveTextContent('Цель менеджера моя');
    isStale = false;
    await userEvent.click(screen.getByRole('button', { name: 'Сохранить мой текст' }));
    await waitFor(() =>
      expect(saves.at(-1)).toMatchObject({ expectedVersion: 5, data: { goal: 'Цель менеджера моя' } }),
    );
    expect(await goal()).toHaveValue('Цель менеджера моя');
  });

  it('leads from a finding to its field', async () => {
    desk(() => null);
    await userEvent.click(await screen.findByRole('button', { name: /Не заполнено: Главные мысли/ }));
    expect(screen.getByRole('textbox', { name: 'Главные мысли, 1' })).toHaveFocus();
  });
});
