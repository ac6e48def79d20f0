import { describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { useForm } from '@mantine/form';
import { TimeZoneContext, type ResultOf } from '@planerka/platform/web';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProposedItems } from './ProposedItems';
import type { RollOverQuery } from './roll-over.documents';
import { useChosenItems } from './use-chosen-items';

type Item = NonNullable<ResultOf<typeof RollOverQuery>['planRollOver']>['items'][number];

const item = (itemId: string, more: object = {}): Item =>
  ({
    itemId,
    title: `Пост ${itemId}`,
    format: 'POST',
    rubricColour: null,
    wasOn: '2026-11-03',
    publishOn: '2026-12-08',
    publishTime: '12:00',
    because: null,
    losesCampaign: false,
    existingItemId: null,
    isRepeated: false,
    tasks: [],
    ...more,
  }) as unknown as Item;

function Dialog({ items, errors = {} }: { items: readonly Item[]; errors?: Record<string, string> }) {
  const form = useForm({ initialValues: {}, initialErrors: errors });
  const choice = useChosenItems(items, '2026-12-02');
  return (
    <MantineProvider>
      <TimeZoneContext value="Europe/Moscow">
        <ProposedItems
          label="Что появится"
          items={items}
          choice={choice}
          form={form}
          within={['2026-12-01', '2026-12-31']}
          withTasks
        />
        <output>{choice.chosen.map(({ itemId }) => itemId).join(' ')}</output>
      </TimeZoneContext>
    </MantineProvider>
  );
}

const chosen = () => screen.getByRole('status').textContent;

describe('What would be made', () => {
  it('is all of it, until something is left out, and again when it is taken back', async () => {
    const person = userEvent.setup();
    render(<Dialog items={[item('a'), item('b')]} />);
    expect(chosen()).toBe('a b');
    await person.click(screen.getByRole('checkbox', { name: 'Пост a' }));
    expect(chosen()).toBe('b');
    await person.click(screen.getByRole('checkbox', { name: 'Пост a' }));
    expect(chosen()).toBe('a b');
  });

  it('is not what would have gone out by now, unless somebody wants it all the same', async () => {
    const person = userEvent.setup();
    render(<Dialog items={[item('a', { publishOn: '2026-12-01' }), item('b')]} />);
    expect(chosen()).toBe('b');
    expect(screen.getByText(/Этот день уже прошёл/)).toBeTruthy();
    await person.click(screen.getByRole('checkbox', { name: 'Пост a' }));
    expect(chosen()).toBe('a b');
  });

  it('is not what is there already, nor what a series makes by itself, and says so', () => {
    render(<Dialog items={[item('a', { existingItemId: 'x' }), item('b', { isRepeated: true }), item('c')]} />);
    expect(chosen()).toBe('c');
    expect(screen.getByRole('checkbox', { name: 'Пост a' })).toHaveProperty('disabled', true);
    expect(screen.getByText('Уже повторена')).toBeTruthy();
    expect(screen.getByText('Повторяется само: встанет в план из серии')).toBeTruthy();
  });

  it('names the publication that was refused', () => {
    render(<Dialog items={[item('a'), item('b')]} errors={{ 'items.1.itemId': 'Уже повторена в этом месяце' }} />);
    expect(screen.getByRole('alert').textContent).toContain('Пост b');
  });
});
