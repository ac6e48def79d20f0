import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import './temporal-equality';

it('tells dates apart inside structures', () => {
  const on = (text: string) => ({ item: { on: Temporal.PlainDate.from(text) } });
  expect(on('2026-12-08')).toEqual(on('2026-12-08'));
  expect(on('2026-12-08')).not.toEqual(on('2026-12-09'));
  expect({ at: Temporal.PlainTime.from('12:00') }).not.toEqual({ at: Temporal.PlainDate.from('2026-12-08') });
});
