import { cx } from './cx';
import classes from './CheckMark.module.css';
import { IconCheck } from './icons';

/** Round mark of a criterion or a readiness finding: empty, ticked, or a warning. */
export function CheckMark({ state, label }: { state: 'empty' | 'ok' | 'warn' | 'danger'; label?: string }) {
  return (
    <span
      className={cx(classes.mark, classes[state])}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {state === 'ok' ? <IconCheck size={12} /> : state === 'empty' ? null : '!'}
    </span>
  );
}
