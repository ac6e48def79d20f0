import { cx } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './DayMarks.module.css';

/** A holiday, or one of the client's own dates. */
export interface DayMark {
  readonly kind: 'HOLIDAY' | 'OCCASION' | 'AWAY';
  readonly holiday: string | null;
  readonly title: string | null;
}

const holidays = ['new_year', 'christmas', 'defenders', 'women', 'labour', 'victory', 'russia', 'unity'] as const;

/** What a day is known for, one under another. */
export function DayMarks({ marks, inline = false }: { marks: readonly DayMark[]; inline?: boolean }) {
  const t = useT();
  if (marks.length === 0) return null;
  const words = ({ kind, title, holiday }: DayMark) => {
    const known = holidays.find((name) => name === holiday);
    if (known) return t(`dates.holiday.${known}`);
    return kind === 'AWAY' ? t('dates.away', { title: title ?? '' }) : (title ?? '');
  };
  return (
    <span className={cx(classes.marks, inline && classes.inline)}>
      {marks.map((mark, index) => (
        <span key={index} className={classes.mark} data-kind={mark.kind} title={words(mark)}>
          {words(mark)}
        </span>
      ))}
    </span>
  );
}
