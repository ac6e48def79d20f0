import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../locales';
import { PinnedImage, type ImagePin, type Point } from './PinnedImage';

const pin: ImagePin = { id: 'p1', number: 1, isResolved: false, x: 0.2, y: 0.3 };

function show(onPlace?: (point: Point) => void, onChoose: (id: string) => void = () => {}) {
  render(
    <PinnedImage
      src="slide.webp"
      name="slide.png"
      size={{ width: 1080, height: 1080 }}
      pins={[pin, { ...pin, id: 'p2', number: 2, isResolved: true }]}
      activeId={null}
      onChoose={onChoose}
      pending={null}
      onPlace={onPlace}
    />,
  );
  return screen.queryByRole('button', { name: /slide\.png/ });
}

describe('a picture with pins', () => {
  it('takes a point by keyboard: Enter, arrows, Enter', async () => {
    const place = jest.fn();
    const canvas = show(place);
    canvas?.focus();
    await userEvent.keyboard('{Enter}{ArrowRight}{ArrowRight}{ArrowUp}{Shift>}{ArrowDown}{/Shift}');
    expect(place).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(place).toHaveBeenCalledTimes(1);
    expect(place).toHaveBeenCalledWith({ x: 0.54, y: 0.58 });
  });

  it('keeps the point inside the picture, and lets it go on Escape', async () => {
    const place = jest.fn();
    show(place)?.focus();
    await userEvent.keyboard(`{Enter}{Shift>}${'{ArrowLeft}'.repeat(9)}{/Shift}{Enter}`);
    expect(place).toHaveBeenLastCalledWith({ x: 0, y: 0.5 });
    await userEvent.keyboard('{Enter}{Escape}');
    expect(place).toHaveBeenCalledTimes(1);
  });

  it('takes a point by a click, as a share of the picture', () => {
    const place = jest.fn();
    const canvas = show(place) as HTMLElement;
    canvas.getBoundingClientRect = () => new DOMRect(100, 50, 400, 200);
    fireEvent.click(canvas, { clientX: 200, clientY: 200, detail: 1 });
    expect(place).toHaveBeenCalledWith({ x: 0.25, y: 0.75 });
  });

  it('tells pins by number and by what became of them', async () => {
    const choose = jest.fn();
    show(undefined, choose);
    const pins = screen.getAllByRole('button');
    expect(pins).toHaveLength(2);
    expect(pins.map((button) => button.textContent)).toEqual(['1', '2']);
    await userEvent.click(pins[1] as HTMLElement);
    expect(choose).toHaveBeenCalledWith('p2');
  });
});
