import { cx } from '@planerka/platform/web';
import type { ButtonHTMLAttributes } from 'react';
import classes from './Pin.module.css';

export interface PinMarkProps {
  /** «+» for one that is being placed. */
  number: number | null;
  isResolved?: boolean;
  isActive?: boolean;
}

const look = ({ isResolved, isActive }: Omit<PinMarkProps, 'number'>) =>
  cx(classes.pin, isResolved && classes.resolved, isActive && classes.active);

/** The numbered drop: the same on the picture, in the text and in the list. */
export function PinMark({ number, ...state }: PinMarkProps) {
  return (
    <span className={cx(look(state), classes.small)} aria-hidden="true">
      {number ?? '+'}
    </span>
  );
}

export function PinButton({
  number,
  isResolved,
  isActive,
  className,
  ...rest
}: PinMarkProps & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      className={cx(look({ ...(isResolved ? { isResolved } : {}), ...(isActive ? { isActive } : {}) }), className)}
      {...rest}
    >
      {number ?? '+'}
    </button>
  );
}
