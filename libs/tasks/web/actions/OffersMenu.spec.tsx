import { describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OffersMenu } from './OffersMenu';

const offers = [
  { action: 'ACCEPT', isPrimary: true, to: 'IN_PROGRESS', count: null },
  { action: 'CANCEL', isPrimary: false, to: 'CANCELLED', count: null },
];

describe('The menu of what can be done with a task', () => {
  it('opens by keyboard, and gives the focus back', async () => {
    const user = userEvent.setup();
    render(
      <MantineProvider>
        <OffersMenu label="Действия" offers={offers} onChoose={() => undefined} />
      </MantineProvider>,
    );
    await user.tab();
    expect(screen.getByRole('button', { name: 'Действия' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findAllByRole('menuitem');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Действия' })).toHaveFocus());
  });

  it('tells what was chosen', async () => {
    const user = userEvent.setup();
    const chosen: string[] = [];
    render(
      <MantineProvider>
        <OffersMenu label="Действия" offers={offers} onChoose={({ action }) => chosen.push(action)} />
      </MantineProvider>,
    );
    await user.click(screen.getByRole('button', { name: 'Действия' }));
    const [first] = await screen.findAllByRole('menuitem');
    await user.click(first as HTMLElement);
    expect(chosen).toEqual(['ACCEPT']);
  });
});
