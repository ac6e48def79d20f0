import classes from './AgencyMark.module.css';

/** The lighthouse: Planerka's mark, in the place of an agency's logo. */
export function AgencyMark({ small = false }: { small?: boolean }) {
  return (
    <span className={small ? classes.small : classes.mark}>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
        <path d="M6.2 6h3.6l1.2 8.5H5L6.2 6ZM8 1.2 10.6 4.7H5.4L8 1.2Z" />
      </svg>
    </span>
  );
}
