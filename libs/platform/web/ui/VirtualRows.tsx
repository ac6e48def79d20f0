import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './Table.module.css';
import { useFewAtOnce } from './use-few-at-once';

/** Where a row stands among those that are not all in the page: for its TableRow. */
export interface RowPlace {
  readonly ref?: Ref<HTMLTableRowElement> | undefined;
  readonly index?: number | undefined;
}

export interface VirtualRowsProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Height of a row that has not been seen yet. */
  estimate: number;
  columns: number;
  /** What the table scrolls in; the window where it is absent. */
  scroller?: RefObject<HTMLElement | null> | undefined;
  /** Which rows are in sight, for loading what follows. */
  onShow?: ((from: number, to: number) => void) | undefined;
  children: (item: Item, place: RowPlace) => ReactNode;
}

/** So many rows cost nothing, and are found by the browser's own search. */
const short = 60;
const overscan = 3;
const atOnce = 6;

/** A table's body: of a long one only the rows in sight are in the page. It should say how wide its columns are (`widths`). */
export function VirtualRows<Item>(props: VirtualRowsProps<Item>) {
  const { items, keyOf, children, scroller, onShow } = props;
  const isShort = items.length <= short;
  useEffect(() => {
    if (isShort) onShow?.(0, items.length - 1);
  }, [isShort, items.length, onShow]);
  if (isShort)
    return (
      <tbody>
        {items.map((item) => (
          <Keyed key={keyOf(item)}>{children(item, {})}</Keyed>
        ))}
      </tbody>
    );
  return scroller ? <RowsInBox {...props} scroller={scroller} /> : <RowsInWindow {...props} />;
}

const Keyed = ({ children }: { children: ReactNode }) => children;

function RowsInBox<Item>({ scroller, ...props }: VirtualRowsProps<Item> & { scroller: RefObject<HTMLElement | null> }) {
  const { items, keyOf, estimate } = props;
  const rangeExtractor = useFewAtOnce(atOnce);
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (index) => keyAt(items, keyOf, index),
    overscan,
    rangeExtractor,
  });
  return <Rows {...props} virtual={virtual} above={0} />;
}

function RowsInWindow<Item>(props: VirtualRowsProps<Item>) {
  const { items, keyOf, estimate } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setAbove(Math.round(top + window.scrollY));
  }, []);
  const rangeExtractor = useFewAtOnce(atOnce);
  const virtual = useWindowVirtualizer<HTMLTableRowElement>({
    count: items.length,
    estimateSize: () => estimate,
    getItemKey: (index) => keyAt(items, keyOf, index),
    scrollMargin: above,
    overscan,
    rangeExtractor,
  });
  return <Rows {...props} virtual={virtual} above={above} body={body} />;
}

const keyAt = <Item,>(items: readonly Item[], keyOf: (item: Item) => string, index: number): string | number => {
  const item = items[index];
  return item === undefined ? index : keyOf(item);
};

function Rows<Item, Scroller extends Element | Window>({
  items,
  columns,
  onShow,
  children,
  virtual,
  above,
  body,
}: VirtualRowsProps<Item> & {
  virtual: Virtualizer<Scroller, HTMLTableRowElement>;
  /** Pixels of the scrolled thing before its first row. */
  above: number;
  body?: RefObject<HTMLTableSectionElement | null>;
}) {
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    onShow?.(startIndex, endIndex);
  }, [onShow, startIndex, endIndex, items]);
  const rows = virtual.getVirtualItems();
  return (
    <tbody ref={body}>
      <Spacer height={(rows[0]?.start ?? above) - above} columns={columns} />
      {rows.map(({ index, key }) => {
        const item = items[index];
        return item !== undefined && <Keyed key={key}>{children(item, { ref: virtual.measureElement, index })}</Keyed>;
      })}
      <Spacer height={virtual.getTotalSize() + above - (rows.at(-1)?.end ?? above)} columns={columns} />
    </tbody>
  );
}

/** The room of the rows that are not there. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.spacer} style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}
