import { Fragment, type ReactNode } from 'react';
import { AppLink } from './AppLink';
import { cx } from './cx';
import { IconChevronRight } from './icons';
import classes from './PageHeader.module.css';

export interface Crumb {
  label: string;
  href?: string;
}

export interface PageHeaderProps {
  /** The finding («Маржа декабря — 37 %»), or the object's name while there is nothing to say. */
  title: ReactNode;
  /** Small line above the title, when there are no crumbs: a date, a scope. */
  overline?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Beside the title: the state chip. */
  badge?: ReactNode;
  /** Under the title: whose court it is in, since when. Parts are separated by a thin bar. */
  sub?: readonly ReactNode[];
  /** Exactly one of them is `variant="filled"`: the next step. It stands last. */
  actions?: ReactNode;
  /** 'bar' keeps a line under the header (task page), 'dense' is the plan's. */
  look?: 'plain' | 'bar' | 'dense';
}

export function PageHeader({ title, overline, crumbs, badge, sub, actions, look = 'plain' }: PageHeaderProps) {
  return (
    <header className={cx(classes.root, classes[look])}>
      <div className={classes.text}>
        {crumbs && crumbs.length > 0 && (
          <ol className={classes.crumbs}>
            {crumbs.map((crumb, index) => (
              <Fragment key={`${crumb.label}${crumb.href ?? ''}`}>
                {index > 0 && (
                  <li aria-hidden="true">
                    <IconChevronRight size={12} />
                  </li>
                )}
                <li>{crumb.href ? <AppLink href={crumb.href}>{crumb.label}</AppLink> : crumb.label}</li>
              </Fragment>
            ))}
          </ol>
        )}
        {overline && <p className={classes.overline}>{overline}</p>}
        <div className={classes.titleLine}>
          <h1 className={classes.title}>{title}</h1>
          {badge}
        </div>
        {sub && sub.length > 0 && (
          <div className={classes.sub}>
            {sub.map((part, index) => (
              <span key={index} className={classes.part}>
                {part}
              </span>
            ))}
          </div>
        )}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
