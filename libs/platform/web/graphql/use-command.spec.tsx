import { describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'graphql';
import type { ReactNode } from 'react';
import { Client, CombinedError, type Exchange, Provider, type TypedDocumentNode } from 'urql';
import { map, pipe } from 'wonka';
import { ConfirmProvider } from '../ui/confirm';
import { useCommand } from './use-command';

interface Data {
  acceptTask:
    | { __typename: 'AcceptTaskSuccess'; task: { id: string } }
    | { __typename: 'InvalidInput'; issues: { path: string[]; code: string; params: unknown }[] }
    | { __typename: 'StaleVersion'; currentVersion: number }
    | { __typename: 'NotFound'; entity: string };
}

const document: TypedDocumentNode<Data, { id: string }> = parse(
  'mutation Accept($id: ID!) { acceptTask(id: $id) { __typename } }',
);

type Answer = { data: Data } | { error: CombinedError };

/** A server that answers what the test says. */
function hook(answer: Answer, options: Parameters<typeof useCommand>[1] = {}) {
  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      map((operation) => ({ operation, stale: false, hasNext: false, data: undefined, ...answer })),
    );
  const client = new Client({ url: '/graphql', exchanges: [exchange] });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MantineProvider env="test">
      <Provider value={client}>
        <ConfirmProvider>{children}</ConfirmProvider>
      </Provider>
    </MantineProvider>
  );
  const { result } = renderHook(() => useCommand(document, { isQuiet: true, ...options }), { wrapper });
  return () => result.current[0]({ id: '1' });
}

/** Starts a command that waits for an answer of the person. */
function begin(run: () => Promise<unknown>): Promise<unknown> {
  let running: Promise<unknown> = Promise.resolve();
  act(() => {
    running = run();
  });
  return running;
}

const refusedWith = (acceptTask: Data['acceptTask']): Answer => ({ data: { acceptTask } });

describe('useCommand', () => {
  it('hands over what succeeded', async () => {
    const run = hook(refusedWith({ __typename: 'AcceptTaskSuccess', task: { id: '1' } }));
    expect(await act(run)).toEqual({
      status: 'success',
      result: { __typename: 'AcceptTaskSuccess', task: { id: '1' } },
    });
  });

  it('puts each issue on its field, in words', async () => {
    const setErrors = jest.fn();
    const issues = [
      { path: ['input', 'title'], code: 'too_long', params: { max: 200 } },
      { path: ['slides', '0', 'text'], code: 'required', params: {} },
      { path: ['fee'], code: 'never_heard_of', params: {} },
    ];
    const outcome = await act(hook(refusedWith({ __typename: 'InvalidInput', issues }), { form: { setErrors } }));
    expect(outcome.status).toBe('refused');
    expect(setErrors).toHaveBeenCalledWith({
      title: 'Слишком длинно: не больше 200 знаков',
      'slides.0.text': 'Заполните поле',
      fee: 'Проверьте, что здесь написано',
    });
  });

  it('finds the field of a form that names it otherwise', async () => {
    const setErrors = jest.fn();
    const issues = [{ path: ['lines', '0', 'newTotal'], code: 'required', params: {} }];
    const fieldOf = (path: string) => path.replace(/^lines/, 'rows');
    await act(hook(refusedWith({ __typename: 'InvalidInput', issues }), { form: { setErrors }, fieldOf }));
    expect(setErrors).toHaveBeenCalledWith({ 'rows.0.newTotal': 'Заполните поле' });
  });

  it('words a refusal by its name', async () => {
    const outcome = await act(hook(refusedWith({ __typename: 'NotFound', entity: 'Task' })));
    expect(outcome).toMatchObject({ status: 'refused', message: 'Этого больше нет или у вас нет доступа' });
  });

  it('offers the newer version and keeps the text', async () => {
    const onReload = jest.fn();
    const run = hook(refusedWith({ __typename: 'StaleVersion', currentVersion: 4 }), { onReload });
    const running = begin(run);
    await userEvent.click(await screen.findByRole('button', { name: 'Загрузить новое' }));
    await act(() => running);
    expect(onReload).toHaveBeenCalledTimes(1);
  });

  it('tells a lost network from a fault, and names the fault', async () => {
    const offline = await act(hook({ error: new CombinedError({ networkError: new Error('Failed to fetch') }) }));
    expect(offline).toMatchObject({ status: 'failed', isOffline: true });
    const broken = await act(
      hook({
        error: new CombinedError({
          graphQLErrors: [{ message: 'x', extensions: { code: 'INTERNAL', errorId: 'a1b2' } }],
        }),
      }),
    );
    expect(broken).toMatchObject({
      status: 'failed',
      isOffline: false,
      errorId: 'a1b2',
      message: 'Что-то сломалось у нас. Номер ошибки: a1b2',
    });
  });
});
