import type { HTMLAttributes, ReactNode } from 'react';
import classes from './Card.module.css';
import { cx } from './cx';

export interface CardProps extends HTMLAttributes<HTMLElement> {
  children: ReactNode;
  /** A named region when given. */
  label?: string;
  /** Clips tables and pictures to the rounded corners. */
  clip?: boolean;
}

/** Surface, one line, radius 12, no shadow. Sections inside are parted by a line, never by another card. */
export function Card({ children, label, clip, className, ...rest }: CardProps) {
  return (
    <section aria-label={label} className={cx(classes.card, clip && classes.clip, className)} {...rest}>
      {children}
    </section>
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  /** Before the title: a state icon. */
  icon?: ReactNode;
  /** Quiet number right after the title. */
  count?: ReactNode;
  /** Right side: quiet words, a link, small buttons. */
  aside?: ReactNode;
  /** A line under the header. */
  ruled?: boolean;
  sub?: ReactNode;
}

export function CardHeader({ title, icon, count, aside, ruled, sub }: CardHeaderProps) {
  return (
    <div className={cx(classes.header, ruled && classes.ruled)}>
      {icon}
      <div className={classes.heading}>
        <div className={classes.headingLine}>
          <h2>{title}</h2>
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </div>
        {sub && <p className={classes.sub}>{sub}</p>}
      </div>
      {aside && <div className={classes.aside}>{aside}</div>}
    </div>
  );
}

/** A part of a card, with the card's side padding; parted from the one before by a line. */
export function Section({ children, className, ...rest }: HTMLAttributes<HTMLElement>) {
  return (
    <section className={cx(classes.section, className)} {...rest}>
      {children}
    </section>
  );
}

/** Padding of a card without a line above. */
export function CardBody({ children, className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return (
    <div className={cx(classes.body, className)} {...rest}>
      {children}
    </div>
  );
}
