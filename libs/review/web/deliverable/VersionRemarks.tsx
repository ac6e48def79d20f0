import { useT } from '../locales';
import { Findings } from './Findings';
import type { Version } from './version';
import classes from './VersionRemarks.module.css';

/** What its author says about a version, and what the check against the brief found in it. */
export function VersionRemarks({ version: { note, findings } }: { version: Version }) {
  const t = useT();
  if (note === '' && findings.length === 0) return null;
  return (
    <div className={classes.remarks}>
      {note !== '' && (
        <div>
          <h3 className={classes.caption}>{t('work.note')}</h3>
          <p className={classes.note}>{note}</p>
        </div>
      )}
      {findings.length > 0 && (
        <div>
          <h3 className={classes.caption}>{t('work.findings')}</h3>
          <Findings findings={findings} />
        </div>
      )}
    </div>
  );
}
