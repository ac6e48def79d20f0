import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextSpan, type Span } from './use-few-at-once';

const range = { startIndex: 100, endIndex: 116, overscan: 4, count: 600 };
const nothing: Span = { from: 0, to: -1 };

/** Frame by frame until nothing is added. */
function framesOf(drawn: Span, atOnce: number, of = range): readonly Span[] {
  const next = nextSpan(drawn, of, atOnce);
  return next.from === drawn.from && next.to === drawn.to ? [] : [next, ...framesOf(next, atOnce, of)];
}

describe('the lines that are drawn at once', () => {
  it('are few after a jump, begin with what is in sight, and become all', () => {
    expect(framesOf(nothing, 10)).toEqual([
      { from: 100, to: 109 },
      { from: 100, to: 119 },
      { from: 96, to: 120 },
    ]);
  });

  it('are all of them at a reader’s pace, and those left behind are gone', () => {
    expect(nextSpan({ from: 90, to: 114 }, range, 10)).toEqual({ from: 96, to: 120 });
    expect(nextSpan({ from: 102, to: 126 }, range, 10)).toEqual({ from: 96, to: 120 });
  });

  it('end with the list', () => {
    expect(framesOf(nothing, 50, { startIndex: 0, endIndex: 2, overscan: 4, count: 3 })).toEqual([{ from: 0, to: 2 }]);
  });

  it('are one piece within what is wanted, never more at once than allowed, whatever was drawn', () => {
    const index = fc.nat({ max: 200 });
    fc.assert(
      fc.property(index, index, index, index, fc.integer({ min: 1, max: 12 }), (a, b, c, d, atOnce) => {
        const drawn = { from: Math.min(a, b), to: Math.max(a, b) };
        const of = { startIndex: Math.min(c, d), endIndex: Math.max(c, d), overscan: 3, count: 201 };
        const all = { from: Math.max(0, of.startIndex - 3), to: Math.min(200, of.endIndex + 3) };
        const kept = Math.max(0, Math.min(drawn.to, all.to) - Math.max(drawn.from, all.from) + 1);
        const next = nextSpan(drawn, of, atOnce);
        expect(next.from).toBeGreaterThanOrEqual(all.from);
        expect(next.to).toBeLessThanOrEqual(all.to);
        expect(next.to - next.from + 1).toBe(Math.min(kept + atOnce, all.to - all.from + 1));
        expect(framesOf(drawn, atOnce, of).at(-1) ?? drawn).toEqual(all);
      }),
    );
  });
});
