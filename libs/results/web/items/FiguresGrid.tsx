import { growthOf } from '@planerka/results/domain';
import { useFormat } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { shownCounts, useCountName, useGrowth } from './count-words';
import type { Figures, MeasuredChannel, Measurement } from './item-results.documents';
import classes from './ItemResults.module.css';
import { useT } from './locales';

export interface FiguresGridProps {
  figures: Figures;
  /** Null where channels are added up. */
  channel: MeasuredChannel | null;
  /** The latest first: what was counted before is how it grew. */
  measurements: readonly Measurement[];
}

/** Counts as the network calls them, how they grew, and what follows from them with its formula. */
export function FiguresGrid({ figures, channel, measurements }: FiguresGridProps) {
  const t = useT();
  const format = useFormat();
  const nameOf = useCountName();
  const growthText = useGrowth();
  const [last, before] = measurements;
  const growth = last && before ? growthOf(before, last) : null;
  const rates = [figures.er && 'er', figures.ctr && 'ctr', figures.cpm && 'cpm', figures.cpc && 'cpc'] as const;
  const formulaOf = { er: figures.er?.base, ctr: figures.ctr?.base, cpm: undefined, cpc: undefined };
  const percent = (value: string | undefined) => format.percent(Number(value ?? 0), 1);
  const rateText = {
    er: () => percent(figures.er?.value),
    ctr: () => percent(figures.ctr?.value),
    cpm: () => (figures.cpm ? format.money(figures.cpm) : ''),
    cpc: () => (figures.cpc ? format.money(figures.cpc) : ''),
  };
  return (
    <dl className={classes.figures}>
      {shownCounts(channel, figures).map((count) => (
        <Figure
          key={count}
          name={nameOf(count, channel)}
          value={format.number(figures[count] ?? 0)}
          note={
            before && growth?.[count]
              ? t('grown', { growth: growthText(growth[count]), day: format.day(before.day) })
              : null
          }
        />
      ))}
      {figures.spend && <Figure name={t('count.spend')} value={format.money(figures.spend)} />}
      {rates.map((rate) => {
        if (!rate) return null;
        const base = formulaOf[rate];
        return (
          <Figure
            key={rate}
            name={t(`rate.${rate}`)}
            value={rateText[rate]()}
            note={t(`formula.${rate}`, base ? { base: t(`base.${base}`) } : { base: '' })}
          />
        );
      })}
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note?: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        {value}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
