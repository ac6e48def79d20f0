import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { isNetwork } from '@planerka/clients/domain';
import { channelLabel } from '@planerka/content-plan/domain';
import { ImportSource, issueText } from '@planerka/content-plan/web/import';
import { Temporal } from '@planerka/platform/domain';
import {
  Cell,
  Column,
  Notice,
  Row,
  SkeletonTable,
  Spacer,
  Stack,
  Table,
  TableRow,
  useFormat,
  usePlatformText,
} from '@planerka/platform/web';
import { measurementColumns, type MeasurementPreview, type MeasurementPreviewRow } from '@planerka/results/domain';
import { useState } from 'react';
import { useT as useItemText } from '../items/locales';
import { useT } from './locales';
import classes from './MeasurementImport.module.css';
import { useMeasurementImport } from './use-measurement-import';

export interface ImportChannel {
  readonly id: string;
  readonly network: string;
  readonly title: string;
}

export interface MeasurementImportProps {
  clientId: string;
  channels: readonly ImportChannel[];
  onClose: () => void;
  onDone: () => void;
}

const skip = '';
const kinds = ['create', 'update', 'unchanged', 'unmatched', 'bad'] as const;
const shownAtMost = 300;

/** A network's export → columns and what each row would write → exactly that, or nothing. */
export function MeasurementImport({ clientId, channels, onClose, onDone }: MeasurementImportProps) {
  const t = useT();
  const words = usePlatformText();
  const { timeZone } = useFormat();
  const today = Temporal.Now.plainDateISO(timeZone).toString();
  const importing = useMeasurementImport(clientId, today, onDone);
  const { preview, wishes, isRunning, problem, note, look, wish, clear, apply } = importing;
  const changes = preview ? preview.counts.create + preview.counts.update : 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        <p className={classes.hint}>{t('hint')}</p>
        <div className={classes.about}>
          <DateInput
            label={t('day')}
            description={t('dayHint')}
            valueFormat="D MMMM YYYY"
            maxDate={today}
            value={wishes.day}
            onChange={(day) => day && wish({ day })}
          />
          <Select
            label={t('channel')}
            description={t('channelHint')}
            placeholder={t('anyChannel')}
            clearable
            data={channels.map((channel) => ({ value: channel.id, label: labelOf(channel) }))}
            value={wishes.channelId || null}
            onChange={(channelId) => wish({ channelId: channelId ?? '' })}
          />
        </div>
        {problem && <Notice tone="danger">{problem}</Notice>}
        {note && <Notice tone="warn">{note}</Notice>}
        {!preview && !isRunning && <ImportSource onTable={look} hint={t('dropHint')} />}
        {!preview && isRunning && <SkeletonTable rows={5} columns={4} />}
        {preview && <Outcome preview={preview} channels={channels} importing={importing} />}
        <Row>
          {preview && (
            <Button variant="subtle" onClick={clear}>
              {t('another')}
            </Button>
          )}
          <Spacer />
          <Button variant="subtle" onClick={onClose}>
            {words('actions.cancel')}
          </Button>
          {preview && (
            <Button variant="filled" disabled={!preview.isImportable} loading={isRunning} onClick={() => void apply()}>
              {t('apply', { count: changes })}
            </Button>
          )}
        </Row>
      </Stack>
    </Modal>
  );
}

const labelOf = ({ network, title }: ImportChannel): string => {
  const known = network.toLowerCase();
  return isNetwork(known) ? channelLabel({ network: known, title }) : title;
};

interface OutcomeProps {
  preview: MeasurementPreview;
  channels: readonly ImportChannel[];
  importing: Pick<ReturnType<typeof useMeasurementImport>, 'choose' | 'beginAnew'>;
}

