import { describe, expect, it } from '@jest/globals';
import { Selection } from './selection';

const of = (...order: string[]) => {
  const selection = new Selection();
  selection.setOrder(order);
  return selection;
};
const chosen = (selection: Selection) => [...selection.chosen()].toSorted();

describe('A selection', () => {
  it('reaches from the one chosen last, whichever way', () => {
    const selection = of('a', 'b', 'c', 'd', 'e');
    selection.toggle('d');
    selection.reachTo('b');
    expect(chosen(selection)).toEqual(['b', 'c', 'd']);
    selection.reachTo('e');
    expect(chosen(selection)).toEqual(['b', 'c', 'd', 'e']);
  });

  it('begins a range with one, where none was chosen or what was is not shown any more', () => {
    const selection = of('a', 'b', 'c');
    selection.reachTo('b');
    expect(chosen(selection)).toEqual(['b']);
    selection.setOrder(['a', 'c']);
    selection.reachTo('c');
    expect(chosen(selection)).toEqual(['b', 'c']);
  });

  it('is of all that are shown, and without those that are left out', () => {
    const selection = of('a', 'b', 'c');
    selection.chooseAll();
    selection.leaveOut(['b']);
    expect(chosen(selection)).toEqual(['a', 'c']);
  });

  it('begins with one that is held, and goes on by taps', () => {
    const selection = of('a', 'b');
    selection.beginWith('b');
    selection.beginWith('b');
    expect([chosen(selection), selection.isPicking()]).toEqual([['b'], true]);
  });

  it('ends with picking, and tells of it', () => {
    const selection = of('a');
    let told = 0;
    selection.subscribe(() => told++);
    selection.pick(true);
    selection.toggle('a');
    selection.clear();
    expect([chosen(selection), selection.isPicking(), told]).toEqual([[], false, 3]);
  });
});
