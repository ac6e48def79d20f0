import { describe, expect, it } from '@jest/globals';
import { awaitedRevision } from './revision';
import { taskStates } from './task-state';

const version = (number: number, acceptedAt: string | null = null) => ({ number, acceptedAt });
const day = '2026-12-07T09:00:00Z';

describe('a revision that waits for the assignee', () => {
  it.each([
    ['the first version', [version(1)], null],
    ['a version that was accepted', [version(1, day)], null],
    ['a second one before the first was accepted', [version(1), version(2)], null],
    ['a second one', [version(1, day), version(2)], [1, 2]],
    ['one that was revised once more', [version(1, day), version(2), version(3)], [1, 3]],
    ['the third, where two were accepted', [version(1, day), version(2, day), version(3)], [2, 3]],
    ['nothing issued', [], null],
  ])('%s', (_name, briefs, expected) => {
    const revision = awaitedRevision({ state: 'issued', acceptedAt: day }, briefs);
    expect(revision && [revision.accepted.number, revision.proposed.number]).toEqual(expected);
  });

  it('binds nobody who has declined, or has just been given the task', () => {
    expect(awaitedRevision({ state: 'issued', acceptedAt: null }, [version(1, day), version(2)])).toBeNull();
  });

  it.each(taskStates.filter((state) => state !== 'issued'))('is none in %s', (state) => {
    expect(awaitedRevision({ state, acceptedAt: day }, [version(1, day), version(2)])).toBeNull();
  });
});
