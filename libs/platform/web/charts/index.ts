export { ChartCard } from './ChartCard';
export type { ChartCardProps, ChartTable } from './ChartCard';
export { BarSeries, TrendLine } from './charts';
export type { BarPoint, TrendPoint } from './charts';
