import {
  AppLink,
  Cell,
  IconAlert,
  NetworkIcon,
  networkOf,
  type RowPlace,
  StateChip,
  StateIcon,
  TableRow,
  workState,
} from '@planerka/platform/web';
import { memo } from 'react';
import { useIsChosen, useSelection } from '../bulk/selection';
import { useT } from '../locales';
import type { Place } from '../plan/item-moves';
import { canMove, type PlanItem, shownState } from '../plan/plan-item';
import { RubricSwatch } from '../plan/RubricSwatch';
import classes from './PlanTable.module.css';
import { RowChoice } from './RowChoice';
import { useWhen, WhenCell } from './WhenCell';

export interface PlanTableRowProps {
  item: PlanItem;
  rowRef: RowPlace['ref'];
  index: RowPlace['index'];
  isSelected: boolean;
  withClient: boolean;
  onOpen: (id: string) => void;
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
}

/** One publication in a line. */
export const PlanTableRow = memo(function PlanTableRow({
  item,
  rowRef,
  index,
  isSelected,
  withClient,
  onOpen,
  onMove,
}: PlanTableRowProps) {
  const t = useT();
  const when = useWhen(item);
  const selection = useSelection();
  const isChosen = useIsChosen(item.id);
  return (
    <TableRow ref={rowRef} index={index} selected={isSelected || isChosen}>
      <Cell className={classes.when}>
        {selection && (
          <RowChoice
            isOn={isChosen}
            label={t('bulk.choose', { title: item.title })}
            onChange={(isRange) => (isRange ? selection.reachTo(item.id) : selection.toggle(item.id))}
          />
        )}
        {onMove && canMove(item) ? <WhenCell item={item} onMove={(to) => onMove(item, to)} /> : when}
      </Cell>
      <Cell strong>
        <span className={classes.title}>
          <button type="button" className={classes.open} onClick={() => onOpen(item.id)}>
            {item.title}
          </button>
          {item.risk && (
            <span className={item.risk.level === 'LATE' ? classes.late : classes.tight}>
              <IconAlert size={12} label={t('risk.label')} />
            </span>
          )}
        </span>
      </Cell>
      {withClient && <Cell>{item.client.name}</Cell>}
      <Cell>
        {item.channels.length > 0 && (
          <span className={classes.icons}>
            {item.channels.map((channel) => (
              <NetworkIcon key={channel.id} network={networkOf(channel.network)} />
            ))}
          </span>
        )}
      </Cell>
      <Cell>
        {item.rubric && (
          <span className={classes.rubric}>
            <RubricSwatch colour={item.rubric.colour} />
            {item.rubric.name}
          </span>
        )}
      </Cell>
      <Cell>{t(`format.${lower(item.format)}`)}</Cell>
      <Cell>
        {item.tasks.length > 0 && (
          <span className={classes.icons}>
            {item.tasks.map((task) => (
              <AppLink
                key={task.id}
                href={`/tasks/${task.id}`}
                title={[t(`discipline.${lower(task.discipline)}`), task.assigneeName].filter(Boolean).join(', ')}
              >
                <StateIcon state={workState(task.state)} />
              </AppLink>
            ))}
          </span>
        )}
      </Cell>
      <Cell>
        <StateChip state={shownState(item)} />
      </Cell>
    </TableRow>
  );
});

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
