import { briefFields, isEmptyValue, valueAt, type Brief, type BriefField } from '@planerka/tasks/domain';
import { cx, useFormat } from '@planerka/platform/web';
import { lazy, Suspense, type ReactNode } from 'react';
import { useT } from '../locales';
import { useBriefWords } from './brief-words';
import classes from './BriefView.module.css';
import { FieldValue, type BriefFile } from './FieldValue';

const BriefAds = lazy(() => import('../ads').then((file) => ({ default: file.BriefAds })));

interface Told {
  readonly field: BriefField;
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** Everything that was asked for, in the order of the form; what was left open is left out. */
export function BriefView({ brief, files }: { brief: Brief; files: readonly BriefFile[] }) {
  const words = useBriefWords();
  const fileWords = useFileWords();
  const t = useT();
  const told = briefFields[brief.discipline]
    .filter((field) => isTold(field, valueAt(brief, field.path)))
    .map((field): Told => ({
      field,
      label:
        field.path === 'slides' && brief.discipline === 'design' && brief.isProofread ? (
          <>
            {words.label(field)} <span className={classes.ok}>· {t('brief.proofread')}</span>
          </>
        ) : field.path === 'fileFormats' ? (
          t('brief.files')
        ) : (
          words.label(field)
        ),
      value:
        field.path === 'fileFormats' && brief.discipline === 'design' ? (
          fileWords(brief)
        ) : field.kind === 'matrix' && brief.discipline === 'targeting' ? (
          <Suspense fallback={null}>
            <BriefAds brief={brief} />
          </Suspense>
        ) : (
          <FieldValue field={field} value={valueAt(brief, field.path)} brief={brief} files={files} />
        ),
    }));
  const wide = widths(told.map(({ field }) => isWide(field)));
  return (
    <dl className={classes.grid}>
      {told.map(({ field, label, value }, index) => (
        <div key={field.path} className={cx(classes.cell, wide[index] && classes.wide)}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** «PNG, JPG, до 2 МБ каждый · исходник Figma»: one thing to a reader, four fields to a writer. */
function useFileWords(): (brief: Extract<Brief, { discipline: 'design' }>) => string {
  const t = useT();
  const format = useFormat();
  const words = useBriefWords();
  return ({ fileFormats, maxFileBytes, resolution, isSourceWanted, sourceFormat }) => {
    const formats = fileFormats.map(words.option);
    const limits = [
      ...(maxFileBytes === null ? [] : [t('brief.each', { size: format.fileSize(maxFileBytes) })]),
      ...(resolution === null ? [] : [`${resolution} dpi`]),
    ];
    const source = isSourceWanted ? [t('brief.sourceWanted', { format: sourceFormat }).trim()] : [];
    return [[...formats, ...limits].join(', '), ...source].join(' · ');
  };
}

/** Told together with another field: the checklist beside the brief, the limits of a file with its format. */
const elsewhere: ReadonlySet<string> = new Set([
  'criteria',
  'maxFileBytes',
  'resolution',
  'isSourceWanted',
  'sourceFormat',
  'isProofread',
]);

const isTold = ({ path, kind }: BriefField, value: unknown): boolean =>
  !elsewhere.has(path) && !isEmptyValue(value) && !(kind === 'flag' && value === false);

const wideKinds: ReadonlySet<BriefField['kind']> = new Set(['segments', 'creatives', 'matrix', 'facts', 'stop_rules']);
const widePaths: ReadonlySet<string> = new Set(['goal', 'businessGoal', 'keyMessages', 'offer', 'structure']);

const isWide = ({ kind, path }: BriefField): boolean => wideKinds.has(kind) || widePaths.has(path);

/** Two columns without holes: a narrow cell that nothing stands beside takes the whole line. */
function widths(wanted: readonly boolean[]): readonly boolean[] {
  const wide = [...wanted];
  let isRight = false;
  wide.forEach((isWhole, index) => {
    if (isWhole) {
      isRight = false;
    } else if (isRight) {
      isRight = false;
    } else if (wide[index + 1] === false) {
      isRight = true;
    } else {
      wide[index] = true;
    }
  });
  return wide;
}
