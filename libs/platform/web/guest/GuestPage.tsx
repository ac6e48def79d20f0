import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { AgencyMark } from '../layout/AgencyMark';
import { cx } from '../ui/cx';
import classes from './GuestPage.module.css';

export interface GuestPageProps {
  /** «„Маяк“ для „Сосны“». */
  from: ReactNode;
  /** Right side of the top line: which of several items this is. */
  aside?: ReactNode;
  children: ReactNode;
  /** The two large buttons, always in reach. */
  dock?: ReactNode;
}

/** Airy and large: a person decides here, on a phone, in a minute. */
export function GuestPage({ from, aside, children, dock }: GuestPageProps) {
  return (
    <div className={cx(classes.page, Boolean(dock) && classes.docked)}>
      <header className={classes.top}>
        <AgencyMark small />
        <span className={classes.from}>{from}</span>
        {aside}
      </header>
      <main className={classes.main}>{children}</main>
      {dock && (
        <footer className={classes.dock}>
          <div className={classes.dockInner}>{dock}</div>
        </footer>
      )}
    </div>
  );
}

export function GuestHeading({ title, lead }: { title: ReactNode; lead?: ReactNode }) {
  return (
    <div>
      <h1 className={classes.title}>{title}</h1>
      {lead && <p className={classes.lead}>{lead}</p>}
    </div>
  );
}

export function GuestBlock({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.block}>
      {title && <h2 className={classes.blockTitle}>{title}</h2>}
      {children}
    </section>
  );
}

export interface GuestButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  isPrimary?: boolean;
  isBusy?: boolean;
  icon?: ReactNode;
}

export function GuestButton({ isPrimary, isBusy, icon, children, className, disabled, ...rest }: GuestButtonProps) {
  return (
    <button
      type="button"
      className={cx(classes.button, isPrimary && classes.primary, className)}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

/** How many items, which are decided, which is open. */
export function GuestSteps({ steps, label }: { steps: readonly ('done' | 'current' | 'ahead')[]; label: string }) {
  return (
    <span className={classes.steps} role="img" aria-label={label}>
      {steps.map((step, index) => (
        <i key={index} className={classes[step]} />
      ))}
    </span>
  );
}

/** A field of the guest: a label, and the text kept large enough that a phone does not zoom. */
export function GuestField({
  label,
  hint,
  error,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) {
  return (
    <label className={classes.field}>
      <span className={classes.label}>{label}</span>
      {children}
      {error ? (
        <span className={classes.error} role="alert">
          {error}
        </span>
      ) : (
        hint && <span className={classes.hint}>{hint}</span>
      )}
    </label>
  );
}
