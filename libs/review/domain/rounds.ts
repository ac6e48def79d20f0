import { isPaidRound } from '@planerka/tasks/domain';

export { isPaidRound };

export interface RoundNotice {
  /** «круг 2 из 3», from 1. */
  readonly round: number;
  readonly included: number;
  /** What one more return means: still included, the last included one begins, or it costs. */
  readonly next: 'included' | 'last_included' | 'paid';
}

/** What a client is told before a paid round begins. Returns are what has come back from the client so far. */
export function roundNotice(returns: number, included: number): RoundNotice {
  const next = returns + 1;
  return {
    round: next,
    included,
    next: isPaidRound(next, included) ? 'paid' : next === included ? 'last_included' : 'included',
  };
}
