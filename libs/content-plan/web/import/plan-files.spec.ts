import { describe, expect, it } from '@jest/globals';
import { rangesOf } from './plan-files';

describe('rangesOf', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[3, 2, 4, 9, 10, 12], '2-4,9-10,12'],
  ])('of %j is "%s"', (rows, written) => {
    expect(rangesOf(new Set(rows))).toBe(written);
  });
});
