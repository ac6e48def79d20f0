import { expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../locales';
import { moved, OrderedFiles } from './OrderedFiles';
import type { ReviewFile } from './review-file';

const file = (id: string) =>
  ({ id, name: `${id}.png`, size: 1, width: null, height: null, thumbnailUrl: null }) as ReviewFile;

it('moves one thing and keeps the others in their order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

it('orders slides by keyboard, and tells where one went', async () => {
  const change = jest.fn();
  const files = new Map(['a', 'b', 'c'].map((id) => [id, file(id)]));
  render(
    <MantineProvider env="test">
      <OrderedFiles label="Файлы" ids={['a', 'b', 'c']} files={files} onChange={change} />
    </MantineProvider>,
  );
  screen.getByRole('button', { name: /Позже: a\.png|Later: a\.png/ }).focus();
  await userEvent.keyboard('{Enter}');
  expect(change).toHaveBeenLastCalledWith(['b', 'a', 'c']);
  await userEvent.keyboard('{ArrowDown}');
  expect(change).toHaveBeenLastCalledWith(['b', 'a', 'c']);
  await userEvent.click(screen.getByRole('button', { name: /Убрать c\.png|Remove c\.png/ }));
  expect(change).toHaveBeenLastCalledWith(['a', 'b']);
});
