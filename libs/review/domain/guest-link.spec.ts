import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { startsVisit } from './guest-link';

const at = Temporal.Instant.from('2026-11-26T09:40:00Z');

describe('A visit by a link', () => {
  it('begins with the first look, and anew after half an hour', () => {
    expect(startsVisit(null, at)).toBe(true);
    expect(startsVisit(at.subtract({ minutes: 29 }), at)).toBe(false);
    expect(startsVisit(at.subtract({ minutes: 30 }), at)).toBe(true);
  });
});
