import {
  cx,
  IconAlert,
  IconPlay,
  IconStory,
  IconVideo,
  NetworkIcon,
  networkOf,
  StateIcon,
  useFormat,
} from '@planerka/platform/web';
import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useIsChosen, useSelection } from '../bulk/selection';
import { useLongPress } from '../bulk/use-long-press';
import { useT } from '../locales';
import { addDays, type Day } from '../plan/days';
import { causeOf, canMove, isOut, type PlanItem, shownState } from '../plan/plan-item';
import { SeriesMark } from '../plan/SeriesMark';
import classes from './ItemCard.module.css';

export interface ItemCardProps {
  item: PlanItem;
  isSelected: boolean;
  onOpen: (id: string) => void;
  /** Alt and arrows; absent where the viewer may not move it. */
  onMove?: ((item: PlanItem, day: Day) => void) | undefined;
  /** Alt and the arrows up and down, where hours are above one another. */
  onHour?: ((item: PlanItem, hour: number) => void) | undefined;
  /** In the month of all clients a card says whose it is. */
  withClient?: boolean;
  isDragged?: boolean;
  /** Where it does not stand in its day. */
  withDay?: boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The card moved by keyboard last: drawn anew in its other day, it takes the focus along. */
let carried: string | null = null;

const formatIcons: Partial<Record<PlanItem['format'], ReactNode>> = {
  VIDEO: <IconVideo size={12} />,
  REEL: <IconVideo size={12} />,
  STORY: <IconStory size={12} />,
  LIVE: <IconPlay size={12} />,
};

/** A publication in a day: where and when, what, and how it stands. The colour on its edge is its rubric. */
export const ItemCard = memo(function ItemCard({
  item,
  isSelected,
  onOpen,
  onMove,
  onHour,
  withClient = false,
  isDragged = false,
  withDay = false,
}: ItemCardProps) {
  const t = useT();
  const format = useFormat();
  const root = useRef<HTMLButtonElement>(null);
  const selection = useSelection();
  const isChosen = useIsChosen(item.id);
  const isMovable = onMove !== undefined && canMove(item);
  const press = useLongPress(selection ? () => selection.beginWith(item.id) : undefined);
  useLayoutEffect(() => {
    if (carried === item.id) root.current?.focus();
  }, [item.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'KeyX' && selection && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.shiftKey) selection.reachTo(item.id);
      else selection.toggle(item.id);
    }
    const step = steps[event.key];
    if (step === undefined || !event.altKey || !isMovable) return;
    event.preventDefault();
    if (onHour && Math.abs(step) === 7) onHour(item, Number(item.publishTime.slice(0, 2)) + Math.sign(step));
    else onMove(item, addDays(item.publishOn, step));
    carried = item.id;
  };
  return (
    <button
      ref={root}
      type="button"
      data-item={item.id}
      data-rubric={item.rubric?.colour}
      aria-current={isSelected || undefined}
      {...(isMovable
        ? {
            'aria-keyshortcuts': 'X Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown',
            title: t(onHour ? 'week.hint' : 'move.hint'),
          }
        : {})}
      className={cx(
        classes.card,
        isOut(item) && classes.out,
        isSelected && classes.selected,
        isChosen && classes.chosen,
        isDragged && classes.dragged,
      )}
      aria-pressed={isChosen || undefined}
      {...press}
      onClick={(event) => {
        if (selection && event.shiftKey) selection.reachTo(item.id);
        else if (selection && (selection.isPicking() || event.ctrlKey || event.metaKey)) selection.toggle(item.id);
        else onOpen(item.id);
      }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) carried = null;
      }}
    >
      <span className={classes.meta}>
        {item.channels.slice(0, 3).map((channel) => (
          <NetworkIcon key={channel.id} network={networkOf(channel.network)} size={12} />
        ))}
        <span className={classes.time}>
          {withDay ? `${format.day(item.publishOn)}, ${item.publishTime}` : item.publishTime}
        </span>
        <span className={classes.kind}>{formatIcons[item.format]}</span>
        <SeriesMark series={item.series} />
        <span className={classes.grow} />
        {item.risk && (
          <span className={item.risk.level === 'LATE' ? classes.late : classes.tight}>
            <IconAlert size={12} label={t('risk.label', { cause: t(`risk.cause.${causeOf(item.risk)}`) })} />
          </span>
        )}
        <span className={classes.state}>
          <StateIcon state={shownState(item)} size={12} />
        </span>
      </span>
      <span className={classes.title}>{item.title}</span>
      {withClient && <span className={classes.client}>{item.client.name}</span>}
    </button>
  );
});
