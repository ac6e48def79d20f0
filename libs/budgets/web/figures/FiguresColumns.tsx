import { Cell, Column, cx, MoneyText, useFormat } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import type { Figures } from '../documents';
import { useT } from '../locales';
import classes from './figures.module.css';
import { FiguresBar } from './FiguresBar';

/** The one order in which money stands everywhere. On a phone there is a column for the last of them. */
const FIELDS = ['planned', 'spent', 'payable', 'committed', 'available'] as const;
export type FigureField = (typeof FIELDS)[number];

const LAST: FigureField = 'available';
const PARTS = FIELDS.filter((field) => field !== LAST);

const onDesk = (field: FigureField) => (field === LAST ? undefined : classes.desk);

/** Tables of figures fit the phone by what stands in their columns. */
export function FiguresTable({ children }: { children: ReactNode }) {
  return <div className={classes.table}>{children}</div>;
}

export function FiguresColumns() {
  const t = useT();
  return (
    <>
      <Column hidden className={classes.barCell}>
        {t('budget.share')}
      </Column>
      {FIELDS.map((field) => (
        <Column key={field} numeric className={onDesk(field)}>
          {t(`figures.${field}`)}
        </Column>
      ))}
    </>
  );
}

interface FiguresCellsProps {
  figures: Figures;
  /** A total has no bar of its own. */
  withoutBar?: boolean;
  /** What a figure's state asks for: a colour, quiet for a zero. */
  toneOf?: (field: FigureField) => string | undefined;
}

export function FiguresCells({ figures, withoutBar = false, toneOf }: FiguresCellsProps) {
  return (
    <>
      <Cell className={classes.barCell}>
        {withoutBar ? null : (
          <div className={classes.bar}>
            <FiguresBar figures={figures} />
          </div>
        )}
      </Cell>
      {FIELDS.map((field) => (
        <Cell key={field} numeric className={onDesk(field)}>
          <span className={cx(toneOf?.(field))}>
            <MoneyText value={figures[field]} withoutSign />
          </span>
        </Cell>
      ))}
    </>
  );
}

/** Under a row's name, on a phone alone: the bar, and the figures that have no column there. */
export function PhoneFigures({ figures, withoutBar = false }: Pick<FiguresCellsProps, 'figures' | 'withoutBar'>) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={classes.phone}>
      {withoutBar ? null : <FiguresBar figures={figures} />}
      <span className={classes.parts}>
        {PARTS.filter((field) => field === 'planned' || Number(figures[field].amount) !== 0).map((field) => (
          <span key={field}>
            {t('budget.part', {
              name: t(`part.${field}`),
              amount: format.money(figures[field], { withoutSign: true }),
            })}
          </span>
        ))}
      </span>
    </div>
  );
}
