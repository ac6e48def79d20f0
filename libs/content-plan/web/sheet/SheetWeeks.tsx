import { columnNames, formatNames, statusNames, type PlanColumn } from '@planerka/content-plan/domain';
import { NetworkIcon, networkOf, useFormat, useLanguage } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import { addDays, mondayOf } from '../plan/days';
import { RubricSwatch } from '../plan/RubricSwatch';
import classes from './PlanSheet.module.css';
import type { SheetItem } from './plan-sheet.documents';

type SheetColumn = Exclude<PlanColumn, 'id'>;

export interface SheetWeeksProps {
  items: readonly SheetItem[];
  columns: readonly SheetColumn[];
  /** By the publication’s id; a column of its own where there is any. */
  pictures: ReadonlyMap<string, string>;
}

/** Week by week, under one heading that printed pages repeat. */
export function SheetWeeks({ items, columns, pictures }: SheetWeeksProps) {
  const t = useT();
  const format = useFormat();
  const { language } = useLanguage();
  const cellOf = useCells();
  const weeks = [...Map.groupBy(items, ({ publishOn }) => mondayOf(publishOn))];
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('sheet.table')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {pictures.size > 0 && <th scope="col">{t('sheet.picture')}</th>}
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnNames[language][column]}
              </th>
            ))}
          </tr>
        </thead>
        {weeks.map(([monday, week]) => (
          <tbody key={monday}>
            <tr className={classes.week}>
              <th colSpan={columns.length + (pictures.size > 0 ? 1 : 0)} scope="rowgroup">
                {t('sheet.week', { days: format.range(monday, addDays(monday, 6)) })}
              </th>
            </tr>
            {week.map((item) => (
              <tr key={item.id}>
                {pictures.size > 0 && (
                  <td>
                    {/* Its name stands beside it. */}
                    {pictures.has(item.id) && <img src={pictures.get(item.id)} alt="" className={classes.picture} />}
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column} data-column={column}>
                    {cellOf(item, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function useCells(): (item: SheetItem, column: SheetColumn) => ReactNode {
  const format = useFormat();
  const { language } = useLanguage();
  return (item, column) => {
    switch (column) {
      case 'date':
        return `${format.weekdayShort(item.publishOn)}, ${format.dayLong(item.publishOn)}`;
      case 'time':
        return item.publishTime;
      case 'channels':
        return item.channels.map(({ id, network, title }) => (
          <span key={id} className={classes.channel}>
            <NetworkIcon network={networkOf(network)} /> {title}
          </span>
        ));
      case 'rubric':
        return item.rubric ? (
          <span className={classes.rubric}>
            <RubricSwatch colour={item.rubric.colour} />
            {item.rubric.name}
          </span>
        ) : null;
      case 'format':
        return formatNames[language][lower(item.format)];
      case 'title':
        return <b>{item.title}</b>;
      case 'idea':
        return item.idea;
      case 'campaign':
        return item.campaign?.name;
      case 'status':
        return statusNames[language][lower(item.status)];
      case 'link':
        return item.links.map(({ channelId, url }) => (
          <span key={channelId} className={classes.channel}>
            {url}
          </span>
        ));
    }
  };
}

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
