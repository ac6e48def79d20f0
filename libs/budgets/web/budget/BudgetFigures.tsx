import { Card, CardBody, MoneyKey, MoneyText, useFormat } from '@planerka/platform/web';
import type { Figures } from '../documents';
import { FiguresBar } from '../figures/FiguresBar';
import classes from './BudgetPage.module.css';

const PARTS = [
  ['plan', 'planned'],
  ['spent', 'spent'],
  ['payable', 'payable'],
  ['committed', 'committed'],
  ['available', 'available'],
] as const;

/** Plan, then spent, payable, committed, available: the one order in which money stands everywhere. */
export function BudgetFigures({ figures }: { figures: Figures }) {
  return (
    <Card>
      <CardBody>
        <FiguresInOrder figures={figures} />
      </CardBody>
    </Card>
  );
}

export function FiguresInOrder({ figures }: { figures: Figures }) {
  const format = useFormat();
  const plan = Number(figures.planned.amount);
  return (
    <>
      <dl className={classes.figures}>
        {PARTS.map(([part, field]) => (
          <div key={part}>
            <dt>
              <MoneyKey part={part} />
            </dt>
            <dd>
              <MoneyText value={figures[field]} weight="semi" size="large" />
              {part !== 'plan' && plan > 0 ? (
                <small>{format.percent(Math.round((Number(figures[field].amount) / plan) * 100))}</small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <FiguresBar figures={figures} size="thick" />
    </>
  );
}
