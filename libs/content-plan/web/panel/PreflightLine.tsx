import { AppLink, CheckMark } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './PreflightLine.module.css';

/** How the publication stands before it goes out, and the way to its page. */
export function PreflightLine({ id, severities }: { id: string; severities: readonly string[] }) {
  const t = useT();
  const blocks = severities.filter((severity) => severity === 'BLOCKS').length;
  const others = severities.length - blocks;
  return (
    <p className={classes.line}>
      <CheckMark state={blocks > 0 ? 'danger' : others > 0 ? 'warn' : 'ok'} />
      <span>
        {blocks > 0
          ? t('preflight.blocks', { count: blocks })
          : others > 0
            ? t('preflight.remarks', { count: others })
            : t('preflight.fine')}
      </span>
      <AppLink href={`/plan/items/${id}`}>{t('preflight.open')}</AppLink>
    </p>
  );
}
