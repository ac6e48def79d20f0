import { usePlatformText } from '../locales/platform-text';
import { Card } from './Card';
import { cx } from './cx';
import classes from './Skeleton.module.css';

export function SkeletonBar({
  width = '100%',
  height = 12,
  round = false,
}: {
  width?: string | number;
  height?: number;
  round?: boolean;
}) {
  return <span className={cx(classes.bar, round && classes.round)} style={{ width, height }} />;
}

const WIDTHS = ['62%', '48%', '71%', '55%', '66%', '43%'];
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Grey bars in the shape of the coming rows; no spinner. */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  const t = usePlatformText();
  return (
    <div role="status" aria-label={t('loading')} className={classes.rows}>
      {range(rows).map((row) => (
        <div key={row} className={classes.row}>
          <SkeletonBar width={36} height={36} />
          <div className={classes.lines}>
            <SkeletonBar width={WIDTHS[row % WIDTHS.length] ?? '50%'} />
            <SkeletonBar width={WIDTHS[(row + 2) % WIDTHS.length] ?? '50%'} height={10} />
          </div>
          <SkeletonBar width={84} height={22} />
        </div>
      ))}
    </div>
  );
}

export function SkeletonCards({ cards = 3 }: { cards?: number }) {
  const t = usePlatformText();
  return (
    <div role="status" aria-label={t('loading')} className={classes.cards}>
      {range(cards).map((card) => (
        <Card key={card}>
          <div className={classes.card}>
            <SkeletonBar width="45%" height={14} />
            <SkeletonBar width="90%" />
            <SkeletonBar width="70%" />
          </div>
        </Card>
      ))}
    </div>
  );
}

export function SkeletonTable({ rows = 6, columns = 5 }: { rows?: number; columns?: number }) {
  const t = usePlatformText();
  return (
    <div role="status" aria-label={t('loading')} className={classes.rows}>
      {range(rows).map((row) => (
        <div key={row} className={classes.tableRow} style={{ gridTemplateColumns: `2fr repeat(${columns - 1}, 1fr)` }}>
          {range(columns).map((column) => (
            <SkeletonBar key={column} width={column === 0 ? (WIDTHS[row % WIDTHS.length] ?? '60%') : '64%'} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A whole page while its code or data comes. */
export function SkeletonPage() {
  return (
    <div className={classes.page}>
      <SkeletonBar width="32%" height={24} />
      <Card>
        <SkeletonRows rows={6} />
      </Card>
    </div>
  );
}
