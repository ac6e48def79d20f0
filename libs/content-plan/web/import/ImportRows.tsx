import { NativeSelect } from '@mantine/core';
import type { PlanPreviewRow, PreviewIssue } from '@planerka/content-plan/domain';
import { Cell, Column, Table, TableRow, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import classes from './ImportWizard.module.css';
import { issueText } from './issue-text';
import type { RowAction } from './use-import';

const shownAtMost = 300;

/** Row by row: its number in the spreadsheet, what it is, what would happen to it, and every bad cell by its address. */
export function ImportRows({
  rows,
  onWish,
}: {
  rows: readonly PlanPreviewRow[];
  onWish: (rows: readonly number[], action: RowAction) => void;
}) {
  const t = useT();
  const format = useFormat();
  const when = (text: string) => {
    const [day = '', time] = text.split('T');
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? [format.day(day), time].filter(Boolean).join(', ') : text;
  };
  return (
    <div className={classes.rows}>
      <Table label={t('willDo')} rows="dense" stacks>
        <thead>
          <tr>
            <Column numeric>{t('row')}</Column>
            <Column>{t('when')}</Column>
            <Column>{t('what')}</Column>
            <Column>{t('outcome')}</Column>
            <Column>{t('action.label')}</Column>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownAtMost).map((row) => (
            <TableRow key={row.row}>
              <Cell numeric label={t('row')}>
                {row.row}
              </Cell>
              <Cell className={classes.when}>{when(row.date)}</Cell>
              <Cell className={classes.what}>{row.title}</Cell>
              <Cell>
                {row.kind === 'bad' ? (
                  <ul className={classes.issues}>
                    {row.issues?.map((issue) => (
                      <li key={`${issue.cell}${issue.code}`}>
                        <b>{issue.cell}</b> {found(issue)}
                        {issueText(issue)}
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span data-kind={row.kind} className={classes.kind}>
                    {t(`kind.${row.kind}`)}
                    {row.changed && `: ${row.changed.map((field) => t(`field.${field as 'date'}`)).join(', ')}`}
                  </span>
                )}
                {row.match === 'alike' && (
                  <span className={classes.alike}>{t('alike', { title: row.known ?? '' })}</span>
                )}
                {row.turn !== undefined && <span className={classes.turn}>{t('turn', { title: row.turn })}</span>}
              </Cell>
              <Cell label={t('action.label')}>
                <RowChoice row={row} onWish={onWish} />
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {rows.length > shownAtMost && <p className={classes.hint}>{t('shown', { count: shownAtMost })}</p>}
    </div>
  );
}

/** What is done with a row, where there is a choice: nothing saves one that cannot be read. */
function RowChoice({
  row,
  onWish,
}: {
  row: PlanPreviewRow;
  onWish: (rows: readonly number[], action: RowAction) => void;
}) {
  const t = useT();
  if (row.kind === 'bad' || row.kind === 'unchanged') return null;
  const isAlike = row.match === 'alike' || row.isWish === true;
  const value: RowAction = row.kind === 'skip' ? 'skip' : row.isWish ? 'fresh' : 'take';
  const choices: readonly RowAction[] = isAlike ? ['take', 'fresh', 'skip'] : ['take', 'skip'];
  return (
    <NativeSelect
      size="xs"
      value={value}
      aria-label={t('action.of', { row: row.row })}
      onChange={(event) => onWish([row.row], event.currentTarget.value as RowAction)}
      data={choices.map((each) => ({ value: each, label: t(`action.${each === 'take' ? wordOf(row) : each}`) }))}
    />
  );
}

const wordOf = ({ kind, isWish }: PlanPreviewRow) =>
  kind === 'skip' ? 'take' : kind === 'create' && !isWish ? 'add' : 'update';

/** What stands in the cell, so that nobody has to go and look: the sentence itself names unknown channels. */
function found({ code, params }: PreviewIssue): string | null {
  const { value } = params;
  return value && code !== 'unknown_channel' ? `«${String(value)}»: ` : null;
}
