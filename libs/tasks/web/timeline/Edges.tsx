import { cx } from '@planerka/platform/web';
import { memo } from 'react';
import type { BarPoint, Edge } from './layout';
import classes from './TimelineBars.module.css';

interface EdgesProps {
  edges: readonly Edge[];
  points: ReadonlyMap<string, BarPoint>;
  chain: ReadonlySet<string> | null;
  dayWidth: number;
  width: number;
  height: number;
  /** What is in sight, in pixels from the top. */
  seen: readonly [from: number, to: number];
}

const bend = 8;

/** From the end of what comes first to the beginning of what waits for it. */
export const Edges = memo(function Edges({ edges, points, chain, dayWidth, width, height, seen }: EdgesProps) {
  return (
    <svg className={classes.edges} width={width} height={height} aria-hidden="true">
      {edges.map(({ key, from, to, isBroken }) => {
        const begin = points.get(from);
        const end = points.get(to);
        if (!begin || !end || Math.max(begin.y, end.y) < seen[0] || Math.min(begin.y, end.y) > seen[1]) return null;
        const isOfChain = chain?.has(from) && chain.has(to);
        return (
          <g
            key={key}
            className={cx(
              classes.edge,
              isBroken && classes.edgeBroken,
              isOfChain && classes.edgeChain,
              chain && !isOfChain && classes.edgeDimmed,
            )}
          >
            <path d={pathOf(begin.to * dayWidth - 1, begin.y, end.from * dayWidth + 1, end.y)} />
            <circle cx={begin.to * dayWidth - 1} cy={begin.y} r={2.5} />
            <path className={classes.arrow} d={arrowAt(end.from * dayWidth + 1, end.y)} />
          </g>
        );
      })}
    </svg>
  );
});

/** Straight where there is room between them, else around: between the two rows and back. */
function pathOf(x1: number, y1: number, x2: number, y2: number): string {
  if (x2 - x1 >= 2 * bend) return `M${x1} ${y1}H${x1 + bend}V${y2}H${x2}`;
  const between = y1 === y2 ? y1 + 2 * bend : y1 + Math.sign(y2 - y1) * 16;
  return `M${x1} ${y1}H${x1 + bend}V${between}H${x2 - bend}V${y2}H${x2}`;
}

const arrowAt = (x: number, y: number): string => `M${x} ${y}l-6 -3.5v7z`;
