import { describe, expect, it } from '@jest/globals';
import { ItemMoves, onTheWay, placeIn, type MovableItem, type Pending, type Place, type SendMove } from './item-moves';

const table: MovableItem = { id: 'table', title: 'Стол', version: 4, publishOn: '2026-12-08', publishTime: '12:00' };

/** A server that answers when the test lets it. */
function desk() {
  const asked: { to: Place; version: number; answer: (version: number | null) => void }[] = [];
  const shown: Pending[] = [];
  const all = new ItemMoves((pending) => shown.push(pending));
  const send: SendMove = (_, to, version) => new Promise((answer) => asked.push({ to, version, answer }));
  const moves = { move: (item: MovableItem, to: Partial<Place>) => all.move(item, to, send) };
  const place = () => shown.at(-1)?.get('table');
  /** Where it stands while the server has not answered. */
  const where = () => (place()?.version === undefined ? (place()?.publishOn ?? null) : null);
  const standsOn = (item: MovableItem) => placeIn(shown.at(-1) ?? new Map(), item).publishOn;
  return { asked, moves, where, standsOn };
}

describe('Moves of one publication', () => {
  it('stand at once where they lead, and go one after another under the version of the last', async () => {
    const { asked, moves, where } = desk();
    const first = moves.move(table, { publishOn: '2026-12-09' });
    expect(where()).toBe('2026-12-09');
    const second = moves.move(table, { publishOn: '2026-12-10' });
    const third = moves.move(table, { publishOn: '2026-12-11' });
    expect(where()).toBe('2026-12-11');
    expect(asked).toHaveLength(1);

    asked[0]?.answer(5);
    await Promise.all([second, third]);
    expect(asked[1]).toMatchObject({ to: { publishOn: '2026-12-11' }, version: 5 });
    asked[1]?.answer(6);

    expect(await first).toEqual({
      from: { publishOn: '2026-12-08', publishTime: '12:00' },
      to: { publishOn: '2026-12-11', publishTime: '12:00' },
    });
    expect(where()).toBeNull();
  });

  it('keep a day that is on its way when the time is changed', async () => {
    const { asked, moves } = desk();
    const done = moves.move(table, { publishOn: '2026-12-09' });
    void moves.move(table, { publishTime: '19:00' });
    asked[0]?.answer(5);
    await Promise.resolve();
    asked[1]?.answer(6);
    expect(await done).toMatchObject({ to: { publishOn: '2026-12-09', publishTime: '19:00' } });
  });

  it('know their own last version before the page does', async () => {
    const { asked, moves } = desk();
    const first = moves.move(table, { publishOn: '2026-12-09' });
    asked[0]?.answer(5);
    await first;
    void moves.move({ ...table, publishOn: '2026-12-09' }, { publishOn: '2026-12-10' });
    expect(asked[1]).toMatchObject({ version: 5 });
  });

  it('stand where they led until the page has heard of it, and go on from there', async () => {
    const { asked, moves, standsOn } = desk();
    const first = moves.move(table, { publishOn: '2026-12-09' });
    asked[0]?.answer(5);
    await first;
    expect(standsOn(table)).toBe('2026-12-09');
    const second = moves.move(table, { publishOn: '2026-12-10' });
    asked[1]?.answer(6);
    expect(await second).toMatchObject({ from: { publishOn: '2026-12-09' }, to: { publishOn: '2026-12-10' } });
    const movedByAnother = { ...table, version: 7, publishOn: '2026-12-20' };
    expect(standsOn(movedByAnother)).toBe('2026-12-20');
  });

  it('end where the server says no, with all that waited behind it', async () => {
    const { asked, moves, where } = desk();
    const first = moves.move(table, { publishOn: '2026-12-09' });
    void moves.move(table, { publishOn: '2026-12-10' });
    asked[0]?.answer(null);
    expect(await first).toBeNull();
    expect(asked).toHaveLength(1);
    expect(where()).toBeNull();
  });

  it('are none where nothing would change, or where they come back to where they began', async () => {
    const { asked, moves } = desk();
    expect(await moves.move(table, { publishOn: '2026-12-08' })).toBeNull();
    const away = moves.move(table, { publishOn: '2026-12-09' });
    void moves.move(table, { publishOn: '2026-12-08' });
    asked[0]?.answer(5);
    await Promise.resolve();
    asked[1]?.answer(6);
    expect(await away).toBeNull();
  });
});

describe('The way back', () => {
  const on = (publishOn: string): Place => ({ publishOn, publishTime: '12:00' });

  it('leads over moves that followed one another to where the first began', () => {
    const first = { from: on('2026-12-08'), to: on('2026-12-09') };
    const second = { from: on('2026-12-09'), to: on('2026-12-10') };
    expect(onTheWay(undefined, first)).toEqual(first);
    expect(onTheWay(first, second)).toEqual({ from: on('2026-12-08'), to: on('2026-12-10') });
  });

  it('leads no further back than where somebody else has put it', () => {
    const mine = { from: on('2026-12-08'), to: on('2026-12-09') };
    const afterAnother = { from: on('2026-12-20'), to: on('2026-12-21') };
    expect(onTheWay(mine, afterAnother)).toEqual(afterAnother);
  });
});
