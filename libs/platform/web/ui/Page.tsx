import type { ReactNode } from 'react';
import { cx } from './cx';
import classes from './Page.module.css';

export interface PageProps {
  children: ReactNode;
  /** 'plain' 24/32, 'dense' 20/24 (budget), 'flush' none: the page lays itself out to the edges (plan, task). */
  margins?: 'plain' | 'dense' | 'flush';
  /** A side panel or drawer in the layout: the list stays in place beside it; on a narrow screen it covers the page. */
  panel?: ReactNode;
  panelWidth?: 'aside' | 'drawer';
  /** The page fills the window and scrolls inside (plan, board). */
  fill?: boolean;
}

export function Page({ children, margins = 'plain', panel, panelWidth = 'aside', fill = false }: PageProps) {
  return (
    <div className={cx(classes.root, Boolean(panel) && classes[panelWidth], fill && classes.fill)}>
      <div className={cx(classes.body, classes[margins])}>{children}</div>
      {panel}
    </div>
  );
}

/** Main column and a 328 px side column that drops under it on a narrow screen. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>{children}</div>
      <aside className={classes.stack}>{side}</aside>
    </div>
  );
}

export function Stack({ children, gap = 'normal' }: { children: ReactNode; gap?: 'tight' | 'normal' | 'wide' }) {
  return <div className={cx(classes.stack, gap !== 'normal' && classes[gap])}>{children}</div>;
}

/** Things in a line, wrapping. `push` as a child's class is not needed: put <Spacer /> between. */
export function Row({
  children,
  gap = 'normal',
  align = 'center',
}: {
  children: ReactNode;
  gap?: 'tight' | 'normal' | 'wide';
  align?: 'center' | 'start' | 'baseline';
}) {
  return (
    <div
      className={cx(classes.row, gap !== 'normal' && classes[gap])}
      style={{ alignItems: align === 'start' ? 'flex-start' : align }}
    >
      {children}
    </div>
  );
}

export function Spacer() {
  return <span className={classes.spacer} />;
}
