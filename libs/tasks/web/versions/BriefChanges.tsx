import { DiffText } from '@planerka/platform/web';
import { briefDiff, isEmptyValue, type Brief, type BriefChange } from '@planerka/tasks/domain';
import { useStopRuleWords } from '../ads/stop-rule-words';
import { useBriefWords } from '../brief/brief-words';
import { FieldValue, type BriefFile } from '../brief/FieldValue';
import { useT } from './locales';
import { valueText } from './value-text';
import classes from './Versions.module.css';

/** Field by field in the order of the form: texts and lists by their words, everything else before and after. */
export function BriefChanges({
  before,
  after,
  files = [],
}: {
  before: Brief;
  after: Brief;
  files?: readonly BriefFile[];
}) {
  const t = useT();
  const words = useBriefWords();
  const changes = briefDiff(before, after);
  if (changes.length === 0) return <p className={classes.quiet}>{t('noChanges')}</p>;
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.field.path}>
          <dt>{words.label(change.field)}</dt>
          <dd>
            <Change change={change} before={before} after={after} files={files} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({
  change: { field, before: was, after: is },
  before,
  after,
  files,
}: {
  change: BriefChange;
  before: Brief;
  after: Brief;
  files: readonly BriefFile[];
}) {
  const t = useT();
  const sentence = useStopRuleWords();
  const text = valueText(field, was, sentence);
  if (text !== null) return <DiffText before={text} after={valueText(field, is, sentence) ?? ''} />;
  const side = (value: unknown, brief: Brief) =>
    isEmptyValue(value) ? (
      <span className={classes.quiet}>{t('nothing')}</span>
    ) : (
      <FieldValue field={field} value={value} brief={brief} files={files} />
    );
  return (
    <div className={classes.pair}>
      <div className={classes.was}>
        <span className={classes.side}>{t('before')}</span>
        {side(was, before)}
      </div>
      <div className={classes.is}>
        <span className={classes.side}>{t('after')}</span>
        {side(is, after)}
      </div>
    </div>
  );
}
