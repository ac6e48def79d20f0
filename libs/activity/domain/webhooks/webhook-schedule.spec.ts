import { describe, expect, it } from '@jest/globals';
import { Temporal, type Instant } from '@planerka/platform/domain';
import fc from 'fast-check';
import { afterAttempt, isTaken, webhookPatienceDays, webhookWaits, type AfterAttempt } from './webhook-schedule';

const at = Temporal.Instant.from('2026-11-26T12:00:00Z');
const first = { tries: 1, failingSince: null };

describe('After an attempt', () => {
  it('a delivery that was taken is over, and the webhook is well again', () => {
    for (const status of [200, 201, 204, 299]) {
      expect(afterAttempt({ status, at }, { tries: 3, failingSince: at })).toEqual({
        state: 'delivered',
        dueAt: null,
        failingSince: null,
        pause: null,
      });
    }
  });

  it('one that was not is tried again, later each time, and given up after ten attempts', () => {
    const waits = Array.from({ length: 10 }, (_, index) =>
      afterAttempt({ status: 500, at }, { ...first, tries: index + 1 }),
    );
    expect(waits.map(({ dueAt }) => dueAt && (dueAt.epochMilliseconds - at.epochMilliseconds) / 1_000)).toEqual([
      ...webhookWaits,
      null,
    ]);
    expect(waits.map(({ state }) => state)).toEqual([...Array<string>(9).fill('waiting'), 'failed']);
    expect(webhookWaits).toEqual(webhookWaits.toSorted((one, other) => one - other));
  });

  it('a redirect, no answer and a refusal are failures like any other', () => {
    for (const status of [null, 302, 400, 404, 429, 503]) {
      expect(afterAttempt({ status, at }, first)).toMatchObject({ state: 'waiting', failingSince: at, pause: null });
    }
  });

  it('«410 Gone» ends it at once', () => {
    expect(afterAttempt({ status: 410, at }, first)).toMatchObject({ state: 'failed', dueAt: null, pause: 'gone' });
  });

  it('a webhook that took nothing for five days is paused', () => {
    const since = (hours: number) => at.subtract({ hours });
    const patience = webhookPatienceDays * 24;
    expect(afterAttempt({ status: 500, at }, { tries: 1, failingSince: since(patience - 1) }).pause).toBeNull();
    expect(afterAttempt({ status: 500, at }, { tries: 1, failingSince: since(patience) }).pause).toBe('failing');
  });

  it('whatever answers come: it ends, never later than the schedule, and pauses only where nothing got through', () => {
    const answers = fc.array(fc.option(fc.integer({ min: 200, max: 599 })), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(answers, (statuses) => {
        let now: Instant = at;
        let after: AfterAttempt = { state: 'waiting', dueAt: at, failingSince: null, pause: null };
        let tries = 0;
        for (const status of statuses) {
          if (after.state !== 'waiting' || after.pause !== null) break;
          now = after.dueAt ?? now;
          tries += 1;
          after = afterAttempt({ status, at: now }, { tries, failingSince: after.failingSince });
          expect(after.state === 'waiting').toBe(after.dueAt !== null);
          expect(after.state === 'delivered').toBe(isTaken(status));
          expect(after.failingSince === null).toBe(isTaken(status));
        }
        expect(after.state).not.toBe('waiting');
        expect(now.epochMilliseconds - at.epochMilliseconds).toBeLessThan(4 * 24 * 3_600_000);
      }),
    );
  });
});
