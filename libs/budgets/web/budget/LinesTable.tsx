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
  MoneyText,
  Table,
  TableRow,
  TotalRow,
  useFormat,
} from '@planerka/platform/web';
import type { Budget, BudgetLine, Figures } from '../documents';
import { useT } from '../locales';
import { FiguresBar } from './BudgetFigures';
import classes from './BudgetPage.module.css';
import { sumOf } from './sum-of';

interface LinesTableProps {
  budget: Budget;
  chosen: string | null;
  onChoose: (lineId: string) => void;
  onBook: () => void;
}

const FIELDS = ['planned', 'spent', 'payable', 'committed', 'available'] as const;

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
      <Table label={t('budget.lines')} rows="dense">
        <thead>
          <tr>
            <Column>{t('budget.line')}</Column>
            <Column hidden>{t('budget.share')}</Column>
            {FIELDS.map((field) => (
              <Column key={field} numeric>
                {t(`figures.${field}`)}
              </Column>
            ))}
          </tr>
        </thead>
        {[...months].map(([month, lines]) => (
          <tbody key={month}>
            <GroupRow title={format.month(month)}>
              <Cell />
              <SumCells figures={lines.map(({ figures }) => figures)} />
            </GroupRow>
            {lines.map((line) => (
              <LineRow key={line.id} line={line} isChosen={line.id === chosen} onChoose={onChoose} />
            ))}
          </tbody>
        ))}
        <tfoot>
          <TotalRow>
            <Cell>{t('budget.total')}</Cell>
            <Cell />
            <SumCells figures={[budget.figures]} />
          </TotalRow>
        </tfoot>
      </Table>
    </Card>
  );
}

function SumCells({ figures }: { figures: readonly Figures[] }) {
  return FIELDS.map((field) => (
    <Cell key={field} numeric>
      <MoneyText value={sumOf(figures.map((one) => one[field]))} withoutSign />
    </Cell>
  ));
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
      </Cell>
      <Cell>
        <div className={classes.bar}>
          <FiguresBar figures={figures} />
        </div>
      </Cell>
      {FIELDS.map((field) => (
        <Cell key={field} numeric>
          <span
            className={cx(
              Number(figures[field].amount) === 0 && classes.zero,
              field === 'available' && threshold !== null && (isOver ? classes.danger : classes.warn),
            )}
          >
            <MoneyText value={figures[field]} withoutSign />
          </span>
        </Cell>
      ))}
    </TableRow>
  );
}
