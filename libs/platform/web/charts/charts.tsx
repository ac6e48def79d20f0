import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  Line,
  ComposedChart,
  Area,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../i18n/format';

const AXIS = { tick: { fill: 'var(--ink-3)', fontSize: 11 }, tickLine: false, axisLine: false } as const;

export interface TrendPoint {
  label: string;
  fact?: number;
  forecast?: number;
  /** From the limit up to the forecast, where it goes over: drawn hatched. */
  excess?: [number, number];
}

/** A point that says its value: today, the end of the forecast. */
export interface TrendMark {
  label: string;
  value: number;
  text: string;
  isOver?: boolean;
}

/** Fact solid, forecast dotted, what goes over the limit hatched, limit a solid line with its name. */
export function TrendLine({
  points,
  limit,
  limitLabel,
  marks = [],
  height = 200,
}: {
  points: readonly TrendPoint[];
  marks?: readonly TrendMark[];
  limit?: number;
  limitLabel?: string;
  height?: number;
}) {
  const format = useFormat();
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={[...points]} margin={{ top: 12, right: 8, bottom: 0, left: 0 }}>
        <defs>
          <pattern id="trend-excess" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="3" height="6" fill="var(--danger-mark)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis dataKey="label" {...AXIS} minTickGap={24} />
        <YAxis {...AXIS} width={56} tickFormatter={(value: number) => format.number(value, { notation: 'compact' })} />
        {limit !== undefined && (
          <ReferenceLine
            y={limit}
            stroke="var(--ink-2)"
            strokeWidth={1.5}
            ifOverflow="extendDomain"
            {...(limitLabel ? { label: { value: limitLabel, position: 'insideTopLeft' as const, fontSize: 11 } } : {})}
          />
        )}
        <Area dataKey="excess" type="linear" stroke="none" fill="url(#trend-excess)" isAnimationActive={false} />
        <Line
          dataKey="forecast"
          type="linear"
          stroke="var(--money-payable)"
          strokeWidth={2}
          strokeDasharray="3 4"
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="fact"
          type="linear"
          stroke="var(--money-spent)"
          strokeWidth={2.5}
          dot={false}
          isAnimationActive={false}
        />
        {marks.map(({ label, value, text, isOver }) => (
          <ReferenceDot
            key={label}
            x={label}
            y={value}
            r={4}
            fill={isOver ? 'var(--danger-mark)' : 'var(--money-spent)'}
            stroke="var(--surface)"
            label={{
              value: text,
              // under the line while it is fact; a forecast's end has its room to the left, over the limit
              position: isOver ? 'left' : 'bottom',
              offset: 10,
              fontSize: 11,
              fontWeight: 600,
              fill: isOver ? 'var(--danger)' : 'var(--ink)',
            }}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

export interface BarPoint {
  label: string;
  value: number;
  isCurrent?: boolean;
}

/** A few bars with their values inside; the current one is the darkest, the goal a dashed line. */
export function BarSeries({
  points,
  goal,
  height = 120,
}: {
  points: readonly BarPoint[];
  goal?: number;
  height?: number;
}) {
  const format = useFormat();
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart data={[...points]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} barCategoryGap="20%">
        <XAxis dataKey="label" {...AXIS} />
        {goal !== undefined && (
          <ReferenceLine y={goal} stroke="var(--ink-2)" strokeDasharray="3 3" ifOverflow="extendDomain" />
        )}
        <Bar dataKey="value" radius={3} isAnimationActive={false}>
          {points.map((point) => (
            <Cell key={point.label} fill={point.isCurrent ? 'var(--money-spent)' : 'var(--money-committed)'} />
          ))}
          <LabelList
            dataKey="value"
            position="top"
            fill="var(--ink-2)"
            fontSize={11}
            formatter={(value) => format.number(Number(value))}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
