import { cx, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './RubricMix.module.css';

export interface RubricMixProps {
  itemCount: number;
  includedItems: number | null;
  emptyDays: number;
  rubrics: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
  mix: readonly { readonly rubricId: string; readonly share: number; readonly targetShare: number }[];
  /** Absent where the viewer only reads. */
  onEdit?: (() => void) | undefined;
}

/** Off by so many points and more, a share is worth a word. */
const noticeable = 5;

/** The month's balance in one line: how many, how many days are empty, and every rubric's share against its target. */
export function RubricMix({ itemCount, includedItems, emptyDays, rubrics, mix, onEdit }: RubricMixProps) {
  const t = useT();
  const format = useFormat();
  const shares = rubrics.flatMap((rubric) => {
    const share = mix.find(({ rubricId }) => rubricId === rubric.id);
    return share ? [{ ...rubric, ...share }] : [];
  });
  const targets = shares.map(({ targetShare }) => targetShare);
  // A mark stands where a rubric's share should end; the last one's end is the bar's.
  const marks = targets
    .map((_, index) => targets.slice(0, index + 1).reduce((sum, share) => sum + share, 0))
    .filter((mark) => mark > 0 && mark < 100);
  const hasItems = shares.some(({ share }) => share > 0);
  return (
    <section className={classes.mix} aria-label={t('mix.label')}>
      <p className={classes.count}>
        <b>
          {includedItems === null
            ? t('mix.items', { count: itemCount })
            : t('mix.ofIncluded', { count: itemCount, included: includedItems })}
        </b>
        {emptyDays > 0 && ` · ${t('mix.empty', { count: emptyDays })}`}
      </p>
      <div className={classes.bar} aria-hidden="true">
        {hasItems &&
          shares.map(({ id, colour, share }) => (
            <span key={id} className={classes.part} data-rubric={colour} style={{ flexGrow: share }} />
          ))}
        {marks.map((mark) => (
          <b key={mark} className={classes.mark} style={{ left: `${mark}%` }} />
        ))}
      </div>
      {shares.length > 0 ? (
        <ul className={classes.legend}>
          {shares.map(({ id, name, colour, share, targetShare }) => {
            const isOff = itemCount > 0 && targetShare > 0 && Math.abs(share - targetShare) >= noticeable;
            return (
              <li key={id} className={classes.entry}>
                <span className={classes.swatch} data-rubric={colour} />
                {name}
                <span className={cx(classes.share, isOff && classes.off)}>
                  {t('mix.share', { fact: share, target: format.percent(targetShare) })}
                </span>
              </li>
            );
          })}
          <li className={classes.note}>
            {onEdit ? (
              <button type="button" className={classes.edit} onClick={onEdit}>
                {t('mix.legend')}
              </button>
            ) : (
              t('mix.legend')
            )}
          </li>
        </ul>
      ) : (
        onEdit && (
          <button type="button" className={cx(classes.edit, classes.wide)} onClick={onEdit}>
            {t('mix.addRubrics')}
          </button>
        )
      )}
    </section>
  );
}
