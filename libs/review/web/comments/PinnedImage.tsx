import { cx, useFormat } from '@planerka/platform/web';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useT } from '../locales';
import { PinButton } from './Pin';
import classes from './PinnedImage.module.css';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ImagePin extends Point {
  readonly id: string;
  readonly number: number;
  readonly isResolved: boolean;
}

export interface PinnedImageProps {
  src: string;
  name: string;
  size: { readonly width: number; readonly height: number } | null;
  pins: readonly ImagePin[];
  activeId: string | null;
  onChoose: (id: string) => void;
  /** The point of a comment that is being written. */
  pending: Point | null;
  /** Left out where the viewer may not comment. */
  onPlace?: ((point: Point) => void) | undefined;
}

const step = 0.02;
const leap = 0.1;
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const within = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 10_000) / 10_000));

/** A picture with numbered drops. A click puts one; by keyboard Enter takes a cross-hair, arrows move it, Enter puts it. */
export function PinnedImage({ src, name, size, pins, activeId, onChoose, pending, onPlace }: PinnedImageProps) {
  const t = useT();
  const format = useFormat();
  const [cross, setCross] = useState<Point | null>(null);
  const percent = (share: number) => format.percent(Math.round(share * 100));

  function placeAt(event: MouseEvent<HTMLElement>): void {
    // A press of Enter arrives as a click without a place; the keys have their own way.
    if (!onPlace || event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    setCross(null);
    onPlace({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  }

  function onKey(event: KeyboardEvent): void {
    const move = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (cross) {
        setCross(null);
        onPlace?.(cross);
      } else setCross(pending ?? { x: 0.5, y: 0.5 });
    } else if (event.key === 'Escape' && cross) {
      event.preventDefault();
      setCross(null);
    } else if (move && cross) {
      event.preventDefault();
      const by = event.shiftKey ? leap : step;
      setCross({ x: within(cross.x + move[0] * by), y: within(cross.y + move[1] * by) });
    }
  }

  const picture = (
    <img
      className={classes.image}
      src={src}
      alt={t('pins.image', { name })}
      {...(size ? { width: size.width, height: size.height } : {})}
    />
  );
  return (
    <div className={classes.frame}>
      {onPlace ? (
        <button
          type="button"
          className={cx(classes.canvas, classes.placing)}
          aria-description={t('pins.hint')}
          onClick={placeAt}
          onKeyDown={onKey}
          onBlur={() => setCross(null)}
        >
          {picture}
        </button>
      ) : (
        <div className={classes.canvas}>{picture}</div>
      )}
      {pins.map(({ id, number, isResolved, x, y }) => (
        <PinButton
          key={id}
          number={number}
          isResolved={isResolved}
          isActive={id === activeId}
          aria-pressed={id === activeId}
          aria-label={t(isResolved ? 'pins.resolvedPin' : 'pins.pin', { number })}
          className={cx(classes.pin)}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          onClick={() => onChoose(id)}
        />
      ))}
      {pending && !cross && (
        <span
          role="img"
          aria-label={t('pins.pending')}
          className={classes.pending}
          style={{ left: `${pending.x * 100}%`, top: `${pending.y * 100}%` }}
        >
          +
        </span>
      )}
      {cross && (
        <span
          className={classes.cross}
          aria-hidden="true"
          style={{ left: `${cross.x * 100}%`, top: `${cross.y * 100}%` }}
        />
      )}
      <p className={classes.live} aria-live="polite">
        {cross && t('pins.placing', { x: percent(cross.x), y: percent(cross.y) })}
      </p>
    </div>
  );
}
