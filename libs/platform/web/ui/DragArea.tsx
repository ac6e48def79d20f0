import { useDraggable, type Active } from '@dnd-kit/core';
import { type ComponentProps, type SyntheticEvent, useCallback, useState } from 'react';

/** What each element that can be dragged stands for. */
const things = new WeakMap<Element, unknown>();

/** Somewhere in a DragArea: what is dragged as a whole. Without a thing it stays where it is. */
export function Draggable({ thing, ...rest }: ComponentProps<'div'> & { thing: unknown }) {
  const remember = useCallback(
    (element: HTMLDivElement | null) => {
      if (element) things.set(element, thing);
    },
    [thing],
  );
  return <div ref={remember} data-draggable {...rest} />;
}

interface Pressed {
  thing: unknown;
}

/** What is being dragged, as it was given to its Draggable. */
export const draggedThing = ({ data }: Active): unknown => (data.current as Pressed | undefined)?.thing;

/**
 * Around all that can be dragged (`Draggable`), inside of a DndContext. To dnd-kit it is one thing, which becomes what is pressed: as
 * things of their own, all cards of a board would be drawn anew whenever one of them is lifted, comes over a column, or is let go.
 */
export function DragArea(props: ComponentProps<'div'>) {
  const [pressed] = useState<Pressed>(() => ({ thing: undefined }));
  const { setNodeRef, listeners } = useDraggable({ id: 'pressed', data: pressed });
  const handlers = Object.entries(listeners ?? {}).map(([name, start]) => [
    name,
    (event: SyntheticEvent) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-draggable]') : null;
      const thing = element && things.get(element);
      if (!thing) return;
      pressed.thing = thing;
      setNodeRef(element);
      (start as (event: SyntheticEvent) => void)(event);
    },
  ]);
  return <div {...props} {...Object.fromEntries(handlers)} />;
}

/** After a drag that Escape has ended: the button is still down, and letting it go is no click on what lies under it. */
export function ignoreNextClick(): void {
  const ending = new AbortController();
  const until = { capture: true, signal: ending.signal };
  const end = () => ending.abort();
  document.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      end();
    },
    until,
  );
  document.addEventListener('pointerdown', end, until);
  document.addEventListener('keydown', end, until);
}
