import { briefFields, isEmptyValue, valueAt, type Brief, type BriefField } from '@planerka/tasks/domain';
import { cx } from '@planerka/platform/web';
import { useBriefWords } from './brief-words';
import classes from './BriefView.module.css';
import { FieldValue, type BriefFile } from './FieldValue';

/** Everything that was asked for, in the order of the form; what was left open is left out. */
export function BriefView({ brief, files }: { brief: Brief; files: readonly BriefFile[] }) {
  const words = useBriefWords();
  const told = briefFields[brief.discipline].filter((field) => isTold(field, valueAt(brief, field.path)));
  return (
    <dl className={classes.grid}>
      {told.map((field) => (
        <div key={field.path} className={cx(classes.cell, isWide(field) && classes.wide)}>
          <dt>{words.field(field.path)}</dt>
          <dd>
            <FieldValue field={field} value={valueAt(brief, field.path)} brief={brief} files={files} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The checklist stands beside; «no» is no news. */
const isTold = ({ path, kind }: BriefField, value: unknown): boolean =>
  path !== 'criteria' && !isEmptyValue(value) && !(kind === 'flag' && value === false);

const wideKinds: ReadonlySet<BriefField['kind']> = new Set(['segments', 'creatives', 'matrix', 'facts']);
const widePaths: ReadonlySet<string> = new Set(['goal', 'businessGoal', 'keyMessages', 'offer', 'structure']);

const isWide = ({ kind, path }: BriefField): boolean => wideKinds.has(kind) || widePaths.has(path);
