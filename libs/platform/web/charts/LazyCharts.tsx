import { lazy, Suspense, type ComponentProps } from 'react';

// The drawing weighs more than any page that has it: the figures stand first, the picture follows into its place.
const Bars = lazy(() => import('./charts').then((file) => ({ default: file.BarSeries })));
const Line = lazy(() => import('./charts').then((file) => ({ default: file.TrendLine })));

export function BarSeries(props: ComponentProps<typeof Bars>) {
  return (
    <Suspense fallback={<Place height={props.height ?? 120} />}>
      <Bars {...props} />
    </Suspense>
  );
}

export function TrendLine(props: ComponentProps<typeof Line>) {
  return (
    <Suspense fallback={<Place height={props.height ?? 200} />}>
      <Line {...props} />
    </Suspense>
  );
}

const Place = ({ height }: { height: number }) => <div style={{ height }} aria-busy />;
