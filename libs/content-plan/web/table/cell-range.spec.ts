import { describe, expect, it } from '@jest/globals';
import { type CellField, CellRange } from './cell-range';

const drawn = (from: readonly [string, CellField], to: readonly [string, CellField]) => {
  const range = new CellRange();
  range.setShape(['a', 'b', 'c', 'd'], ['when', 'title', 'rubric', 'format']);
  range.begin({ id: from[0], field: from[1] });
  range.reachTo({ id: to[0], field: to[1] });
  return range;
};

describe('A range of cells', () => {
  it.each<[string, readonly [string, CellField], readonly [string, CellField]]>([
    ['down and right', ['b', 'title'], ['c', 'rubric']],
    ['up and left', ['c', 'rubric'], ['b', 'title']],
    ['down and left', ['b', 'rubric'], ['c', 'title']],
  ])('is a block, drawn %s', (_, from, to) => {
    const range = drawn(from, to);
    expect(range.block({ id: 'a', field: 'when' })).toEqual({ ids: ['b', 'c'], fields: ['title', 'rubric'] });
    expect(['a', 'b', 'c', 'd'].map((id) => range.fieldsOf(id))).toEqual(['', 'title rubric', 'title rubric', '']);
    expect(range.size()).toBe('2 × 2');
  });

  it('is none of one cell: then it is where the focus is', () => {
    const range = drawn(['b', 'title'], ['b', 'title']);
    expect([range.isDrawn(), range.fieldsOf('b'), range.size()]).toEqual([false, '', '']);
    expect(range.block({ id: 'd', field: 'format' })).toEqual({ ids: ['d'], fields: ['format'] });
  });

  it('reaches as far as there are rows and columns', () => {
    const range = drawn(['c', 'rubric'], ['c', 'rubric']);
    expect(range.reach({ id: 'c', field: 'rubric' }, 5, 5)).toEqual({ ids: ['c', 'd'], fields: ['rubric', 'format'] });
  });

  it('is gone with a row that is shown no more', () => {
    const range = drawn(['b', 'title'], ['c', 'rubric']);
    range.setShape(['a', 'd'], ['when', 'title']);
    expect(range.block({ id: 'a', field: 'when' }).ids).toEqual([]);
    expect(range.fieldsOf('a')).toBe('');
  });
});
