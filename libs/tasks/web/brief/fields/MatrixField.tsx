import { Checkbox, Input } from '@mantine/core';
import type { Brief } from '@planerka/tasks/domain';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';

interface Cross {
  readonly creative: string;
  readonly segment: string;
}

/** Creatives down, segments across; a cross is an ad. */
export function MatrixField({ field, label, value, error, onChange, brief }: FieldProps & { brief: Brief | null }) {
  const t = useT();
  if (brief?.discipline !== 'targeting') return null;
  const { creatives, segments } = brief;
  const crosses = listOf<Cross>(value);
  const has = (creative: string, segment: string): boolean =>
    crosses.some((cross) => cross.creative === creative && cross.segment === segment);
  // What points at a row that is gone is dropped with the next tick.
  const known = crosses.filter(
    (cross) => creatives.some(({ key }) => key === cross.creative) && segments.some(({ key }) => key === cross.segment),
  );
  const toggle = (creative: string, segment: string): void =>
    onChange(
      has(creative, segment)
        ? known.filter((cross) => cross.creative !== creative || cross.segment !== segment)
        : [...known, { creative, segment }],
    );
  return (
    <Input.Wrapper label={label} description={t('brief.matrixHint')} error={error} labelElement="div">
      {creatives.length === 0 || segments.length === 0 ? (
        <p className={classes.quiet} data-path={field.path} tabIndex={-1}>
          {t('brief.matrixEmpty')}
        </p>
      ) : (
        <div className={classes.matrix} data-path={field.path} tabIndex={-1}>
          <table>
            <thead>
              <tr>
                <th />
                {segments.map(({ key, name }) => (
                  <th key={key} scope="col">
                    {name || t('brief.unnamed')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {creatives.map((creative) => (
                <tr key={creative.key}>
                  <th scope="row">{creative.name || t('brief.unnamed')}</th>
                  {segments.map((segment) => (
                    <td key={segment.key}>
                      <Checkbox
                        aria-label={`${creative.name || t('brief.unnamed')} × ${segment.name || t('brief.unnamed')}`}
                        checked={has(creative.key, segment.key)}
                        onChange={() => toggle(creative.key, segment.key)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Input.Wrapper>
  );
}
