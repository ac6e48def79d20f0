import { type ReactNode, useState } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { Card } from '../ui/Card';
import { Cell, Column, Table, TableRow } from '../ui/Table';
import classes from './ChartCard.module.css';

export interface ChartTable {
  columns: readonly string[];
  /** Already formatted; the first column is the row's name. */
  rows: readonly (readonly string[])[];
}

export interface ChartCardProps {
  /** The finding: «Реклама остановится 27 декабря: не хватает 19 700 ₽». */
  title: string;
  /** What is drawn and in what: «Реклама, декабрь · тыс. ₽ нарастающим итогом». */
  units: string;
  /** The same data, for whoever does not read pictures. */
  table: ChartTable;
  children: ReactNode;
}

/** Every chart: finding as title, units under it, «Таблицей» beside it. */
export function ChartCard({ title, units, table, children }: ChartCardProps) {
  const t = usePlatformText();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card label={title}>
      <div className={classes.header}>
        <div className={classes.heading}>
          <h2>{title}</h2>
          <p className={classes.units}>{units}</p>
        </div>
        <button type="button" className={classes.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('chart.asChart') : t('chart.asTable')}
        </button>
      </div>
      {asTable ? (
        <Table label={title} rows="dense">
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <Column key={column} numeric={index > 0}>
                  {column}
                </Column>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <TableRow key={index}>
                {row.map((value, column) => (
                  <Cell key={column} numeric={column > 0}>
                    {value}
                  </Cell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : (
        <div className={classes.body} role="img" aria-label={`${title}. ${units}`}>
          {children}
        </div>
      )}
    </Card>
  );
}
