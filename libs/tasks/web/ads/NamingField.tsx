import {
  adPlaceholders,
  adRows,
  defaultNamingScheme,
  namingSchemeOf,
  repeatedNames,
  unknownInNaming,
  type TargetingBrief,
} from '@planerka/tasks/domain';
import { textOf, type FieldProps } from '../brief/fields/field-props';
import classes from './Ads.module.css';
import { useT } from './locales';
import { SchemeInput } from './SchemeInput';
import { SchemeWarnings } from './SchemeWarnings';
import { useAdSurroundings } from './surroundings';

const shownNames = 4;

/** How the advertisements are called: a scheme, and the names that come of it. */
export function NamingField({ field, label, value, error, onChange, brief }: FieldProps & { brief: TargetingBrief }) {
  const t = useT();
  const around = useAdSurroundings();
  const rows = adRows(brief, around);
  const own = around.schemes.naming;
  const names = [...new Set(rows.map(({ name }) => name))];
  return (
    <div className={classes.part}>
      <SchemeInput
        label={label}
        description={own ? t('scheme.asClient', { scheme: own }) : t('scheme.asUsual', { scheme: defaultNamingScheme })}
        placeholder={own || defaultNamingScheme}
        error={error}
        data-path={field.path}
        value={textOf(value)}
        onChange={onChange}
        placeholders={adPlaceholders}
        nameOf={(name) => t(`placeholder.${name}`)}
      />
      {rows.length === 0 ? (
        <p className={classes.quiet}>{t('names.empty')}</p>
      ) : (
        <div className={classes.names}>
          <p className={classes.quiet}>{t('names.first')}</p>
          <ul>
            {names.slice(0, shownNames).map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
          {names.length > shownNames && (
            <p className={classes.quiet}>{t('names.more', { count: names.length - shownNames })}</p>
          )}
        </div>
      )}
      <SchemeWarnings
        troubles={[
          { kind: 'unknown', names: unknownInNaming(namingSchemeOf(brief, around.schemes)) },
          { kind: 'repeated', names: repeatedNames(rows).slice(0, 3) },
        ]}
      />
    </div>
  );
}
