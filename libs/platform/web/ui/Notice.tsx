import type { ReactNode } from 'react';
import { cx } from './cx';
import { IconAlert, IconInfo } from './icons';
import classes from './Notice.module.css';

/** A tinted block with a bold first sentence: a risk and what to do about it. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
}: {
  tone?: 'info' | 'warn' | 'danger';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={cx(classes.notice, classes[tone])} role={tone === 'danger' ? 'alert' : undefined}>
      {tone === 'info' ? <IconInfo /> : <IconAlert />}
      <div className={classes.text}>
        {title && <b>{title} </b>}
        {children}
      </div>
      {action}
    </div>
  );
}
