import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import type { UseQueryState } from 'urql';
import { QueryView } from './QueryView';

type Data = { readonly plan: string | null };
const answered = (plan: string | null, more: Partial<UseQueryState<Data>> = {}) =>
  ({ data: { plan }, fetching: false, stale: false, ...more }) as UseQueryState<Data>;

function show(first: UseQueryState<Data>, onRetry = jest.fn()) {
  const view = (result: UseQueryState<Data>) => (
    <MantineProvider env="test">
      <QueryView result={result} onRetry={onRetry} select={({ plan }) => plan} skeleton="coming">
        {(plan) => <p>{plan}</p>}
      </QueryView>
    </MantineProvider>
  );
  const { rerender } = render(view(first));
  return { onRetry, then: (result: UseQueryState<Data>) => rerender(view(result)) };
}

afterEach(cleanup);

describe('A page whose thing is absent', () => {
  it('is asked for once more before that is said', async () => {
    const { onRetry, then } = show(answered(null));
    expect(screen.getByText('coming')).toBeTruthy();
    expect(onRetry).toHaveBeenCalledTimes(1);
    then(answered(null, { fetching: true }));
    expect(screen.getByText('coming')).toBeTruthy();
    then(answered(null));
    expect(await screen.findByText('Такой страницы нет')).toBeTruthy();
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('is shown where it was there all the while', () => {
    const { then } = show(answered(null));
    then(answered('December'));
    expect(screen.getByText('December')).toBeTruthy();
  });

  it('is waited for while what is shown is stale', () => {
    const { onRetry } = show(answered(null, { stale: true }));
    expect(screen.getByText('coming')).toBeTruthy();
    expect(onRetry).not.toHaveBeenCalled();
  });
});
