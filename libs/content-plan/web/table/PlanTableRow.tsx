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
import { EditableCell } from './EditableCell';
import { RowChoice } from './RowChoice';
import type { EditableField } from './table-edit';
import type { TableEdit } from './use-table-edit';
import { useWhen, WhenCell } from './WhenCell';

export interface PlanTableRowProps {
  item: PlanItem;
  rowRef: RowPlace['ref'];
  index: RowPlace['index'];
  isSelected: boolean;
  withClient: boolean;
  onOpen: (id: string) => void;
  onMove?: ((item: PlanItem, to: Partial<Place>) => void) | undefined;
  withCampaign: boolean;
  edit?: TableEdit | undefined;
  /** Which of its cells is being edited. */
  editing?: EditableField | undefined;
  /** A refused cell for each line: its field, then why. */
  problems?: string | undefined;
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
  withCampaign,
  edit,
  editing,
  problems,
}: PlanTableRowProps) {
  const t = useT();
  const when = useWhen(item);
  const selection = useSelection();
  const isChosen = useIsChosen(item.id);
  const cell = (field: EditableField) => ({
    item,
    field,
    edit,
    isEditing: editing === field,
    problem: problems
      ?.split('\n')
      .find((line) => line.startsWith(`${field} `))
      ?.slice(field.length + 1),
  });
  return (
    <TableRow data-row={item.id} ref={rowRef} index={index} selected={isSelected || isChosen}>
      <Cell className={classes.when} {...(edit && { 'data-field': 'when', tabIndex: -1 })}>
        {selection && (
          <RowChoice
            isOn={isChosen}
            label={t('bulk.choose', { title: item.title })}
            onChange={(isRange) => (isRange ? selection.reachTo(item.id) : selection.toggle(item.id))}
          />
        )}
        {onMove && canMove(item) ? <WhenCell item={item} onMove={(to) => onMove(item, to)} /> : when}
      </Cell>
      <EditableCell {...cell('title')} strong>
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
      </EditableCell>
      {withClient && <Cell>{item.client.name}</Cell>}
      <EditableCell {...cell('channels')}>
        {item.channels.length > 0 && (
          <span className={classes.icons}>
            {item.channels.map((channel) => (
              <NetworkIcon key={channel.id} network={networkOf(channel.network)} />
            ))}
          </span>
        )}
      </EditableCell>
      <EditableCell {...cell('rubric')}>
        {item.rubric && (
          <span className={classes.rubric}>
            <RubricSwatch colour={item.rubric.colour} />
            {item.rubric.name}
          </span>
        )}
      </EditableCell>
      <EditableCell {...cell('format')}>{t(`format.${lower(item.format)}`)}</EditableCell>
      {withCampaign && <EditableCell {...cell('campaign')}>{item.campaign?.name}</EditableCell>}
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
