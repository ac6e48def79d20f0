import { describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { ConfirmProvider } from '@planerka/platform/web';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, CombinedError, type Exchange, Provider } from 'urql';
import { filter, map, pipe } from 'wonka';
import { TemplateList } from './TemplateList';

const template = (name: string, more: object = {}) => ({
  ...{
    __typename: 'PlanTemplate',
    id: name,
    name,
    kind: 'ITEM',
    isForClient: true,
    itemCount: 1,
    taskCount: 2,
    version: 3,
  },
  ...more,
});

/** A server that keeps these, answers commands as the test says, and remembers what it was asked. */
function show(kept: readonly object[] | null, answer: object = {}) {
  const asked: { readonly input: Record<string, unknown> }[] = [];
  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'query' || kind === 'mutation'),
      map((operation) => {
        if (operation.kind === 'mutation') asked.push(operation.variables as (typeof asked)[number]);
        const rest = { operation, stale: false, hasNext: false };
        if (operation.kind === 'mutation') return { ...rest, data: answer };
        if (kept) return { ...rest, data: { planTemplates: kept } };
        return { ...rest, data: undefined, error: new CombinedError({ networkError: new Error('offline') }) };
      }),
    );
  const [onChoose, onRepeat] = [jest.fn(), jest.fn()];
  render(
    <MantineProvider env="test">
      <Provider value={new Client({ url: '/graphql', exchanges: [exchange] })}>
        <ConfirmProvider>
          <TemplateList clientId="client" onChoose={onChoose} onRepeat={onRepeat} />
        </ConfirmProvider>
      </Provider>
    </MantineProvider>,
  );
  return { asked, onChoose, onRepeat, person: userEvent.setup() };
}

const row = (name: string) => within(screen.getByText(name).closest('li') as HTMLElement);

describe('Templates of a client', () => {
  it('say what they are; one of a publication can be repeated, one of a month cannot', async () => {
    const month = template('Декабрь', { kind: 'MONTH', itemCount: 12, isForClient: false });
    const { onChoose, onRepeat, person } = show([template('Отзыв'), month]);
    expect(row('Декабрь').getByText(/12 публикаций/)).toBeInTheDocument();
    expect(row('Декабрь').queryByRole('button', { name: /^Повторять/ })).not.toBeInTheDocument();
    await person.click(row('Декабрь').getByRole('button', { name: /: Декабрь$/ }));
    await person.click(row('Отзыв').getByRole('button', { name: /овтор/ }));
    expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ id: 'Декабрь' }));
    expect(onRepeat).toHaveBeenCalledWith(expect.objectContaining({ id: 'Отзыв' }));
  });

  it('are renamed in their row, under the version that was seen; Escape leaves the name as it was', async () => {
    const { asked, person } = show([template('Отзыв')], { renamePlanTemplate: { __typename: 'PlanTemplateSuccess' } });
    const rename = () => person.click(row('Отзыв').getByRole('button', { name: /ереименовать/ }));
    await rename();
    await person.keyboard(' клиента{Escape}');
    expect(screen.getByText('Отзыв')).toBeInTheDocument();
    await rename();
    await person.clear(screen.getByRole('textbox'));
    await person.type(screen.getByRole('textbox'), 'Отзыв клиента{Enter}');
    expect(asked.map(({ input }) => input)).toEqual([
      { templateId: 'Отзыв', expectedVersion: 3, name: 'Отзыв клиента' },
    ]);
  });

  it('keep a name that is refused in its field, and say why', async () => {
    const issues = [{ path: ['name'], code: 'required', params: {} }];
    const { person } = show([template('Отзыв')], { renamePlanTemplate: { __typename: 'InvalidInput', issues } });
    await person.click(row('Отзыв').getByRole('button', { name: /ереименовать/ }));
    await person.clear(screen.getByRole('textbox'));
    await person.keyboard('{Enter}');
    expect(await screen.findByText('Заполните поле')).toBeInTheDocument();
  });

  it('are none yet, or could not be asked for', () => {
    show([]);
    expect(screen.getByText(/шаблон/i)).toBeInTheDocument();
    show(null);
    expect(screen.getByRole('button', { name: /Попробовать|ещё раз|Повторить/ })).toBeInTheDocument();
  });
});
