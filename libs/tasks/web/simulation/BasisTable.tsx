import { Cell, Column, Table, TableRow } from '@planerka/platform/web';
import { isDeliverableType } from '@planerka/agency/domain';
import { useHours } from '../workload/words';
import { useT } from './locales';
import type { Simulation } from './simulation-documents';
import classes from './Simulation.module.css';

/** What a piece of each kind is taken to take, and how we know. */
export function BasisTable({ work }: Pick<Simulation, 'work'>) {
  const t = useT();
  const hours = useHours();
  if (work.length === 0) return null;
  return (
    <details className={classes.basis}>
      <summary>{t('basis')}</summary>
      <Table label={t('basis')} stacks>
        <thead>
          <tr>
            <Column>{t('work')}</Column>
            <Column numeric>{t('count')}</Column>
            <Column numeric>{t('piece')}</Column>
            <Column>{t('source')}</Column>
          </tr>
        </thead>
        <tbody>
          {work.map(({ type, discipline, count, minutes, basis, tasks }) => (
            <TableRow key={type}>
              <Cell label={t('work')}>
                {isDeliverableType(type) ? t(`type.${type}`) : type} · {t(`discipline.${discipline}`)}
              </Cell>
              <Cell numeric label={t('count')}>
                {count}
              </Cell>
              <Cell numeric label={t('piece')}>
                {t('minutes', { hours: hours(minutes) })}
              </Cell>
              <Cell label={t('source')}>{t(`from.${basis}`, { count: tasks })}</Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
