import { SkeletonBar, usePlatformText } from '@planerka/platform/web';
import classes from './PlanSkeleton.module.css';

const cells = Array.from({ length: 35 }, (_, index) => index);

/** A month in grey: the cards come into their days, nothing jumps. */
export function PlanSkeleton() {
  const words = usePlatformText();
  return (
    <div role="status" aria-label={words('loading')} className={classes.root}>
      <div className={classes.head}>
        <SkeletonBar width={220} height={22} />
      </div>
      <div className={classes.grid}>
        {cells.map((cell) => (
          <div key={cell} className={classes.cell}>
            <SkeletonBar width={18} height={10} />
            {cell % 7 < 5 && <SkeletonBar height={44} />}
          </div>
        ))}
      </div>
    </div>
  );
}
