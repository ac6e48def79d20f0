import { describe, expect, it } from '@jest/globals';
import { agreedIn, changesOf } from './agreed';

const frequencies = [
  { channelId: 'vk', validFrom: '2026-12', items: 15 },
  { channelId: 'vk', validFrom: '2026-09', items: 12 },
  { channelId: 'tg', validFrom: '2026-10', items: 8 },
];

describe('what was agreed for a channel', () => {
  it.each<[string, Record<string, number>]>([
    ['2026-08', {}],
    ['2026-09', { vk: 12 }],
    ['2026-11', { vk: 12, tg: 8 }],
    ['2026-12', { vk: 15, tg: 8 }],
    ['2027-05', { vk: 15, tg: 8 }],
  ])('in %s', (month, expected) => {
    expect(Object.fromEntries(agreedIn(frequencies, month))).toEqual(expected);
  });

  it('has changed from these months on', () => {
    expect(changesOf(frequencies)).toEqual(['2026-12', '2026-10', '2026-09']);
  });
});
