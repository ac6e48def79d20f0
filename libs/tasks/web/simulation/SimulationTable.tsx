import {
  Avatar,
  CapacityBar,
  Card,
  CardHeader,
  Cell,
  Column,
  IconAlert,
  Table,
  useFormat,
} from '@planerka/platform/web';
import { useHours } from '../workload/words';
import { useT } from './locales';
import type { Simulation } from './simulation-documents';
import classes from './Simulation.module.css';

/** Eight weeks: what is wanted of each discipline and what nobody has time for, then each person before and after. */
export function SimulationTable({ simulation: { weeks, disciplines, people } }: { simulation: Simulation }) {
  const t = useT();
  const format = useFormat();
  const hours = useHours();
  const nameOf = (monday: string) =>
    format.range(monday, new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10));
  return (
    <Card label={t('table')} clip>
      <CardHeader title={t('table')} sub={t('loadText')} />
      <Table label={t('table')} rows="rich">
        <thead>
          <tr>
            <Column className={classes.who}>{t('who')}</Column>
            {weeks.map((week) => (
              <Column key={week}>{nameOf(week)}</Column>
            ))}
          </tr>
        </thead>
        <tbody>
          {disciplines.map((each) => (
            <tr key={each.discipline} className={classes.wanted}>
              <th scope="row" className={classes.who}>
                {t(`disciplineName.${each.discipline}`)}
                <small>{t('monthly', { hours: hours(each.monthlyMinutes) })}</small>
              </th>
              {weeks.map((week, index) => (
                <Cell key={week} className={classes.week}>
                  {t('demand', { hours: hours(each.demand[index] ?? 0) })}
                  {(each.help[index] ?? 0) > 0 && <small>{t('byHelp', { hours: hours(each.help[index] ?? 0) })}</small>}
                  {(each.short[index] ?? 0) > 0 && (
                    <small className={classes.short}>
                      <IconAlert size={12} />
                      {t('short', { hours: hours(each.short[index] ?? 0) })}
                    </small>
                  )}
                </Cell>
              ))}
            </tr>
          ))}
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className={classes.who}>
                <span className={classes.person}>
                  <Avatar id={person.id} name={person.name} size={24} />
                  <span>
                    {person.name}
                    <small>{person.disciplines.map((each) => t(`discipline.${each}`)).join(', ')}</small>
                  </span>
                </span>
              </th>
              {person.weeks.map((week, index) => (
                <Cell key={weeks[index]} className={classes.week}>
                  <PersonWeek week={week} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function PersonWeek({ week }: { week: Simulation['people'][number]['weeks'][number] }) {
  const t = useT();
  const hours = useHours();
  const { capacityMinutes: capacity, expectedMinutes: before, addedMinutes: added, daysAway } = week;
  const after = before + added;
  const over = after - capacity;
  const params = { before: hours(before), after: hours(after), capacity: hours(capacity) };
  const text = capacity === 0 && after === 0 ? t('off') : t(added > 0 ? 'load' : 'same', params);
  return (
    <>
      {text}
      <span aria-hidden>
        <CapacityBar value={after} limit={capacity} label={text} tone={over > 0 ? 'danger' : 'normal'} />
      </span>
      {over > 0 && (
        <small className={classes.short}>
          <IconAlert size={12} />
          {t('over', { hours: hours(over) })}
        </small>
      )}
      {daysAway > 0 && <small>{t('away', { count: daysAway })}</small>}
    </>
  );
}
