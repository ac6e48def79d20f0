import { Chip, type ChipTone, useFormat } from '@planerka/platform/web';
import { seenOf } from '@planerka/results/domain';
import { useCountName } from './count-words';
import type { Comparison, Figures } from './item-results.documents';
import classes from './ItemResults.module.css';
import { useT } from './locales';

/** Percent up or down that is still as usual. */
const usualWithin = 10;
/** From here on it is told in times. */
const timesFrom = 50;

/** «Охват: в 1,8 раза выше обычного», with what is usual and of how many. */
export function ChannelComparisons({ comparisons, figures }: { comparisons: readonly Comparison[]; figures: Figures }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useCountName();
  if (comparisons.length === 0) return <p className={classes.quiet}>{t('compared.few')}</p>;
  const whatOf = ({ key }: Comparison): string => {
    if (key === 'ER') return t('rate.er');
    return nameOf(key === 'CLICKS' ? 'clicks' : (seenOf(figures)?.base ?? 'reach'));
  };
  const sentence = (row: Comparison): string => {
    const [what, change] = [whatOf(row), row.change ?? 0];
    if (change >= timesFrom) {
      const times = format.number(1 + change / 100, { maximumFractionDigits: 1 });
      return t('compared.times', { what, times });
    }
    if (Math.abs(change) < usualWithin) return t('compared.usual', { what });
    return t(change > 0 ? 'compared.above' : 'compared.below', { what, percent: format.percent(Math.abs(change), 0) });
  };
  const figure = ({ key }: Comparison, value: string): string =>
    key === 'ER' ? format.percent(Number(value), 1) : format.number(Number(value), { maximumFractionDigits: 0 });
  return (
    <ul className={classes.comparisons} aria-label={t('compared.title')}>
      {comparisons.map((row) => (
        <li key={row.key}>
          <Chip tone={toneOf(row.change ?? 0)}>{sentence(row)}</Chip>
          <small>
            {t(row.isOfRubric ? 'compared.rubric' : 'compared.channel', {
              count: row.of,
              median: figure(row, row.median),
            })}
          </small>
        </li>
      ))}
    </ul>
  );
}

const toneOf = (change: number): ChipTone =>
  Math.abs(change) < usualWithin ? 'neutral' : change > 0 ? 'done' : 'warn';
