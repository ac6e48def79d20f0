import { Checkbox } from '@mantine/core';
import type { StopRule } from '@planerka/tasks/domain';
import classes from './Ads.module.css';
import { useT } from './locales';
import { useStopRuleWords } from './stop-rule-words';

/** As they are read in a brief. */
export function StopRules({ rules }: { rules: readonly StopRule[] }) {
  const sentence = useStopRuleWords();
  return (
    <ul className={classes.rules}>
      {rules.map((rule, index) => (
        <li key={index}>{sentence(rule)}</li>
      ))}
    </ul>
  );
}

/** As whoever set the campaign up ticks them off; what is ticked is said in words, and others may stand among them. */
export function StopRuleChecklist({
  rules,
  ticked,
  onChange,
}: {
  rules: readonly StopRule[];
  ticked: readonly string[];
  onChange: (ticked: readonly string[]) => void;
}) {
  const t = useT();
  const sentence = useStopRuleWords();
  const sentences = rules.map(sentence);
  const left = sentences.filter((text) => !ticked.includes(text)).length;
  return (
    <fieldset className={classes.checklist}>
      <legend className={classes.label}>{t('stop.checklist')}</legend>
      {sentences.map((text) => (
        <Checkbox
          key={text}
          label={text}
          checked={ticked.includes(text)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...ticked, text] : ticked.filter((one) => one !== text))
          }
        />
      ))}
      {left > 0 && <p className={classes.quiet}>{t('stop.left', { count: left })}</p>}
    </fieldset>
  );
}
