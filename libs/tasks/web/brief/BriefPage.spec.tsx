import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { emptyBrief, type CopyBrief } from '@planerka/tasks/domain';
import { chooseLanguage, ConfirmProvider, TimeZoneContext } from '@planerka/platform/web';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, fetchExchange, Provider } from 'urql';
import { BriefPage } from './BriefPage';

const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'RUB' });
const taskId = '0198c0de-0000-7000-8000-000000000001';

const task = (words: string | Partial<CopyBrief>, version: number, isOpen = true) => ({
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
  viewerCanEdit: isOpen,
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
      data: { ...emptyBrief('copy'), goal: 'Цель менеджера', ...(typeof words === 'string' ? { goal: words } : words) },
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
    readonly input: { readonly expectedVersion: number; readonly data: Partial<CopyBrief> & { readonly goal: string } };
  };
}

/** A server of one brief: what it answers to a save is the test's. */
function desk(onSave: (asked: Asked['variables']['input']) => unknown, isOpen = true) {
  const saves: Asked['variables']['input'][] = [];
  let current = task('Цель менеджера', 1, isOpen);
  const answer = ({ operationName, variables }: Asked): unknown => {
    switch (operationName) {
      case 'BriefPage':
      case 'BriefNow':
        return { task: current };
      case 'SaveBriefDraft':
        saves.push(variables.input);
        return { saveBriefDraft: onSave(variables.input) };
      case 'TaskOptions':
        return { taskOptions: { __typename: 'TaskOptions', clients: [], campaigns: [], people: [] } };
      case 'ViewerHere':
        return { viewer: { __typename: 'Viewer', id: 'anna', memberId: 'anna', role: 'MANAGER' } };
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
    /** The work has been handed in meanwhile. */
    closes: () => {
      current = task('Цель менеджера', 1, false);
    },
    /** Somebody else has saved meanwhile. */
    otherSaves: (words: Partial<CopyBrief>, version: number) => {
      current = task(words, version);
    },
  };
}

const goal = () => screen.findByRole('textbox', { name: 'Цель' });

/** Takes what was written on the version that the server has now, and refuses anything older. */
const saved = ({ expectedVersion, data }: Asked['variables']['input'], version: number): unknown =>
  expectedVersion === version
    ? { __typename: 'TaskSuccess', task: task(data, version + 1) }
    : { __typename: 'StaleVersion', currentVersion: version };

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
    expect(
      await screen.findByText('Слишком длинно: не больше 20000 знаков', {}, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(await goal()).toHaveValue('Цель менеджера слишком длинно');
    expect(screen.getByText('Не сохранено: исправьте отмеченное')).toBeInTheDocument();
  });

  it('puts together what two people wrote in different fields, and asks nobody', async () => {
    const { saves, otherSaves } = desk((input) => saved(input, 5));
    await write('Цель менеджера моя');
    otherSaves({ structure: 'Их структура' }, 5);
    await waitFor(
      () =>
        expect(saves.at(-1)).toMatchObject({
          expectedVersion: 5,
          data: { goal: 'Цель менеджера моя', structure: 'Их структура' },
        }),
      { timeout: 10_000 },
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Структура' })).toHaveValue('Их структура');
  });

  it('shows theirs and mine of a field that both wrote, and saves what is chosen', async () => {
    const { saves, otherSaves } = desk((input) => saved(input, 5));
    await write('Цель менеджера моя');
    otherSaves({ goal: 'Цель владельца' }, 5);
    const dialog = await screen.findByRole('dialog', {}, { timeout: 10_000 });
    expect(dialog).toHaveTextContent('Цель владельца');
    expect(dialog).toHaveTextContent('Цель менеджера моя');
    await userEvent.click(screen.getByRole('button', { name: 'Сохранить выбранное' }));
    await waitFor(() =>
      expect(saves.at(-1)).toMatchObject({ expectedVersion: 5, data: { goal: 'Цель менеджера моя' } }),
    );
    expect(await goal()).toHaveValue('Цель менеджера моя');
  });

  it('takes their words where they are chosen, and leaves nothing to save', async () => {
    const { otherSaves } = desk((input) => saved(input, 5));
    await write('Цель менеджера моя');
    otherSaves({ goal: 'Цель владельца' }, 5);
    await screen.findByRole('dialog', {}, { timeout: 10_000 });
    await userEvent.click(screen.getByRole('radio', { name: 'У них' }));
    await userEvent.click(screen.getByRole('button', { name: 'Сохранить выбранное' }));
    await waitFor(async () => expect(await goal()).toHaveValue('Цель владельца'));
    expect(await screen.findByText(/Сохранено/)).toBeInTheDocument();
  });

  it('knows its own text again when only the answer was lost', async () => {
    const { otherSaves } = desk((input) => saved(input, 2));
    await write('Цель менеджера и ещё ');
    // It was taken, but nobody has heard: the server holds it, trimmed, as a newer version.
    otherSaves({ goal: 'Цель менеджера и ещё' }, 2);
    await waitFor(() => expect(screen.getByText(/Сохранено/)).toBeInTheDocument(), { timeout: 10_000 });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('leads from a finding to its field', async () => {
    desk(() => null);
    await userEvent.click(await screen.findByRole('button', { name: /Не заполнено: Главные мысли/ }));
    expect(screen.getByRole('textbox', { name: 'Главные мысли, 1' })).toHaveFocus();
  });

  it('puts the cursor into a field that its address names, also when its control comes late', async () => {
    window.location.hash = '#dueAt';
    desk(() => null);
    await waitFor(() => expect(screen.getByRole('button', { name: /Срок сдачи/ })).toHaveFocus());
    window.location.hash = '';
  });

  it('is read where the work is handed in or closed, and nothing is saved', async () => {
    const { saves } = desk(() => null, false);
    expect(await goal()).toBeDisabled();
    expect(screen.getByText('Это ТЗ больше не меняют')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'К задаче' })).toHaveAttribute('href', `/tasks/${taskId}`);
    expect(screen.queryByRole('button', { name: 'Шаблон' })).not.toBeInTheDocument();
    expect(saves).toEqual([]);
  });

  it('is only read from the moment a save is refused because of that, and what was typed stays', async () => {
    const place = desk(() => {
      place.closes();
      return { __typename: 'IllegalTransition', state: 'DONE', action: 'edit', reason: null };
    });
    await write('Ещё одно слово');
    expect(await screen.findByText('Это ТЗ больше не меняют', {}, { timeout: 10_000 })).toBeInTheDocument();
    expect(await goal()).toBeDisabled();
    expect(await goal()).toHaveValue('Ещё одно слово');
    expect(place.saves).toHaveLength(1);
  });
});
