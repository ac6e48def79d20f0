import type { DragEvent } from 'react';
import type { Idea } from './idea.documents';

const kind = 'application/x-planerka-idea';

/** What is being dragged: while it is over a day, a page may only see of which kind it is. */
let lifted: Idea | null = null;

export function lift({ dataTransfer }: DragEvent, idea: Idea): void {
  lifted = idea;
  dataTransfer.effectAllowed = 'copy';
  dataTransfer.setData(kind, idea.id);
  dataTransfer.setData('text/plain', idea.text);
}

const placeAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null;

let over: HTMLElement | null = null;

/** Marked in the page itself: five hundred cards need not be drawn anew because something is carried over them. */
function mark(next: HTMLElement | null): void {
  if (over === next) return;
  over?.removeAttribute('data-over');
  next?.setAttribute('data-over', '');
  over = next;
}

export type PlaceIdea = (idea: Idea, day: string, time?: string) => void;

/** For whatever has days (`data-day`), and perhaps hours of them (`data-time`), in it. */
export const ideaDrop = (onPlace: PlaceIdea | undefined) =>
  onPlace && {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(kind)) return;
      const place = placeAt(event.target);
      mark(place);
      if (!place) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) mark(null);
    },
    onDrop: (event: DragEvent) => {
      const { day, time } = placeAt(event.target)?.dataset ?? {};
      mark(null);
      if (!lifted || !day || event.dataTransfer.getData(kind) !== lifted.id) return;
      event.preventDefault();
      onPlace(lifted, day, time);
      lifted = null;
    },
  };
