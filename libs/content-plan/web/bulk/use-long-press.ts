import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';

const longMilliseconds = 450;
/** A finger never lies quite still. */
const slack = 10;

/** Of a finger alone: with a mouse one has keys for it. What follows a long press is no tap. */
export function useLongPress(onLongPress: (() => void) | undefined) {
  const pressed = useRef<{ timer: number; x: number; y: number } | null>(null);
  const wasLong = useRef(false);
  const latest = useRef(onLongPress);
  useEffect(() => {
    latest.current = onLongPress;
  });
  return useMemo(() => {
    const end = () => {
      if (pressed.current) window.clearTimeout(pressed.current.timer);
      pressed.current = null;
    };
    return {
      onPointerDown: ({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
        end();
        wasLong.current = false;
        if (pointerType !== 'touch' || !isPrimary || !latest.current) return;
        const timer = window.setTimeout(() => {
          pressed.current = null;
          wasLong.current = true;
          latest.current?.();
        }, longMilliseconds);
        pressed.current = { timer, x, y };
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const at = pressed.current;
        if (at && Math.hypot(clientX - at.x, clientY - at.y) > slack) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
      // The browser's own menu of a long press would lie over what it has chosen.
      onContextMenu: (event: MouseEvent) => {
        if (pressed.current || wasLong.current) event.preventDefault();
      },
      onClickCapture: (event: MouseEvent) => {
        if (!wasLong.current) return;
        wasLong.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    };
  }, []);
}
