import type { ReactNode } from 'react';
import { cx } from './cx';
import classes from './Facts.module.css';

/** Definition list: «Исполнитель — Тимур Галиев». */
export function Facts({ children, look = 'row' }: { children: ReactNode; look?: 'row' | 'stacked' | 'grid' }) {
  return <dl className={cx(classes.list, classes[look])}>{children}</dl>;
}

export function Fact({ label, children, wide }: { label: ReactNode; children: ReactNode; wide?: boolean }) {
  return (
    <div className={cx(classes.fact, wide && classes.wide)}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
