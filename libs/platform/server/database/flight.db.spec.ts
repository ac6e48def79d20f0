import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@planerka/testing/server';
import type pg from 'pg';
import { createConnectionPool } from './connection-pool';
import { Flight, type FlightStatement } from './flight';

let pool: pg.Pool;
let db: pg.PoolClient;

beforeAll(async () => {
  const { url } = await testDatabase();
  pool = createConnectionPool({ databaseUrl: url, databasePool: 1 });
  db = await pool.connect();
});
afterAll(async () => {
  db.release();
  await pool.end();
});

const fly = async (...statements: FlightStatement[]): Promise<unknown[][]> => {
  const flight = new Flight(statements);
  db.query(flight);
  const answers = await flight.landed;
  return answers.map((rows) => rows.map((each) => (Buffer.isBuffer(each) ? each.toString() : each)));
};
const echo = (body: string, name?: string): FlightStatement => ({
  text: 'SELECT $1::text AS body',
  values: [body],
  name,
});
const broken = (name?: string): FlightStatement => ({ text: 'SELECT (1 / $1::int)::text AS body', values: [0], name });
const begin: FlightStatement = { name: 'begin', text: 'BEGIN READ ONLY' };
const commit: FlightStatement = { name: 'commit', text: 'COMMIT' };

describe('A flight', () => {
  it('answers each of its statements in their order, with or without a name, however often', async () => {
    const many: FlightStatement = { name: 'many', text: 'SELECT n::text AS body FROM generate_series(1, 3) n' };
    const nothing: FlightStatement = { text: `SELECT NULL::text AS body` };
    for (let turn = 0; turn < 3; turn++)
      expect(await fly(begin, echo('да', 'echo'), many, nothing, echo('нет'), echo(`${turn}`, 'echo'), commit)).toEqual(
        [[], ['да'], ['1', '2', '3'], [null], ['нет'], [`${turn}`], []],
      );
  });

  it('is one transaction where it says so, and has settings of its own', async () => {
    const answers = await fly(
      begin,
      { text: `SET LOCAL app.agency_id = 'x'` },
      { text: `SELECT current_setting('app.agency_id') || current_setting('transaction_read_only') AS body` },
      commit,
      { text: `SELECT current_setting('app.agency_id') AS body` },
    );
    expect(answers).toEqual([[], [], ['xon'], [], ['']]);
  });

  it('sends what stands behind it in its order', async () => {
    const flight = new Flight([begin, echo('сначала'), commit]);
    db.query(flight);
    const [after, answers] = await Promise.all([db.query(`SELECT 'потом' AS body, 1 AS more`), flight.landed]);
    expect(after.rows).toEqual([{ body: 'потом', more: 1 }]);
    expect(String(answers[1]?.[0])).toBe('сначала');
  });

  it.each([undefined, 'broken'])('fails as a whole, and leaves the connection as good as it was (%s)', async (name) => {
    await expect(
      fly(begin, echo('до', 'before'), broken(name), echo('после', `after ${name}`), commit),
    ).rejects.toMatchObject({
      code: '22012',
    });
    await db.query('ROLLBACK');
    // what was parsed is known to be, what was skipped is not
    expect(await fly(echo('1', 'before'), echo('2', `after ${name}`))).toEqual([['1'], ['2']]);
    await expect(fly(broken(name))).rejects.toMatchObject({ code: '22012' });
    const misspelt = { name: 'misspelt', text: 'SELECT nothing' };
    for (let turn = 0; turn < 2; turn++) await expect(fly(misspelt)).rejects.toMatchObject({ code: '42703' });
  });

  it('and queries know of each other what the connection has parsed', async () => {
    const { text, values = [] } = echo('одно', 'both');
    expect(await fly(echo('одно', 'both'))).toEqual([['одно']]);
    const { rows } = await db.query({ name: 'both', text, values: [...values] });
    expect(rows).toEqual([{ body: 'одно' }]);
    expect(await fly(echo('другое', 'both'))).toEqual([['другое']]);
  });
});
