import { NumberInput, Select, TextInput } from '@mantine/core';
import { sexes, type Segment } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief-words';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { newKey, type FieldProps } from './field-props';
import { ListField } from './ListField';

const emptySegment = (): Segment => ({
  key: newKey(),
  name: '',
  geo: '',
  ageFrom: null,
  ageTo: null,
  sex: 'any',
  interests: '',
  exclusions: '',
  lookalikeSource: '',
});

export function SegmentsField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  const text = (
    name: 'name' | 'geo' | 'interests' | 'exclusions' | 'lookalikeSource',
    segment: Segment,
    change: (part: Partial<Segment>) => void,
    index: number,
    error: string | undefined,
  ) => (
    <TextInput
      key={name}
      className={classes.grow}
      label={t(`brief.${name}`)}
      value={segment[name]}
      error={error}
      data-path={`${props.field.path}.${index}.${name}`}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <ListField<Segment> {...props} look="cards" empty={emptySegment}>
      {(segment, change, index, errorOf) => (
        <>
          {text('name', segment, change, index, errorOf('name'))}
          {text('geo', segment, change, index, errorOf('geo'))}
          <NumberInput
            className={classes.small}
            label={t('brief.ageFrom')}
            hideControls
            min={0}
            max={120}
            allowDecimal={false}
            value={segment.ageFrom ?? ''}
            error={errorOf('ageFrom')}
            onChange={(age) => change({ ageFrom: typeof age === 'number' ? age : null })}
          />
          <NumberInput
            className={classes.small}
            label={t('brief.ageTo')}
            hideControls
            min={0}
            max={120}
            allowDecimal={false}
            value={segment.ageTo ?? ''}
            error={errorOf('ageTo')}
            data-path={`${props.field.path}.${index}.ageTo`}
            onChange={(age) => change({ ageTo: typeof age === 'number' ? age : null })}
          />
          <Select
            className={classes.small}
            label={t('brief.sex')}
            allowDeselect={false}
            data={sexes.map((sex) => ({ value: sex, label: words.option(sex) }))}
            value={segment.sex}
            onChange={(sex) => change({ sex: sexes.find((one) => one === sex) ?? 'any' })}
          />
          {text('interests', segment, change, index, errorOf('interests'))}
          {text('exclusions', segment, change, index, errorOf('exclusions'))}
          {text('lookalikeSource', segment, change, index, errorOf('lookalikeSource'))}
        </>
      )}
    </ListField>
  );
}
