export { ChartCard } from './ChartCard';
export type { ChartCardProps, ChartTable } from './ChartCard';
export { BarSeries, TrendLine } from './LazyCharts';
export type { BarPoint, TrendMark, TrendPoint } from './charts';
