import { Button, Modal } from '@mantine/core';
import {
  Cell,
  Column,
  Notice,
  Row,
  Spacer,
  Stack,
  Table,
  TableRow,
  useFormat,
  usePlatformText,
} from '@planerka/platform/web';
import { useState } from 'react';
import { type Refused, useItemChanges } from '../bulk/use-item-changes';
import { useT } from '../locales';
import type { PlanItem } from '../plan/plan-item';
import type { CellField } from './cell-range';
import { changesIn, type PastedRow } from './paste';
import classes from './PastedCells.module.css';
import { copiedCells, pastedTable } from './table-text';
import { tableFile } from './use-cell-keys';
import type { PastedCells } from './use-paste';

export interface PastedCellsDialogProps {
  pasted: PastedCells;
  onClose: () => void;
  /** A block that has days and topics may be new publications, too. */
  onImport?: ((file: File) => void) | undefined;
}

const shownAtMost = 60;

/** What was pasted, cell by cell, before anything is changed: all of it goes in together, and comes out together. */
export function PastedCellsDialog({ pasted: { text, found }, onClose, onImport }: PastedCellsDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const [apply, isRunning] = useItemChanges();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  // What others change meanwhile the server says.
  const { rows, beyond } = found;
  const changes = changesIn(rows);
  const bad = rows.flatMap(({ cells }) => cells.filter(({ problem }) => problem !== undefined)).length;
  const table = beyond.rows > 0 && onImport ? pastedTable(text) : null;
  const submit = async () => {
    const said = await apply(changes, t('bulk.changed', { count: changes.length }));
    if (said === null) return;
    setRefused(said);
    if (said.length === 0) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('paste.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        {bad > 0 && (
          <Notice tone="danger" title={t('paste.bad', { count: bad })}>
            {t('paste.badText')}
          </Notice>
        )}
        {refused.length > 0 && (
          <Notice tone="danger" title={t('bulk.refused', { count: refused.length })}>
            <ul>
              {refused.map(({ itemId, title, reason }) => (
                <li key={itemId}>
                  <b>{title}</b>: {reason}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {(beyond.rows > 0 || beyond.columns > 0) && (
          <Notice tone="warn" title={t('paste.beyond')}>
            {[
              beyond.rows > 0 && t('paste.beyondRows', { count: beyond.rows }),
              beyond.columns > 0 && t('paste.beyondColumns', { count: beyond.columns }),
            ]
              .filter(Boolean)
              .join(' ')}
            {table !== null && (
              <Button size="xs" mt="xs" onClick={() => onImport?.(tableFile(table))}>
                {t('paste.asNew')}
              </Button>
            )}
          </Notice>
        )}
        {rows.length === 0 ? <p>{t('paste.nothing')}</p> : <Preview rows={rows} />}
        <Row>
          <Spacer />
          <Button variant="subtle" onClick={onClose}>
            {words('actions.cancel')}
          </Button>
          {bad > 0 && changes.length > 0 && (
            <Button loading={isRunning} onClick={() => void submit()}>
              {t('paste.without', { count: changes.length })}
            </Button>
          )}
          <Button
            variant="filled"
            data-autofocus
            disabled={bad > 0 || changes.length === 0}
            loading={isRunning}
            onClick={() => void submit()}
          >
            {t('paste.submit', { count: changes.length })}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}

function Preview({ rows }: { rows: readonly PastedRow[] }) {
  const t = useT();
  const lines = rows.flatMap(({ item, cells }) => cells.map((cell) => ({ item, cell })));
  // What is wrong is seen first.
  const shown = lines
    .toSorted((one, other) => Number(other.cell.problem !== undefined) - Number(one.cell.problem !== undefined))
    .slice(0, shownAtMost);
  return (
    <div className={classes.preview}>
      <Table label={t('paste.title')} stacks rows="dense">
        <thead>
          <tr>
            <Column>{t('paste.item')}</Column>
            <Column>{t('paste.column')}</Column>
            <Column>{t('paste.was')}</Column>
            <Column>{t('paste.becomes')}</Column>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ item, cell: { field, text, problem, note } }) => (
            <TableRow key={`${item.id}-${field}`}>
              <Cell strong>{item.title}</Cell>
              <Cell label={t('paste.column')}>{t(columnWord[field])}</Cell>
              <Cell label={t('paste.was')}>
                <Present item={item} field={field} />
              </Cell>
              <Cell label={t('paste.becomes')}>
                <span className={problem === undefined ? classes.fresh : classes.bad}>
                  {text.trim() === '' ? t('paste.emptied') : text}
                </span>
                {problem !== undefined && <span className={classes.problem}>{problem}</span>}
                {note !== undefined && <span className={classes.note}>{note}</span>}
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {lines.length > shown.length && (
        <p className={classes.more}>{t('paste.more', { count: lines.length - shown.length })}</p>
      )}
    </div>
  );
}

const columnWord = {
  when: 'table.date',
  title: 'table.title',
  channels: 'table.channels',
  rubric: 'table.rubric',
  format: 'table.format',
  campaign: 'table.campaign',
  copywriterId: 'table.copywriterId',
  designerId: 'table.designerId',
  targetologistId: 'table.targetologistId',
} as const satisfies Record<CellField, string>;

function Present({ item, field }: { item: PlanItem; field: CellField }) {
  const t = useT();
  const format = useFormat();
  if (field === 'when') return `${format.day(item.publishOn)}, ${item.publishTime}`;
  return copiedCells([item], [field], ({ format: name }) =>
    t(`format.${name.toLowerCase() as Lowercase<typeof name>}`),
  );
}
