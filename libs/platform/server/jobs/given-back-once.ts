import type pg from 'pg';

type Connected = Parameters<typeof pg.Pool.prototype.connect>[0];

/**
 * The same pool, whose connections may be given back twice.
 * graphile-worker does so with the one it listens by where that is lost just as it ends: an error that nobody hears of, which would end the process.
 */
export function givenBackOnce(pool: pg.Pool): pg.Pool {
  const connect = (connected?: Connected): Promise<pg.PoolClient> | void => {
    if (!connected) return pool.connect();
    pool.connect((problem, client, giveBack) => {
      let isBack = false;
      connected(problem, client, (reason) => {
        if (!isBack) giveBack(reason);
        isBack = true;
      });
    });
  };
  return Object.create(pool, { connect: { value: connect } }) as pg.Pool;
}
