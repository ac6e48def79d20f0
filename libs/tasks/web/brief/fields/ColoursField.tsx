import { TextInput } from '@mantine/core';
import { useT } from '../../locales';
import classes from './fields.module.css';
import type { FieldProps } from './field-props';
import { ColorInput } from './LateFields';
import { ListField } from './ListField';

export function ColoursField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<{ name: string; hex: string }> {...props} empty={() => ({ name: '', hex: '#888888' })}>
      {(colour, change, index, errorOf) => (
        <>
          <ColorInput
            className={classes.small}
            aria-label={`${t('brief.colour')} ${index + 1}`}
            format="hex"
            value={colour.hex}
            error={errorOf('hex')}
            onChange={(hex) => change({ hex })}
          />
          <TextInput
            className={classes.grow}
            aria-label={`${t('brief.colourName')} ${index + 1}`}
            placeholder={t('brief.colourName')}
            value={colour.name}
            error={errorOf('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}
