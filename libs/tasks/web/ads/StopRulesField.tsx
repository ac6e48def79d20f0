import { NumberInput, Select, TextInput } from '@mantine/core';
import { isFloor, stopMetrics, type StopRule } from '@planerka/tasks/domain';
import { decimalOf } from '../brief/brief-values';
import { useBriefWords } from '../brief/brief-words';
import { type FieldProps } from '../brief/fields/field-props';
import fields from '../brief/fields/fields.module.css';
import { ListField } from '../brief/fields/ListField';
import classes from './Ads.module.css';
import { useT } from './locales';

const emptyRule: StopRule = { metric: 'cpl', value: null, afterSpend: null, note: '' };

/** When an advertisement is switched off without asking: a sentence of parts, or one's own words. */
export function StopRulesField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  return (
    <ListField<StopRule> {...props} look="cards" add={t('stop.add')} empty={() => emptyRule}>
      {(rule, change, index, errorOf) => {
        const at = (part: keyof StopRule) => ({
          error: errorOf(part),
          'data-path': `${props.field.path}.${index}.${part}`,
        });
        return (
          <>
            <Select
              className={classes.metric}
              label={t('stop.metric')}
              allowDeselect={false}
              data={[
                ...stopMetrics.map((metric) => ({ value: metric, label: words.option(metric) })),
                { value: 'own', label: t('stop.own') },
              ]}
              {...at('metric')}
              value={rule.metric ?? 'own'}
              onChange={(metric) => {
                const known = stopMetrics.find((one) => one === metric) ?? null;
                change(known ? { metric: known } : { metric: null, value: null, afterSpend: null });
              }}
            />
            {rule.metric !== null && (
              <>
                <NumberInput
                  className={fields.small}
                  label={t(isFloor(rule.metric) ? 'stop.below' : 'stop.above')}
                  hideControls
                  allowNegative={false}
                  max={999_999_999_999}
                  decimalScale={4}
                  decimalSeparator=","
                  allowedDecimalSeparators={[',', '.']}
                  {...at('value')}
                  value={rule.value === null ? '' : Number(rule.value)}
                  onChange={(next) => change({ value: next === '' ? null : String(next) })}
                />
                <TextInput
                  className={fields.small}
                  label={t('stop.after')}
                  placeholder={t('stop.afterHint')}
                  inputMode="decimal"
                  {...at('afterSpend')}
                  value={rule.afterSpend ?? ''}
                  onChange={(event) => change({ afterSpend: decimalOf(event.currentTarget.value) || null })}
                />
              </>
            )}
            <TextInput
              className={fields.grow}
              label={t(rule.metric === null ? 'stop.words' : 'stop.note')}
              placeholder={rule.metric === null ? '' : t('stop.noteHint')}
              {...at('note')}
              value={rule.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
          </>
        );
      }}
    </ListField>
  );
}
