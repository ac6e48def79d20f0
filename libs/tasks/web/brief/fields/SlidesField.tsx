import { Textarea, TextInput } from '@mantine/core';
import { useT } from '../../locales';
import classes from './fields.module.css';
import type { FieldProps } from './field-props';
import { ListField } from './ListField';

export function SlidesField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<{ text: string; note: string }> {...props} look="cards" isOrdered empty={() => ({ text: '', note: '' })}>
      {(slide, change, index, errorOf) => (
        <>
          <Textarea
            className={classes.full}
            label={t('brief.slide', { number: index + 1 })}
            placeholder={t('brief.slideText')}
            autosize
            minRows={1}
            value={slide.text}
            error={errorOf('text')}
            data-path={`${props.field.path}.${index}.text`}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <TextInput
            className={classes.full}
            aria-label={`${t('brief.slideNote')}, ${index + 1}`}
            placeholder={t('brief.slideNote')}
            value={slide.note}
            error={errorOf('note')}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}
