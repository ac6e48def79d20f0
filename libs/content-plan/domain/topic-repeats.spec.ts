import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { topicRepeats } from './topic-repeats';

const item = (id: string, title: string, day: string) => ({ id, title, publishOn: Temporal.PlainDate.from(day) });

describe('Repeated topics', () => {
  it('finds one topic twice on a day, however it is spelled', () => {
    const repeats = topicRepeats([
      item('a', 'Розыгрыш подсвечников', '2026-12-17'),
      item('b', 'розыгрыш  «подсвечников»', '2026-12-17'),
      item('c', 'Розыгрыш подсвечников', '2026-12-24'),
    ]);
    expect(repeats.map(({ date, itemIds }) => [date.toString(), itemIds])).toEqual([['2026-12-17', ['a', 'b']]]);
  });
});