function Outcome({ preview, channels, importing: { choose, beginAnew } }: OutcomeProps) {
  const t = useT();
  const count = useItemText();
  const [onlyOdd, setOnlyOdd] = useState(false);
  const nameOf = (column: (typeof measurementColumns)[number]) =>
    column === 'link' || column === 'title' || column === 'date' || column === 'day'
      ? t(`columnName.${column}`)
      : count(`count.${column}`);
  const data = [
    { value: skip, label: t('skip') },
    ...measurementColumns.map((column) => ({ value: column, label: nameOf(column) })),
  ];
  const { rows, counts, missing } = preview;
  const shown = onlyOdd ? rows.filter(({ kind }) => kind === 'bad' || kind === 'unmatched') : rows;
  return (
    <>
      {missing.map((what) => (
        <Notice key={what} tone="warn">
          {t(`missing.${what}`)}
        </Notice>
      ))}
      {preview.isAsLastTime && (
        <Notice>
          {t('asLastTime')}{' '}
          <Button size="xs" variant="subtle" onClick={beginAnew}>
            {t('anew')}
          </Button>
        </Notice>
      )}
      <details className={classes.mapping} open={missing.length > 0 || undefined}>
        <summary>{t('columns')}</summary>
        <div className={classes.columns}>
          {preview.columns.map(({ index, header, sample, column }) => (
            <Select
              key={index}
              label={header || t('columnNumber', { number: index + 1 })}
              description={sample && t('example', { sample })}
              value={column ?? skip}
              data={data}
              allowDeselect={false}
              onChange={(value) => choose(index, measurementColumns.find((known) => known === value) ?? null)}
            />
          ))}
        </div>
      </details>
      {rows.length > 0 && (
        <>
          <Row>
            <ul className={classes.counts} aria-label={t('willDo')} aria-live="polite">
              {kinds
                .filter((kind) => counts[kind] > 0)
                .map((kind) => (
                  <li key={kind}>{t(`counted.${kind}`, { count: counts[kind] })}</li>
                ))}
            </ul>
            <Spacer />
            {counts.bad + counts.unmatched > 0 && (
              <Checkbox
                label={t('onlyOdd')}
                checked={onlyOdd}
                onChange={(event) => setOnlyOdd(event.currentTarget.checked)}
              />
            )}
          </Row>
          {counts.bad > 0 && <Notice tone="warn">{t('allOrNothing')}</Notice>}
          {counts.bad === 0 && counts.create + counts.update === 0 && <Notice>{t('nothingToDo')}</Notice>}
          <div className={classes.rows}>
            <Table label={t('willDo')} rows="dense" stacks>
              <thead>
                <tr>
                  <Column numeric>{t('row')}</Column>
                  <Column>{t('written')}</Column>
                  <Column>{t('publication')}</Column>
                  <Column>{t('outcome')}</Column>
                </tr>
              </thead>
              <tbody>
                {shown.slice(0, shownAtMost).map((row) => (
                  <OutcomeRow key={row.row} row={row} channel={channels.find(({ id }) => id === row.channelId)} />
                ))}
              </tbody>
            </Table>
            {shown.length > shownAtMost && <p className={classes.hint}>{t('shown', { count: shownAtMost })}</p>}
          </div>
        </>
      )}
      {rows.length === 0 && missing.length === 0 && <Notice>{t('empty')}</Notice>}
    </>
  );
}

function OutcomeRow({ row, channel }: { row: MeasurementPreviewRow; channel: ImportChannel | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <TableRow>
      <Cell numeric label={t('row')}>
        {row.row}
      </Cell>
      <Cell className={classes.written}>{row.written}</Cell>
      <Cell className={classes.written} label={t('publication')}>
        {row.title ?? '—'}
        {channel && <small className={classes.hint}>{labelOf(channel)}</small>}
      </Cell>
      <Cell>
        {row.kind === 'bad' && (
          <ul className={classes.issues}>
            {row.issues?.map(({ cell, code, params }) => (
              <li key={`${cell}${code}`}>
                <b>{cell}</b> {params['value'] ? `«${String(params['value'])}»: ` : ''}
                {issueText({ code, params })}
              </li>
            ))}
          </ul>
        )}
        {row.kind === 'unmatched' && (
          <span className={classes.hint}>{t(`reason.${row.reason ?? 'no_publication'}`)}</span>
        )}
        {row.day && (
          <>
            {t(`kind.${row.kind as 'create'}`, { day: format.day(row.day) })}
            {row.by === 'title' && <small className={classes.hint}>{t('byTitle')}</small>}
          </>
        )}
      </Cell>
    </TableRow>
  );
}
