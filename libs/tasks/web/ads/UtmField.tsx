import { Button } from '@mantine/core';
import {
  adRows,
  defaultUtmScheme,
  readUtm,
  utmNames,
  utmPlaceholders,
  utmProblems,
  utmSchemeOf,
  withTag,
  type TargetingBrief,
} from '@planerka/tasks/domain';
import { useState } from 'react';
import { textOf, type FieldProps } from '../brief/fields/field-props';
import classes from './Ads.module.css';
import { AdTable } from './AdTable';
import { useT } from './locales';
import { SchemeInput } from './SchemeInput';
import { SchemeWarnings } from './SchemeWarnings';
import { useAdSurroundings } from './surroundings';

/** Tags of the landing page's address, one by one, and the links that come of them. */
export function UtmField({ field, label, value, error, onChange, brief }: FieldProps & { brief: TargetingBrief }) {
  const t = useT();
  const around = useAdSurroundings();
  const template = textOf(value);
  const own = around.schemes.utm;
  const tags = readUtm(template);
  const inherited = readUtm(own);
  const [added, setAdded] = useState<readonly string[]>([]);
  const others = tags.map(({ name }) => name).filter((name) => !utmNames.some((known) => known === name));
  const rows = adRows(brief, around);
  const used = utmSchemeOf(brief, around.schemes);
  const problems = utmProblems(used);
  const namesOf = (code: string): readonly string[] => problems.find((problem) => problem.code === code)?.names ?? [];
  return (
    <div className={classes.part} role="group" aria-label={label}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        {used === '' && (
          <Button size="xs" variant="subtle" onClick={() => onChange(defaultUtmScheme)}>
            {t('scheme.usual')}
          </Button>
        )}
      </div>
      {own !== '' && <p className={classes.quiet}>{t('scheme.asClient', { scheme: own })}</p>}
      {[...utmNames, ...new Set([...others, ...added])].map((name, index) => (
        <SchemeInput
          key={name}
          label={name}
          isOneOfMany
          error={index === 0 ? error : undefined}
          {...(index === 0 ? { 'data-path': field.path } : {})}
          placeholder={template === '' ? (inherited.find((tag) => tag.name === name)?.scheme ?? '') : ''}
          value={tags.find((tag) => tag.name === name)?.scheme ?? ''}
          onChange={(scheme) => {
            // An own tag stays in sight while its value is written anew.
            if (others.includes(name)) setAdded((before) => [...before, name]);
            onChange(withTag(template === '' ? own : template, name, scheme.replaceAll('&', '')));
          }}
          placeholders={utmPlaceholders}
          nameOf={(placeholder) => t(`placeholder.${placeholder}`)}
        />
      ))}
      {used === '' && <p className={classes.quiet}>{t('scheme.none')}</p>}
      <SchemeWarnings
        troubles={[
          { kind: 'unknown', names: namesOf('utm_unknown_placeholder') },
          { kind: 'malformed', names: namesOf('utm_name_malformed') },
          { kind: 'repeatsTag', names: namesOf('utm_repeats') },
          { kind: 'dropped', names: [...new Set(rows.flatMap(({ dropped }) => dropped))] },
        ]}
      />
      {rows.length > 0 && <AdTable rows={rows} />}
    </div>
  );
}
