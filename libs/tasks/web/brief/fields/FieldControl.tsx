import { Chip, Group, Input, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { Brief } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief-words';
import { useT } from '../../locales';
import { decimalOf } from '../brief-values';
import { listOf, textOf, type FieldProps } from './field-props';
import { ColoursField } from './ColoursField';
import { CreativesField } from './CreativesField';
import { FactsField } from './FactsField';
import { FilesField } from './FilesField';
import { DateInput } from './LateFields';
import { AdField, SlidesField } from './LateKinds';
import { LinesField } from './LinesField';
import { MatrixField } from './MatrixField';
import { pasteMarks } from './paste-marks';
import { PlacementsField } from './PlacementsField';
import { ReferencesField } from './ReferencesField';
import { SegmentsField } from './SegmentsField';
import { ThresholdsField } from './ThresholdsField';

/** Words rather than sentences: typed one after the other. */
const tagged: ReadonlySet<string> = new Set(['keywords', 'hashtags', 'stopWords', 'fonts', 'placements']);
const megabyte = 1024 * 1024;

/** One control per kind of the catalogue. */
export function FieldControl(
  props: FieldProps & { brief: Brief | null; setField: (path: string, value: unknown) => void },
) {
  const t = useT();
  const words = useBriefWords();
  const { field, label, hint, value, error, onChange } = props;
  const withAsterisk = field.need === 'required';
  const common = { label, description: hint, error, withAsterisk, 'data-path': field.path };
  switch (field.kind) {
    case 'line':
    case 'link':
      return (
        <TextInput
          {...common}
          {...(field.kind === 'link' ? { placeholder: 'https://', inputMode: 'url' as const } : {})}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={20}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
          onPaste={pasteMarks}
        />
      );
    case 'lines':
      return tagged.has(field.path) ? (
        <TagsInput
          {...common}
          splitChars={[',', ';']}
          acceptValueOnBlur
          value={[...listOf<string>(value)]}
          onChange={onChange}
        />
      ) : (
        <LinesField {...props} />
      );
    case 'count':
    case 'percent':
      return (
        <NumberInput
          {...common}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=" "
          {...(field.kind === 'percent' ? { max: 100 } : {})}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'bytes':
      return (
        <NumberInput
          {...common}
          hideControls
          allowNegative={false}
          decimalScale={1}
          decimalSeparator=","
          allowedDecimalSeparators={[',', '.']}
          suffix={` ${t('brief.megabytes')}`}
          max={500}
          value={typeof value === 'number' ? value / megabyte : ''}
          onChange={(next) => onChange(typeof next === 'number' && next > 0 ? Math.round(next * megabyte) : null)}
        />
      );
    case 'money':
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          rightSection="₽"
          value={textOf(value)}
          onChange={(event) => onChange(decimalOf(event.currentTarget.value) || null)}
        />
      );
    case 'day':
      return (
        <DateInput
          {...common}
          clearable
          clearButtonProps={{ 'aria-label': t('brief.remove') }}
          valueFormat="DD.MM.YYYY"
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'flag':
      return (
        <Switch
          label={label}
          description={hint}
          data-path={field.path}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          clearable
          data={field.options.map((option) => ({ value: option, label: words.option(option) }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <Input.Wrapper label={label} description={hint} error={error} withAsterisk={withAsterisk} labelElement="div">
          <Chip.Group multiple value={[...listOf<string>(value)]} onChange={onChange}>
            <Group gap="xs" data-path={field.path} tabIndex={-1} role="group" aria-label={label}>
              {field.options.map((option) => (
                <Chip key={option} value={option} size="xs" variant="filled">
                  {words.option(option)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      );
    case 'references':
      return <ReferencesField {...props} />;
    case 'facts':
      return <FactsField {...props} />;
    case 'placements':
      return <PlacementsField {...props} />;
    case 'slides':
      return <SlidesField {...props} />;
    case 'colours':
      return <ColoursField {...props} />;
    case 'segments':
      return <SegmentsField {...props} />;
    case 'creatives':
      return <CreativesField {...props} />;
    case 'matrix':
      return <MatrixField {...props} />;
    case 'thresholds':
      return <ThresholdsField {...props} />;
    case 'naming':
    case 'utm':
    case 'plan':
    case 'stop_rules':
      return <AdField {...props} />;
    case 'files':
      return <FilesField {...props} />;
  }
}
