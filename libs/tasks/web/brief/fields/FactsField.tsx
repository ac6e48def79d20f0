import { TextInput } from '@mantine/core';
import { useT } from '../../locales';
import classes from './fields.module.css';
import type { FieldProps } from './field-props';
import { ListField } from './ListField';

export function FactsField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<{ statement: string; source: string }> {...props} empty={() => ({ statement: '', source: '' })}>
      {(fact, change, index, errorOf) => (
        <>
          <TextInput
            className={classes.grow}
            aria-label={`${t('brief.statement')} ${index + 1}`}
            placeholder={t('brief.statement')}
            value={fact.statement}
            error={errorOf('statement')}
            onChange={(event) => change({ statement: event.currentTarget.value })}
          />
          <TextInput
            className={classes.grow}
            aria-label={`${t('brief.source')} ${index + 1}`}
            placeholder={t('brief.source')}
            value={fact.source}
            error={errorOf('source')}
            data-path={`${props.field.path}.${index}.source`}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}
