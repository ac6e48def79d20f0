import { ChartCard, TrendLine, type TrendMark, type TrendPoint } from '@planerka/platform/web/charts';
import { useFormat } from '@planerka/platform/web';
import type { Pace } from '../documents';
import { useT } from '../locales';

const dayNumber = (day: string): string => String(Number(day.slice(-2)));

/** Ad spend of the month as it adds up, and where it leads: the finding is the title. */
export function PaceChart({ pace }: { pace: Pace }) {
  const t = useT();
  const format = useFormat();
  const isShort = Number(pace.shortage.amount) > 0;
  const title =
    isShort && pace.runsOutOn
      ? t('pace.runsOut', { day: format.dayLong(pace.runsOutOn), amount: format.money(pace.shortage) })
      : pace.factUntil < pace.endsOn
        ? t('pace.enough')
        : t('pace.spent', { amount: format.money(pace.spent) });
  return (
    <ChartCard
      title={title}
      units={t('pace.units', { month: format.monthName(pace.month), amount: format.money(pace.perDay) })}
      table={{
        columns: [t('pace.day'), t('pace.fact'), t('pace.total')],
        rows: [
          ...pace.days.map(({ day, amount, total }) => [
            format.day(day),
            format.money(amount, { withoutSign: true }),
            format.money(total, { withoutSign: true }),
          ]),
          [format.day(pace.endsOn), t('pace.forecast'), format.money(pace.expected, { withoutSign: true })],
        ],
      }}
    >
      <TrendLine
        points={pointsOf(pace)}
        marks={marksOf(pace, t, format)}
        limit={Number(pace.limit.amount)}
        limitLabel={t('pace.limit', { amount: format.money(pace.limit) })}
      />
    </ChartCard>
  );
}

function pointsOf({ days, factUntil, endsOn, expected, spent, limit }: Pace): TrendPoint[] {
  const facts = days.map(({ day, total }): TrendPoint => ({ label: dayNumber(day), fact: Number(total.amount) }));
  if (factUntil >= endsOn) return facts;
  const now = Number(spent.amount);
  const last = facts.at(-1);
  const joint = last
    ? [...facts.slice(0, -1), { ...last, forecast: now }]
    : [{ label: dayNumber(factUntil), fact: now, forecast: now }];
  return hatched([...joint, ...untilEnd(factUntil, endsOn, now, Number(expected.amount))], Number(limit.amount));
}

/** A point a day, so that the axis keeps its measure. */
function untilEnd(from: string, to: string, now: number, expected: number): TrendPoint[] {
  const day = 86_400_000;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const count = Math.round((end - start) / day);
  return Array.from({ length: count }, (_, index) => ({
    label: dayNumber(new Date(start + (index + 1) * day).toISOString().slice(0, 10)),
    forecast: now + ((expected - now) * (index + 1)) / count,
  }));
}

/** Forecast that goes over the limit begins where it crosses it, as far as a point a day can tell. */
function hatched(points: readonly TrendPoint[], limit: number): TrendPoint[] {
  return points.map((point, index) => {
    const next = points[index + 1]?.forecast ?? 0;
    const { forecast } = point;
    if (forecast === undefined || (forecast <= limit && next <= limit)) return point;
    return { ...point, excess: [limit, Math.max(limit, forecast)] };
  });
}

function marksOf(
  { days, factUntil, endsOn, spent, expected, shortage }: Pace,
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
): TrendMark[] {
  const last = days.at(-1)?.day ?? factUntil;
  if (factUntil >= endsOn || last > factUntil) return [];
  const now = {
    label: dayNumber(last),
    value: Number(spent.amount),
    text: t('pace.now', { amount: format.money(spent) }),
  };
  const isOver = Number(shortage.amount) > 0;
  const end = { label: dayNumber(endsOn), value: Number(expected.amount), text: format.money(expected), isOver };
  return isOver ? [now, end] : [now];
}
