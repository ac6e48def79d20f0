import { NumberInput, Select, TextInput } from '@mantine/core';
import { networkOf, useFormat, usePlatformText } from '@planerka/platform/web';
import { sizePresets, sizePresetsCheckedOn, type Placement } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief-words';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';
import { ListField } from './ListField';

/** A network's size by name, or one of one's own. */
export function PlacementsField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  const platform = usePlatformText();
  const format = useFormat();
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
        {(placement, change, index, errorOf) => (
          <>
            <TextInput
              className={classes.grow}
              aria-label={`${t('brief.name')} ${index + 1}`}
              placeholder={t('brief.name')}
              value={placement.name}
              error={errorOf('name')}
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
              error={errorOf('width')}
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
              error={errorOf('height')}
              onChange={(height) => typeof height === 'number' && change({ height, preset: null })}
            />
          </>
        )}
      </ListField>
      <Select
        size="xs"
        aria-label={t('brief.preset')}
        placeholder={t('brief.preset')}
        description={t('brief.sizesAsOf', { month: format.month(`${sizePresetsCheckedOn}-01`) })}
        searchable
        data={data}
        value={null}
        onChange={take}
      />
    </div>
  );
}
