import { Cell, Column, errorText, Table, TableRow, useFormat, type TextParams } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './ImportWizard.module.css';
import type { CellIssue, ImportRow } from './plan-files';

const shownAtMost = 300;

/** Row by row: its number in the spreadsheet, what it is, what would happen to it, and every bad cell by its address. */
export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const t = useT();
  const format = useFormat();
  const when = (text: string) => {
    const [day = '', time] = text.split('T');
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? [format.day(day), time].filter(Boolean).join(', ') : text;
  };
  return (
    <div className={classes.rows}>
      <Table label={t('import.willDo')} rows="dense" stacks>
        <thead>
          <tr>
            <Column numeric>{t('import.row')}</Column>
            <Column>{t('import.when')}</Column>
            <Column>{t('import.what')}</Column>
            <Column>{t('import.outcome')}</Column>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownAtMost).map((row) => (
            <TableRow key={row.row}>
              <Cell numeric label={t('import.row')}>
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
                        {sentence(issue)}
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span data-kind={row.kind} className={classes.kind}>
                    {t(`import.kind.${row.kind}`)}
                    {row.changed && `: ${row.changed.map((field) => t(`import.field.${field as 'date'}`)).join(', ')}`}
                  </span>
                )}
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {rows.length > shownAtMost && <p className={classes.hint}>{t('import.shown', { count: shownAtMost })}</p>}
    </div>
  );
}

const sentence = ({ code, params }: CellIssue): string => {
  const texts = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return errorText(code, texts as TextParams) ?? code;
};

/** What stands in the cell, so that nobody has to go and look: the sentence itself names unknown channels. */
function found({ code, params }: CellIssue): string | null {
  const { value } = params;
  return value && code !== 'unknown_channel' ? `«${String(value)}»: ` : null;
}
