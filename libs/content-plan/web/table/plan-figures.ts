import { graphql, type ResultOf, useFormat } from '@planerka/platform/web';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { MetricColumn } from '../plan/address-words';

const PlanFiguresQuery = graphql(`
  query PlanFigures($clientId: ID, $month: Month!) {
    contentPlan(clientId: $clientId, month: $month) {
      month
      items {
        id
        results {
          figures {
            reach
            views
            engagement
            clicks
            er {
              value
            }
            spend {
              amount
              currency
            }
          }
        }
      }
    }
  }
`);

export type RowFigures = NonNullable<
  ResultOf<typeof PlanFiguresQuery>['contentPlan']
>['items'][number]['results']['figures'];

/** What came of the month's publications, by their ids; asked for where a column of it is shown. */
export function usePlanFigures(
  clientId: string | null,
  month: string,
  isShown: boolean,
): ReadonlyMap<string, RowFigures> {
  const [{ data }] = useQuery({
    query: PlanFiguresQuery,
    variables: { clientId, month },
    pause: !isShown,
    requestPolicy: 'cache-and-network',
  });
  const items = isShown ? data?.contentPlan?.items : undefined;
  return useMemo(() => new Map(items?.map(({ id, results }) => [id, results.figures])), [items]);
}

/** For putting rows in order; null of what was not measured. */
export function figureIn(figures: RowFigures | undefined, column: MetricColumn): number | null {
  if (!figures) return null;
  if (column === 'er') return figures.er && Number(figures.er.value);
  return column === 'spend' ? figures.spend && Number(figures.spend.amount) : figures[column];
}

/** «8 430», «4,2 %», «7 000 ₽»; a dash of what was not measured. */
export function useFigureText(): (figures: RowFigures | undefined, column: MetricColumn) => string {
  const format = useFormat();
  return (figures, column) => {
    const value = figureIn(figures, column);
    if (!figures || value === null) return '—';
    if (column === 'spend' && figures.spend) return format.money(figures.spend);
    return column === 'er' ? format.percent(value, 1) : format.number(value);
  };
}
