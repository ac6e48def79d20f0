import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
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
  const line = (
    name: 'name' | 'geo' | 'lookalikeSource',
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
  /** A list of words grows long: it is seen whole. */
  const long = (
    name: 'interests' | 'exclusions',
    segment: Segment,
    change: (part: Partial<Segment>) => void,
    error: string | undefined,
  ) => (
    <Textarea
      key={name}
      className={classes.full}
      label={t(`brief.${name}`)}
      autosize
      minRows={1}
      value={segment[name]}
      error={error}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <ListField<Segment> {...props} look="cards" empty={emptySegment}>
      {(segment, change, index, errorOf) => (
        <>
          {line('name', segment, change, index, errorOf('name'))}
          {line('geo', segment, change, index, errorOf('geo'))}
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
          {line('lookalikeSource', segment, change, index, errorOf('lookalikeSource'))}
          {long('interests', segment, change, errorOf('interests'))}
          {long('exclusions', segment, change, errorOf('exclusions'))}
        </>
      )}
    </ListField>
  );
}
