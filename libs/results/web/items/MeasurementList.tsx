import { ActionIcon } from '@mantine/core';
import { growthOf } from '@planerka/results/domain';
import {
  Cell,
  Column,
  IconPen,
  IconTrash,
  Table,
  TableRow,
  useCommand,
  useFormat,
  useUndoable,
} from '@planerka/platform/web';
import { shownCounts, useCountName, useGrowth } from './count-words';
import {
  RemoveItemMeasurementMutation,
  SaveItemMeasurementMutation,
  type ChannelResults,
  type MeasuredItem,
  type Measurement,
} from './item-results.documents';
import classes from './ItemResults.module.css';
import { useT } from './locales';
import { inputOf } from './measurement-values';

export interface MeasurementListProps {
  item: MeasuredItem;
  channel: ChannelResults;
  onChange: (day: string) => void;
}

/** Every look at one channel, the latest first, with what came since the one before. */
export function MeasurementList({ item, channel, onChange }: MeasurementListProps) {
  const t = useT();
  const format = useFormat();
  const nameOf = useCountName();
  const growthText = useGrowth();
  const undoable = useUndoable();
  const [remove] = useCommand(RemoveItemMeasurementMutation);
  const [save] = useCommand(SaveItemMeasurementMutation);
  const { measurements, channelId } = channel;
  const known = item.channels.find(({ id }) => id === channelId) ?? null;
  const counts = shownCounts(known, ...measurements);
  const hasSpend = measurements.some(({ spend }) => spend !== null);
  const canEnter = item.results.viewerCanEnter;

  const takeOut = async (measurement: Measurement) => {
    const { day, version } = measurement;
    const outcome = await remove({ input: { itemId: item.id, channelId, day, expectedVersion: version } });
    if (outcome.status !== 'success') return;
    undoable({
      of: `${item.id} ${channelId} ${day}`,
      message: t('removed', { day: format.dayLong(day) }),
      undo: async () => {
        await save({ input: { ...inputOf(item.id, channelId, measurement), expectedVersion: 0 } });
      },
    });
  };

  return (
    <details className={classes.details}>
      <summary>{t('measurements', { count: measurements.length })}</summary>
      <Table label={t('measurements', { count: measurements.length })} rows="dense" stacks>
        <thead>
          <tr>
            <Column>{t('day')}</Column>
            {counts.map((count) => (
              <Column key={count} numeric>
                {nameOf(count, known)}
              </Column>
            ))}
            {hasSpend && <Column numeric>{t('count.spend')}</Column>}
            <Column>{t('by')}</Column>
            {canEnter && <Column hidden>{t('actions')}</Column>}
          </tr>
        </thead>
        <tbody>
          {measurements.map((measurement, index) => {
            const before = measurements[index + 1];
            const growth = before && growthOf(before, measurement);
            const words = { day: format.day(measurement.day), channel: known?.title ?? '' };
            return (
              <TableRow key={measurement.day}>
                <Cell strong className={classes.day}>
                  {words.day}
                </Cell>
                {counts.map((count) => (
                  <Cell key={count} numeric label={nameOf(count, known)}>
                    {measurement[count] === null ? '—' : format.number(measurement[count])}
                    {growth?.[count] ? <small className={classes.growth}>{growthText(growth[count])}</small> : null}
                  </Cell>
                ))}
                {hasSpend && (
                  <Cell numeric label={t('count.spend')}>
                    {measurement.spend ? format.money(measurement.spend) : '—'}
                  </Cell>
                )}
                <Cell label={t('by')}>
                  {measurement.isImported
                    ? t('imported', { name: measurement.enteredByName })
                    : measurement.enteredByName}
                </Cell>
                {canEnter && (
                  <Cell className={classes.actions}>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('change', words)}
                      onClick={() => onChange(measurement.day)}
                    >
                      <IconPen size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('remove', words)}
                      onClick={() => void takeOut(measurement)}
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  </Cell>
                )}
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </details>
  );
}
