import { DndContext, MouseSensor, useSensor, useSensors } from '@dnd-kit/core';
import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { DragArea, Draggable, draggedThing, ignoreNextClick } from './DragArea';

const vase = { name: 'Ваза' };

function Shelf({ onLift }: { onLift: (thing: unknown) => void }) {
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }));
  return (
    <DndContext sensors={sensors} onDragStart={({ active }) => onLift(draggedThing(active))}>
      <DragArea>
        <Draggable thing={vase}>
          <b>Ваза</b>
        </Draggable>
        <Draggable thing={null}>Шкаф</Draggable>
        <p>Полка</p>
      </DragArea>
    </DndContext>
  );
}

function pull(element: HTMLElement): void {
  fireEvent.mouseDown(element, { button: 0, clientX: 0, clientY: 0 });
  fireEvent.mouseMove(document, { clientX: 20, clientY: 0 });
  fireEvent.mouseUp(document);
}

describe('The click after a drag that was given up', () => {
  it('is none, and the one after it is', () => {
    const clicked = jest.fn();
    render(<button onClick={clicked}>Открыть</button>);
    const button = screen.getByText('Открыть');
    ignoreNextClick();
    fireEvent.click(button);
    expect(clicked).not.toHaveBeenCalled();
    fireEvent.click(button);
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it('is one where the button was let go elsewhere and pressed anew', () => {
    const clicked = jest.fn();
    render(<button onClick={clicked}>Открыть</button>);
    ignoreNextClick();
    const button = screen.getByText('Открыть');
    fireEvent.pointerDown(button);
    fireEvent.click(button);
    expect(clicked).toHaveBeenCalledTimes(1);
  });
});

// After those above: for a moment after a drag dnd-kit lets no click through.
describe('DragArea', () => {
  it('lifts what was pressed, and nothing that stays where it is', () => {
    const lifted = jest.fn();
    render(<Shelf onLift={lifted} />);
    pull(screen.getByText('Шкаф'));
    pull(screen.getByText('Полка'));
    expect(lifted).not.toHaveBeenCalled();
    pull(screen.getByText('Ваза'));
    expect(lifted.mock.calls).toEqual([[vase]]);
  });
});
