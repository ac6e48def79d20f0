import { Notice, useFormat } from '@planerka/platform/web';
import classes from './Ads.module.css';
import { useT } from './locales';

export interface SchemeTrouble {
  readonly kind: 'unknown' | 'dropped' | 'repeated' | 'malformed' | 'repeatsTag';
  readonly names: readonly string[];
}

/** What of a scheme will not come out as it was meant, each by its name. */
export function SchemeWarnings({ troubles }: { troubles: readonly SchemeTrouble[] }) {
  const t = useT();
  const format = useFormat();
  const shown = troubles.filter(({ names }) => names.length > 0);
  return (
    <div aria-live="polite" className={classes.warnings}>
      {shown.map(({ kind, names }) => (
        <Notice
          key={kind}
          tone="warn"
          title={t(`scheme.${kind}`, {
            names: format.list(names.map((name) => `«${name}»`)),
            signs: names.join(' '),
          })}
        />
      ))}
    </div>
  );
}
