import { NumberInput, Select } from '@mantine/core';
import { thresholdMetrics } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief-words';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';
import { ListField } from './ListField';

interface Threshold {
  readonly metric: string;
  readonly value: string;
}

export function ThresholdsField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  const rows = listOf<Threshold>(props.value);
  const taken = new Set(rows.map(({ metric }) => metric));
  const free = thresholdMetrics.find((metric) => !taken.has(metric)) ?? thresholdMetrics[0];
  return (
    <ListField<Threshold> {...props} empty={() => ({ metric: free, value: '0' })}>
      {(threshold, change, index, errorOf) => (
        <>
          <Select
            className={classes.small}
            aria-label={`${props.label} ${index + 1}`}
            allowDeselect={false}
            data={thresholdMetrics
              .filter((metric) => metric === threshold.metric || !taken.has(metric))
              .map((metric) => ({ value: metric, label: words.option(metric) }))}
            value={threshold.metric}
            onChange={(metric) => metric && change({ metric })}
          />
          <NumberInput
            className={classes.small}
            aria-label={`${t('brief.threshold')} ${index + 1}`}
            hideControls
            allowNegative={false}
            max={999_999_999_999}
            decimalScale={4}
            decimalSeparator=","
            allowedDecimalSeparators={[',', '.']}
            value={Number(threshold.value)}
            error={errorOf('value')}
            onChange={(next) => change({ value: String(next === '' ? 0 : next) })}
          />
        </>
      )}
    </ListField>
  );
}
