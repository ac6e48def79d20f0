import {
  cx,
  Draggable,
  IconAlert,
  IconChevronLeft,
  IconChevronRight,
  IconQuestion,
  StateIcon,
  workState,
} from '@planerka/platform/web';
import { memo, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { Placed } from './layout';
import type { TimelineTask } from './timeline-documents';
import { troubleOf, useTaskWords } from './words';
import classes from './TimelineBars.module.css';

export interface BarProps {
  place: Placed<TimelineTask>;
  /** Pixels of a day. */
  dayWidth: number;
  top: number;
  isOpen: boolean;
  /** Of the chain that is looked at; null where none is. */
  isOfChain: boolean | null;
  /** The one that Tab comes to. */
  isStop: boolean;
  /** The arrows have led here: it takes the focus when it is drawn. */
  takesFocus: boolean;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
  onKey: (task: TimelineTask, event: KeyboardEvent) => void;
}

/** Narrower than this has no room for words: they are heard, and stand in its title. */
const leastForWords = 44;

/** A task from its first day to its last. */
export const Bar = memo(function Bar({
  place,
  dayWidth,
  top,
  isOpen,
  isOfChain,
  isStop,
  takesFocus,
  onOpen,
  onFocus,
  onKey,
}: BarProps) {
  const root = useRef<HTMLButtonElement>(null);
  const { task, first, days, late, isCutLeft, isCutRight } = place;
  const { whole } = useTaskWords()(task);
  const trouble = troubleOf(task);
  const width = Math.max(days * dayWidth - 2, 8);
  const canMove = task.way !== null || task.canHandOver;
  useLayoutEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <li className={classes.slot} style={{ left: first * dayWidth + 1, top, width }}>
      <Draggable thing={canMove ? task : null} className={cx(canMove && classes.movable)}>
        <button
          ref={root}
          type="button"
          className={cx(
            classes.bar,
            trouble === 'danger' && classes.isDanger,
            trouble === 'warn' && classes.isWarn,
            isCutLeft && classes.cutLeft,
            isCutRight && classes.cutRight,
            isOpen && classes.isOpen,
            isOfChain === false && classes.dimmed,
          )}
          data-state={workState(task.state)}
          data-task={task.id}
          aria-label={whole}
          aria-expanded={isOpen}
          aria-keyshortcuts={canMove ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}
          title={whole}
          tabIndex={isStop ? 0 : -1}
          onClick={() => onOpen(task.id)}
          onFocus={() => onFocus(task.id)}
          onKeyDown={(event) => onKey(task, event)}
        >
          {late > 0 && <i className={classes.tail} style={{ width: late * dayWidth }} aria-hidden />}
          {isCutLeft && <IconChevronLeft size={12} />}
          {trouble && (
            <span className={classes.mark}>
              {task.isBlocked ? <IconQuestion size={12} /> : <IconAlert size={12} />}
            </span>
          )}
          {width >= leastForWords && (
            <>
              <StateIcon state={workState(task.state)} size={12} decorative />
              <span className={classes.name}>{task.title}</span>
            </>
          )}
          {isCutRight && <IconChevronRight size={12} />}
        </button>
      </Draggable>
    </li>
  );
});
