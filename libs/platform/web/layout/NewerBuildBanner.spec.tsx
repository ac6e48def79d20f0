import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { NewerBuildBanner } from './NewerBuildBanner';

const pageOf = (build: string) => `<!doctype html><script type="module" src="/assets/main-${build}.js"></script>`;

/** What the server serves now. */
let served = '';

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  document.head.innerHTML = pageOf('old');
  window.fetch = () => Promise.resolve({ ok: true, text: () => Promise.resolve(served) } as Response);
});
afterEach(() => {
  jest.useRealTimers();
  document.head.innerHTML = '';
});

async function comeBackAfter(seconds: number): Promise<void> {
  await act(async () => {
    jest.setSystemTime(Date.now() + seconds * 1000);
    window.dispatchEvent(new Event('focus'));
    await jest.advanceTimersByTimeAsync(0);
  });
}

describe('The notice of a newer build', () => {
  it('is silent while the server serves the same page', async () => {
    served = pageOf('old');
    render(<NewerBuildBanner />);
    await comeBackAfter(61);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('tells whoever comes back to a page that is no longer served', async () => {
    served = pageOf('new');
    render(<NewerBuildBanner />);
    await comeBackAfter(5);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await comeBackAfter(61);
    expect(screen.getByRole('status')).toHaveTextContent('Вышло обновление');
    expect(screen.getByRole('button')).toBeEnabled();
  });

  it('tells at once when a part of the page is gone', async () => {
    render(<NewerBuildBanner />);
    await act(async () => {
      window.dispatchEvent(new Event('vite:preloadError'));
      await Promise.resolve();
    });
    expect(screen.getByRole('button')).toHaveTextContent('Загрузить заново');
  });
});
