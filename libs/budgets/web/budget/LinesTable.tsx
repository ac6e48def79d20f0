import { Button } from '@mantine/core';
import {
  Card,
  CardHeader,
  Cell,
  Chip,
  Column,
  cx,
  GroupRow,
  IconClock,
  IconLock,
  IconWave,
  Table,
  TableRow,
  TotalRow,
  useFormat,
} from '@planerka/platform/web';
import type { Budget, BudgetLine } from '../documents';
import { useT } from '../locales';
import { FiguresCells, FiguresColumns, FiguresTable, PhoneFigures, type FigureField } from '../figures/FiguresColumns';
import classes from './BudgetPage.module.css';
import { sumOfFigures } from './sum-of';

interface LinesTableProps {
  budget: Budget;
  chosen: string | null;
  onChoose: (lineId: string) => void;
  onBook: () => void;
}

export function LinesTable({ budget, chosen, onChoose, onBook }: LinesTableProps) {
  const t = useT();
  const format = useFormat();
  const months = Map.groupBy(budget.lines, ({ month }) => month);
  return (
    <Card clip label={t('budget.lines')}>
      <CardHeader
        title={t('budget.lines')}
        aside={
          <Button size="xs" variant="subtle" onClick={onBook}>
            {t('budget.wholeBook')}
          </Button>
        }
      />
      <FiguresTable>
        <Table label={t('budget.lines')} rows="dense">
          <thead>
            <tr>
              <Column>{t('budget.line')}</Column>
              <FiguresColumns />
            </tr>
          </thead>
          {[...months].map(([month, lines]) => {
            const figures = sumOfFigures(lines.map((line) => line.figures));
            return (
              <tbody key={month}>
                <GroupRow title={format.month(month)}>
                  <FiguresCells figures={figures} withoutBar />
                </GroupRow>
                {lines.map((line) => (
                  <LineRow key={line.id} line={line} isChosen={line.id === chosen} onChoose={onChoose} />
                ))}
              </tbody>
            );
          })}
          <tfoot>
            <TotalRow>
              <Cell>
                {t('budget.total')}
                <PhoneFigures figures={budget.figures} withoutBar />
              </Cell>
              <FiguresCells figures={budget.figures} withoutBar />
            </TotalRow>
          </tfoot>
        </Table>
      </FiguresTable>
    </Card>
  );
}

function LineRow({
  line,
  isChosen,
  onChoose,
}: {
  line: BudgetLine;
  isChosen: boolean;
  onChoose: (id: string) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { figures, isHard, threshold, pendingChange } = line;
  const isOver = figures.available.amount.startsWith('-');
  const kind = t(isHard ? 'hard' : 'soft');
  const toneOf = (field: FigureField) =>
    cx(
      Number(figures[field].amount) === 0 && classes.zero,
      field === 'available' && threshold !== null && (isOver ? classes.danger : classes.warn),
    );
  return (
    <TableRow selected={isChosen}>
      <Cell>
        <span className={classes.lineName}>
          <span title={kind} role="img" aria-label={kind}>
            {isHard ? <IconLock size={14} /> : <IconWave size={14} />}
          </span>
          <button type="button" className={classes.open} aria-pressed={isChosen} onClick={() => onChoose(line.id)}>
            {t(`category.${line.category}`)}
          </button>
          {threshold && figures.usedPercent !== null ? (
            <Chip tone={isOver ? 'danger' : 'warn'}>{format.percent(Math.round(figures.usedPercent))}</Chip>
          ) : null}
          {pendingChange ? (
            <Chip icon={<IconClock />}>
              {t('budget.pending', { change: format.money(pendingChange, { signed: true }) })}
            </Chip>
          ) : null}
        </span>
        <PhoneFigures figures={figures} />
      </Cell>
      <FiguresCells figures={figures} toneOf={toneOf} />
    </TableRow>
  );
}
