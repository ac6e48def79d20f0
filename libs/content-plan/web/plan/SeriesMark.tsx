import { IconRefresh } from '@planerka/platform/web';
import { useT } from '../locales';
import type { PlanItem } from './plan-item';
import classes from './SeriesMark.module.css';

/** That more of it will come. Where its series has ended it is a publication like others; a paused one says that it waits. */
export function SeriesMark({ series }: Pick<PlanItem, 'series'>) {
  const t = useT();
  if (!series || series.isEnded) return null;
  return (
    <span className={classes.mark} data-paused={series.isPaused || undefined}>
      <IconRefresh size={12} label={t(series.isPaused ? 'seriesPaused' : 'repeats')} />
    </span>
  );
}
