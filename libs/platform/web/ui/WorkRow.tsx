import type { ReactNode } from 'react';
import { AppLink } from './AppLink';
import { cx } from './cx';
import classes from './WorkRow.module.css';

export interface WorkRowProps {
  /** 36 px: a picture (`<img>`), or a RowIcon. */
  icon?: ReactNode;
  title: ReactNode;
  /** Who and since when, parts joined by «·». */
  details: readonly (string | null | undefined)[];
  /** One chip: risk or deadline. */
  chip?: ReactNode;
  /** One verb. */
  action?: ReactNode;
  /** Opens the thing itself; the title becomes the link. */
  href?: string;
  /** The row to begin with. */
  isFirst?: boolean;
}

/** Row of work: picture, what, who and since when, one chip, one verb. */
export function WorkRow({ icon, title, details, chip, action, href, isFirst }: WorkRowProps) {
  return (
    <li className={cx(classes.row, isFirst && classes.first)}>
      {icon && <span className={classes.icon}>{icon}</span>}
      <div className={classes.text}>
        <p className={classes.title}>{href ? <AppLink href={href}>{title}</AppLink> : title}</p>
        <p className={classes.details}>{details.filter(Boolean).join(' · ')}</p>
      </div>
      {chip && <span className={classes.chip}>{chip}</span>}
      {action && <span className={classes.action}>{action}</span>}
    </li>
  );
}

/** A 36 px tinted square with an icon, where a row has no picture. */
export function RowIcon({
  children,
  tone = 'neutral',
}: {
  children: ReactNode;
  tone?: 'neutral' | 'warn' | 'danger' | 'client' | 'review' | 'done';
}) {
  return <span className={cx(classes.rowIcon, classes[tone])}>{children}</span>;
}

/** A 36 px picture. */
export function RowPicture({ src }: { src: string }) {
  return <img src={src} alt="" className={classes.picture} loading="lazy" />;
}

/** A headed group of work rows inside a card: «Проверить 3 … дольше всех ждёт „Сосна“». */
export function WorkGroup({
  title,
  icon,
  count,
  note,
  footer,
  children,
}: {
  title: string;
  icon?: ReactNode;
  count?: number;
  note?: ReactNode;
  /** Under the rows: what shows the rest of a long group. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.groupHeader}>
        {icon}
        <h2>{title}</h2>
        {count !== undefined && <span className={classes.count}>{count}</span>}
        {note && <span className={classes.note}>{note}</span>}
      </div>
      <ul className={classes.list}>{children}</ul>
      {footer && <div className={classes.footer}>{footer}</div>}
    </section>
  );
}
