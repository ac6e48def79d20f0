import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, POOL } from '@planerka/platform/server';
import type pg from 'pg';

/** How often something may be done within so many seconds. */
export interface RateRule {
  readonly window: number;
  readonly max: number;
}

export interface RateDecision {
  readonly allowed: boolean;
  /** Seconds until it is allowed again. */
  readonly retryAfter: number;
}

/** What may be tried at one account, whoever tries: a hundred guesses an hour are the most (OWASP ASVS 2.2.1). */
export const accountRule: RateRule = { window: 15 * 60, max: 10 };

/** One account gets so many letters of a kind: nobody's post box is filled by somebody else. */
export const letterRule: RateRule = { window: 60 * 60, max: 3 };

/** Kept in the database: a restart forgives nobody, and all nodes count together. */
@Injectable()
export class RateLimits implements OnModuleInit {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.everyNight('rate-limit.prune', async () => {
      await this.pool.query('DELETE FROM rate_limit WHERE ends_at < now()');
    });
  }

  /** Counts one more and decides, in one statement: what comes at once is counted one by one. */
  async consume(key: string, { window, max }: RateRule): Promise<RateDecision> {
    const { rows } = await this.pool.query<{ count: number; retryAfter: number }>(
      `INSERT INTO rate_limit AS known (key, count, ends_at) VALUES ($1, 1, now() + make_interval(secs => $2))
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN known.ends_at <= now() THEN 1 ELSE known.count + 1 END,
         ends_at = CASE WHEN known.ends_at <= now() THEN excluded.ends_at ELSE known.ends_at END
       RETURNING count, ceil(extract(epoch FROM ends_at - now()))::int AS "retryAfter"`,
      [key, window],
    );
    const [{ count, retryAfter } = { count: 1, retryAfter: 0 }] = rows;
    return { allowed: count <= max, retryAfter };
  }

  /** What went well is not held against anybody. */
  async forget(key: string): Promise<void> {
    await this.pool.query('DELETE FROM rate_limit WHERE key = $1', [key]);
  }
}

/** Of what is tried at an account; nobody reads from the key whose e-mail it was. */
export const accountKey = (what: string, email: string): string =>
  `${what}:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
