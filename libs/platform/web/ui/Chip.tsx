import type { ReactNode } from 'react';
import classes from './Chip.module.css';
import { cx } from './cx';
import { IconAlert } from './icons';

export type ChipTone =
  'neutral' | 'line' | 'issued' | 'progress' | 'review' | 'client' | 'done' | 'warn' | 'danger' | 'accent';

export interface ChipProps {
  children: ReactNode;
  tone?: ChipTone;
  /** 12 px icon before the words. */
  icon?: ReactNode;
  size?: 'normal' | 'small';
  title?: string;
}

/** Tint and text of one meaning; at most one or two in a row. */
export function Chip({ children, tone = 'neutral', icon, size = 'normal', title }: ChipProps) {
  return (
    <span className={cx(classes.chip, classes[tone], size === 'small' && classes.small)} title={title}>
      {icon}
      {children}
    </span>
  );
}

/** Amber warns; red means that it will not work out without a decision. Always with a shape: a triangle, or the icon given. */
export function RiskChip({
  level,
  children,
  icon,
}: {
  level: 'warn' | 'danger';
  children: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <Chip tone={level} icon={icon ?? <IconAlert size={12} />}>
      {children}
    </Chip>
  );
}
