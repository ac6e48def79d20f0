import { useDebouncedValue } from '@mantine/hooks';
import { cx, MoneyText, useFormat, type ResultOf, type VariablesOf } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { RollOverFeesQuery } from './roll-over.documents';
import classes from './RollOverDialog.module.css';

type Fees = NonNullable<ResultOf<typeof RollOverFeesQuery>['rollOverFees']>;
type Input = VariablesOf<typeof RollOverFeesQuery>['input'];

/** What the chosen publications' work will cost, beside what the month has for it. */
export function RollOverFees(asked: Input) {
  const t = useT();
  const format = useFormat();
  const [settled] = useDebouncedValue(JSON.stringify(asked), 300);
  const [{ data, fetching }] = useQuery({
    query: RollOverFeesQuery,
    variables: { input: JSON.parse(settled) as Input },
    requestPolicy: 'network-only',
  });
  // While the next answer is on its way, the last one stays in sight.
  const [shown, setShown] = useState<Fees | null>(null);
  if (data?.rollOverFees && !fetching && data.rollOverFees !== shown) setShown(data.rollOverFees);
  if (!shown || shown.disciplines.length === 0) return null;
  const { total, withoutPrice, disciplines, people } = shown;
  return (
    <section className={classes.fees} aria-label={t('rollOver.fees.title')} aria-busy={fetching}>
      <h3 className={classes.feesTitle}>{t('rollOver.fees.title')}</h3>
      <ul className={classes.lines}>
        {disciplines.map(({ discipline, taskCount, amount, available, missing }) => (
          <li key={discipline}>
            <span>
              {[
                t(`discipline.${discipline.toLowerCase() as Lowercase<typeof discipline>}`),
                t('rollOver.tasks', { count: taskCount }),
                available
                  ? t('rollOver.fees.inBudget', { amount: format.money(available) })
                  : t('rollOver.fees.noBudget'),
              ].join(' · ')}
              {Number(missing.amount) > 0 && (
                <b className={classes.missing}> {t('rollOver.fees.missing', { amount: format.money(missing) })}</b>
              )}
            </span>
            <MoneyText value={amount} />
          </li>
        ))}
        <li className={classes.total}>
          {t('rollOver.fees.total')}
          <MoneyText value={total} />
        </li>
      </ul>
      {people.length > 0 && (
        <ul className={cx(classes.lines, classes.people)} aria-label={t('rollOver.fees.people')}>
          {people.map(({ memberId, name, taskCount, amount }) => (
            <li key={memberId}>
              {[name, t('rollOver.tasks', { count: taskCount })].join(' · ')}
              <MoneyText value={amount} />
            </li>
          ))}
        </ul>
      )}
      {withoutPrice > 0 && (
        <p className={classes.feesNote}>{t('rollOver.fees.withoutPrice', { count: withoutPrice })}</p>
      )}
    </section>
  );
}
