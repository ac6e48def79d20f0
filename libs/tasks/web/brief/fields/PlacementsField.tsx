import { MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { networkOf, useFormat, usePlatformText } from '@planerka/platform/web';
import {
  sizePresets,
  sizePresetsCheckedOn,
  sizeSources,
  withPresets,
  type Placement,
  type SizePreset,
} from '@planerka/tasks/domain';
import { useBriefWords } from '../brief-words';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';
import { ListField } from './ListField';

/** Networks' sizes by name, as many as are wanted, and sizes of one's own. */
export function PlacementsField(props: FieldProps) {
  const t = useT();
  const words = useBriefWords();
  const platform = usePlatformText();
  const format = useFormat();
  const rows = listOf<Placement>(props.value);
  const networkName = (network: string): string => platform(`network.${networkOf(network)}`);
  const nameOf = ({ network, kind }: SizePreset): string =>
    network === 'any' ? words.option(kind) : `${networkName(network)} ${words.option(kind)}`;
  const networks = [...new Set(sizePresets.map(({ network }) => network))];
  const data = networks.map((network) => ({
    group: network === 'any' ? t('option.any') : networkName(network),
    items: sizePresets
      .filter((preset) => preset.network === network)
      .map((preset) => ({ value: preset.key, label: `${nameOf(preset)} · ${preset.width}×${preset.height}` })),
  }));
  const chosen = rows.flatMap(({ preset }) => (preset === null ? [] : [preset]));
  const sources = [
    ...new Set(sizePresets.filter(({ key }) => chosen.includes(key)).map(({ network }) => network)),
  ].flatMap((network) => (sizeSources[network] ? [{ network, url: sizeSources[network] }] : []));
  return (
    <div className={classes.stack}>
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
      <MultiSelect
        size="xs"
        label={t('brief.preset')}
        placeholder={chosen.length === 0 ? t('brief.presetHint') : ''}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('brief.remove') }}
        data={data}
        value={chosen}
        onChange={(keys) => props.onChange(withPresets(rows, keys, nameOf))}
      />
      <p className={classes.quiet}>
        {t('brief.sizesAsOf', { month: format.month(`${sizePresetsCheckedOn}-01`) })}
        {sources.map(({ network, url }) => (
          <span key={network}>
            {' · '}
            <a href={url} target="_blank" rel="noreferrer">
              {t('brief.sizeSource', { network: networkName(network) })}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}
