import { Checkbox, ColorInput, Input, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { networkOf, Segmented, usePlatformText } from '@planerka/platform/web';
import {
  sexes,
  sizePresets,
  sizePresetsCheckedOn,
  thresholdMetrics,
  type Brief,
  type Placement,
  type Reference,
  type Segment,
} from '@planerka/tasks/domain';
import { useBriefWords } from '../brief-words';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { useBriefFiles } from '../brief-files';
import { AttachButton } from './FilesField';
import { listOf, newKey, type FieldProps } from './field-props';
import { ListField } from './ListField';

export function ReferencesField(props: FieldProps) {
  const t = useT();
  const { fileOf } = useBriefFiles();
  const rows = listOf<Reference>(props.value);
  return (
    <div>
      <ListField<Reference> {...props} empty={() => ({ url: '', fileId: null, note: '', verdict: 'like' })}>
        {(reference, change, index) => (
          <>
            {reference.fileId === null ? (
              <TextInput
                className={classes.grow}
                aria-label={`${t('brief.url')} ${index + 1}`}
                placeholder="https://"
                value={reference.url}
                data-path={`${props.field.path}.${index}.url`}
                onChange={(event) => change({ url: event.currentTarget.value })}
              />
            ) : (
              <a className={classes.grow} href={fileOf(reference.fileId)?.url} target="_blank" rel="noreferrer">
                {fileOf(reference.fileId)?.name ?? t('brief.file')}
              </a>
            )}
            <TextInput
              className={classes.grow}
              aria-label={`${t('brief.note')} ${index + 1}`}
              placeholder={t('brief.note')}
              maxLength={500}
              value={reference.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
            <Segmented
              label={t('brief.note')}
              value={reference.verdict ?? 'neutral'}
              onChange={(verdict) => change({ verdict: verdict === 'neutral' ? null : verdict })}
              segments={[
                { value: 'like', label: t('brief.like') },
                { value: 'neutral', label: '—' },
                { value: 'dislike', label: t('brief.dislike') },
              ]}
            />
          </>
        )}
      </ListField>
      <AttachButton
        onAttached={(ids) =>
          props.onChange([...rows, ...ids.map((fileId): Reference => ({ url: '', fileId, note: '', verdict: 'like' }))])
        }
      />
    </div>
  );
}

export function FactsField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<{ statement: string; source: string }> {...props} empty={() => ({ statement: '', source: '' })}>
      {(fact, change, index) => (
        <>
          <TextInput
            className={classes.grow}
            aria-label={`${t('brief.statement')} ${index + 1}`}
            placeholder={t('brief.statement')}
            maxLength={500}
            value={fact.statement}
            onChange={(event) => change({ statement: event.currentTarget.value })}
          />
          <TextInput
            className={classes.grow}
            aria-label={`${t('brief.source')} ${index + 1}`}
            placeholder={t('brief.source')}
            maxLength={500}
            value={fact.source}
            data-path={`${props.field.path}.${index}.source`}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}

/** A network's size by name, or one of one's own. */
export function PlacementsField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  const platform = usePlatformText();
  const rows = listOf<Placement>(props.value);
  const nameOf = (key: string): string => {
    const preset = sizePresets.find((one) => one.key === key);
    if (!preset) return key;
    const network = preset.network === 'any' ? '' : `${platform(`network.${networkOf(preset.network)}`)}, `;
    return `${network}${words.option(preset.kind)} · ${preset.width}×${preset.height}`;
  };
  const networks = [...new Set(sizePresets.map(({ network }) => network))];
  const data = networks.map((network) => ({
    group: network === 'any' ? t('option.any') : platform(`network.${networkOf(network)}`),
    items: sizePresets
      .filter((preset) => preset.network === network)
      .map(({ key }) => ({ value: key, label: nameOf(key) })),
  }));
  const take = (key: string | null): void => {
    const preset = sizePresets.find((one) => one.key === key);
    if (!preset) return;
    const network = preset.network === 'any' ? '' : `${platform(`network.${networkOf(preset.network)}`)} `;
    const { width, height } = preset;
    props.onChange([...rows, { preset: preset.key, name: `${network}${words.option(preset.kind)}`, width, height }]);
  };
  return (
    <div>
      <ListField<Placement>
        {...props}
        add={t('brief.ownSize')}
        empty={() => ({ preset: null, name: '', width: 1080, height: 1080 })}
      >
        {(placement, change, index) => (
          <>
            <TextInput
              className={classes.grow}
              aria-label={`${t('brief.name')} ${index + 1}`}
              placeholder={t('brief.name')}
              maxLength={500}
              value={placement.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <NumberInput
              className={classes.small}
              aria-label={`${t('brief.width')} ${index + 1}`}
              hideControls
              min={16}
              max={16_384}
              allowDecimal={false}
              value={placement.width}
              onChange={(width) => typeof width === 'number' && change({ width, preset: null })}
            />
            <NumberInput
              className={classes.small}
              aria-label={`${t('brief.height')} ${index + 1}`}
              hideControls
              min={16}
              max={16_384}
              allowDecimal={false}
              value={placement.height}
              onChange={(height) => typeof height === 'number' && change({ height, preset: null })}
            />
          </>
        )}
      </ListField>
      <Select
        size="xs"
        aria-label={t('brief.preset')}
        placeholder={t('brief.preset')}
        description={t('brief.sizesAsOf', { month: sizePresetsCheckedOn })}
        searchable
        data={data}
        value={null}
        onChange={take}
      />
    </div>
  );
}

export function SlidesField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<{ text: string; note: string }> {...props} look="cards" empty={() => ({ text: '', note: '' })}>
      {(slide, change, index) => (
        <>
          <Textarea
            className={classes.full}
            label={t('brief.slide', { number: index + 1 })}
            placeholder={t('brief.slideText')}
            autosize
            minRows={1}
            value={slide.text}
            data-path={`${props.field.path}.${index}.text`}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <TextInput
            className={classes.full}
            aria-label={`${t('brief.slideNote')}, ${index + 1}`}
            placeholder={t('brief.slideNote')}
            value={slide.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}

export function ColoursField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<{ name: string; hex: string }> {...props} empty={() => ({ name: '', hex: '#888888' })}>
      {(colour, change, index) => (
        <>
          <ColorInput
            className={classes.small}
            aria-label={`${t('brief.colour')} ${index + 1}`}
            format="hex"
            value={colour.hex}
            onChange={(hex) => change({ hex })}
          />
          <TextInput
            className={classes.grow}
            aria-label={`${t('brief.colourName')} ${index + 1}`}
            placeholder={t('brief.colourName')}
            value={colour.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}

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
  ) => (
    <TextInput
      key={name}
      className={classes.grow}
      label={t(`brief.${name}`)}
      value={segment[name]}
      data-path={`${props.field.path}.${index}.${name}`}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <ListField<Segment> {...props} look="cards" empty={emptySegment}>
      {(segment, change, index) => (
        <>
          {text('name', segment, change, index)}
          {text('geo', segment, change, index)}
          <NumberInput
            className={classes.small}
            label={t('brief.ageFrom')}
            hideControls
            min={0}
            max={120}
            value={segment.ageFrom ?? ''}
            onChange={(age) => change({ ageFrom: typeof age === 'number' ? age : null })}
          />
          <NumberInput
            className={classes.small}
            label={t('brief.ageTo')}
            hideControls
            min={0}
            max={120}
            value={segment.ageTo ?? ''}
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
          {text('interests', segment, change, index)}
          {text('exclusions', segment, change, index)}
          {text('lookalikeSource', segment, change, index)}
        </>
      )}
    </ListField>
  );
}

interface Creative {
  readonly key: string;
  readonly name: string;
  readonly fileId: string | null;
  readonly text: string;
}

export function CreativesField(props: FieldProps) {
  const t = useT();
  return (
    <ListField<Creative> {...props} look="cards" empty={() => ({ key: newKey(), name: '', fileId: null, text: '' })}>
      {(creative, change) => (
        <>
          <TextInput
            className={classes.full}
            label={t('brief.name')}
            value={creative.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Textarea
            className={classes.full}
            label={t('brief.creativeText')}
            autosize
            minRows={1}
            value={creative.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        </>
      )}
    </ListField>
  );
}

interface Cross {
  readonly creative: string;
  readonly segment: string;
}

/** Creatives down, segments across; a cross is an ad. */
export function MatrixField({ field, label, value, error, onChange, brief }: FieldProps & { brief: Brief }) {
  const t = useT();
  if (brief.discipline !== 'targeting') return null;
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
                        aria-label={`${creative.name} × ${segment.name}`}
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

interface Threshold {
  readonly metric: string;
  readonly value: string;
}

export function ThresholdsField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  const rows = listOf<Threshold>(props.value);
  const free = thresholdMetrics.find((metric) => rows.every((row) => row.metric !== metric)) ?? thresholdMetrics[0];
  return (
    <ListField<Threshold> {...props} empty={() => ({ metric: free, value: '0' })}>
      {(threshold, change, index) => (
        <>
          <Select
            className={classes.small}
            aria-label={`${props.label} ${index + 1}`}
            allowDeselect={false}
            data={thresholdMetrics.map((metric) => ({ value: metric, label: words.option(metric) }))}
            value={threshold.metric}
            onChange={(metric) => metric && change({ metric })}
          />
          <NumberInput
            className={classes.small}
            aria-label={`${t('brief.threshold')} ${index + 1}`}
            hideControls
            min={0}
            decimalScale={4}
            decimalSeparator=","
            allowedDecimalSeparators={[',', '.']}
            value={Number(threshold.value)}
            onChange={(next) => change({ value: String(next === '' ? 0 : next) })}
          />
        </>
      )}
    </ListField>
  );
}
