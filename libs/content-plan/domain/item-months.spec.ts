import { describe, expect, it } from '@jest/globals';
import { changesBetween, changesOfNew, Temporal } from '@planerka/platform/domain';
import { monthsOfItem, type ToldOfItem } from './item-months';

const at = (text: string) => Temporal.Instant.from(text);
const stood = (publishAt: string) => ({ details: { publishAt } });

describe('An event of a publication touches', () => {
  it.each<[string, ToldOfItem, number, readonly string[]]>([
    ['the month in which it stands', stood('2026-12-10T09:00:00Z'), 14, ['2026-12']],
    ['both, where a time zone may have it in either', stood('2026-12-31T20:00:00Z'), 14, ['2026-12', '2027-01']],
    ['those whose weeks may show it', stood('2026-12-27T09:00:00Z'), 192, ['2026-12', '2027-01']],
    [
      'the one it left and the one it came to',
      {
        ...stood('2026-12-10T09:00:00Z'),
        changes: changesBetween({ publishAt: at('2026-12-10T09:00:00Z') }, { publishAt: at('2027-02-10T09:00:00Z') }),
      },
      14,
      ['2026-12', '2027-02'],
    ],
    [
      'that of its day, where it is new',
      { changes: changesOfNew({ publishOn: Temporal.PlainDate.from('2027-03-10') }) },
      14,
      ['2027-03'],
    ],
    [
      'that of a midnight, which is told as a day',
      { changes: changesOfNew({ publishAt: at('2027-03-10T00:00:00Z') }) },
      14,
      ['2027-03'],
    ],
    ['nobody knows which, where it does not say', { details: { title: 'Пост' } }, 14, []],
  ])('%s', (_, event, around, months) => {
    expect([...monthsOfItem(event, around)]).toEqual(months);
  });
});
