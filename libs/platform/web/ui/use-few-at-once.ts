import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Of a list: from its first to its last line that is drawn, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const nothing: Span = { from: 0, to: -1 };
const isSame = (one: Span, other: Span): boolean => one.from === other.from && one.to === other.to;

/** What is drawn after `drawn`: of it whatever is still wanted, and so many lines more, those in sight before those around them. */
export function nextSpan(drawn: Span, { startIndex, endIndex, overscan, count }: Range, atOnce: number): Span {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  let from = Math.max(drawn.from, first);
  let to = Math.min(drawn.to, last);
  if (from > to) [from, to] = [startIndex, startIndex - 1];
  for (let room = atOnce; room > 0 && (from > first || to < last); room -= 1) {
    if (to < endIndex) to += 1;
    else if (from > startIndex) from -= 1;
    else if (to < last) to += 1;
    else from -= 1;
  }
  return { from, to };
}

/**
 * A virtual list's `rangeExtractor`. A flick of the wheel brings a whole page of lines into sight, and to make them all at once costs
 * a slow machine a tenth of a second in which nothing answers: so many a frame are made, and at a reader's pace that is all of them.
 */
export function useFewAtOnce(atOnce: number): (range: Range) => number[] {
  const [drawn, setDrawn] = useState<Span>(nothing);
  const latest = useRef<Span>(nothing);
  // Not in this frame: what a frame's own callback asks for is drawn in the next one.
  useEffect(() => {
    if (isSame(latest.current, drawn)) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(latest.current));
    return () => cancelAnimationFrame(frame);
  });
  return useCallback(
    (range) => {
      const { from, to } = nextSpan(drawn, range, atOnce);
      latest.current = { from, to };
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    },
    [drawn, atOnce],
  );
}
