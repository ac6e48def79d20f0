import {
  type ComponentProps,
  type HTMLAttributes,
  type ReactNode,
  type TdHTMLAttributes,
  type ThHTMLAttributes,
  useEffect,
  useRef,
  useState,
} from 'react';
import { cx } from './cx';
import classes from './Table.module.css';

export interface TableProps {
  children: ReactNode;
  label: string;
  rows?: 'dense' | 'normal' | 'rich';
  /** Where there is little room each row becomes a paragraph of its cells, named by their `label`; else the table scrolls sideways. */
  stacks?: boolean;
  /**
   * How wide each column is; '' takes what is left. Without it the browser asks every cell for it, and again with each row that comes:
   * a long table wants it. Where it `stacks`, and while there is room.
   */
  widths?: readonly string[] | undefined;
  /** All rows with the head, where not all of them are in the page (`VirtualRows`). */
  rowCount?: number | undefined;
}

/** Table pieces: 34 px header, quiet lines, group rows on the second surface, total under a strong line. */
export function Table({ children, label, rows = 'normal', stacks = false, widths, rowCount }: TableProps) {
  const [isScrolling, setScrolling] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  // a table wider than its box is scrolled by keyboard too, and only then is it a stop of the Tab key
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolling(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={cx(classes.scroll, stacks && classes.roomy)}
      {...(isScrolling ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
    >
      <table
        className={cx(classes.table, classes[rows], stacks && classes.stacks, widths && classes.measured)}
        aria-label={label}
        aria-rowcount={rowCount}
      >
        {widths && (
          <colgroup>
            {widths.map((width, index) => (
              <col key={index} style={{ width }} />
            ))}
          </colgroup>
        )}
        {children}
      </table>
    </div>
  );
}

export interface ColumnProps extends ThHTMLAttributes<HTMLTableCellElement> {
  numeric?: boolean;
  /** Heard, not seen: a column of bars or buttons. */
  hidden?: boolean;
}

export function Column({ numeric, hidden, className, children, ...rest }: ColumnProps) {
  return (
    <th scope="col" className={cx(numeric && classes.numeric, className)} {...rest}>
      {hidden ? <span className={classes.hidden}>{children}</span> : children}
    </th>
  );
}

export interface CellProps extends TdHTMLAttributes<HTMLTableCellElement> {
  numeric?: boolean;
  strong?: boolean;
  /** The column's name, where the table `stacks`. */
  label?: string;
}

export function Cell({ numeric, strong, label, className, ...rest }: CellProps) {
  return (
    <td className={cx(numeric && classes.numeric, strong && classes.strong, className)} data-label={label} {...rest} />
  );
}

export interface RowProps extends ComponentProps<'tr'> {
  selected?: boolean;
  /** Among all rows, where not all are in the page (`VirtualRows`). */
  index?: number | undefined;
}

export function TableRow({ selected, className, index, ...rest }: RowProps) {
  return (
    <tr
      // The head is the first row.
      {...(index === undefined ? {} : { 'data-index': index, 'aria-rowindex': index + 2 })}
      aria-selected={selected || undefined}
      className={cx(selected && classes.selected, rest.onClick && classes.clickable, className)}
      {...rest}
    />
  );
}

export function GroupRow({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <tr className={classes.group}>
      <th scope="rowgroup">{title}</th>
      {children}
    </tr>
  );
}

export function TotalRow({ children, ...rest }: HTMLAttributes<HTMLTableRowElement>) {
  return (
    <tr className={classes.total} {...rest}>
      {children}
    </tr>
  );
}
