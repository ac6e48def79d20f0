import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { Cell, Column, Table, TableRow } from './Table';
import { VirtualRows } from './VirtualRows';

const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `line ${index + 1}` }));

function Lines({ count, onShow }: { count: number; onShow?: (from: number, to: number) => void }) {
  return (
    <Table label="Строки" rowCount={count + 1}>
      <thead>
        <tr>
          <Column>Имя</Column>
        </tr>
      </thead>
      <VirtualRows items={lines(count)} keyOf={({ id }) => id} estimate={50} columns={1} onShow={onShow}>
        {({ id }, { ref, index }) => (
          <TableRow ref={ref} index={index}>
            <Cell>{id}</Cell>
          </TableRow>
        )}
      </VirtualRows>
    </Table>
  );
}

const bodyRows = () => screen.getAllByRole('cell').map(({ parentElement }) => parentElement);

describe('The rows of a table', () => {
  it('are all there where they are few, and the last counts as seen', () => {
    const seen: number[] = [];
    render(<Lines count={12} onShow={(_from, to) => seen.push(to)} />);
    expect(bodyRows()).toHaveLength(12);
    expect(seen).toEqual([11]);
  });

  it('are only those in sight where they are many, each in its place among all', () => {
    render(<Lines count={500} />);
    const rows = bodyRows();
    // Without a layout rows have no height, so that more of them are in sight than anywhere else.
    expect(rows.length).toBeLessThan(500);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '501');
    expect(rows.at(-1)).toHaveAttribute('aria-rowindex', String(Number(rows.at(-1)?.dataset['index']) + 2));
  });
});
