import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Socket } from 'node:net';
import { testDatabase } from '@planerka/testing/server';
import fc from 'fast-check';
import pg from 'pg';
import { handOnBodies } from './written-bodies';

/** What comes of it comes in pieces of these lengths, over and over. */
class TornSocket extends Socket {
  lengths = [1 << 20];
  private next = 0;

  override push(chunk: Buffer | null): boolean {
    if (chunk === null) return super.push(chunk);
    for (let from = 0; from < chunk.length;) {
      const length = this.lengths[this.next++ % this.lengths.length] ?? 1;
      super.push(chunk.subarray(from, from + length));
      from += length;
    }
    return true;
  }
}

/** Values as they came: of a body, its bytes. */
const asBytes: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value };

let db: pg.Client;
const socket = new TornSocket();

beforeAll(async () => {
  const { url } = await testDatabase();
  db = new pg.Client({ connectionString: url, stream: () => socket, pipeline: true });
  await db.connect();
  handOnBodies(db.connection);
});
afterAll(() => db.end());

const written = async (text: string, values: unknown[] = []): Promise<unknown[]> => {
  const { rows } = await db.query<{ body: unknown }>({ text, values, types: asBytes });
  return rows.map(({ body }) => (Buffer.isBuffer(body) ? body.toString() : body));
};

describe('What a statement has written', () => {
  it('comes as it is, between answers of other kinds, however the connection tears it', async () => {
    const long = { minLength: 1, maxLength: 20 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 7 }),
        fc.array(
          fc.string({ unit: 'grapheme', ...long }).map((text) => text.replaceAll('\0', '')),
          long,
        ),
        async (lengths, texts) => {
          socket.lengths = lengths;
          const [, bodies, , failed, again] = await Promise.allSettled([
            db.query('SET plan_cache_mode = force_generic_plan'),
            written('SELECT t AS body FROM unnest($1::text[]) t', [texts]),
            db.query('SELECT 1 AS body'),
            written('SELECT t || (1 / 0)::text AS body FROM unnest($1::text[]) t', [texts]),
            written('SELECT $1::text AS body', [texts[0]]),
          ]);
          expect(bodies).toMatchObject({ value: texts });
          expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
          expect(again).toMatchObject({ value: [texts[0]] });
          const { rows } = await db.query('SELECT t AS other, length(t) FROM unnest($1::text[]) t', [texts]);
          expect(rows).toEqual(texts.map((other) => ({ other, length: [...other].length })));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('may be nothing, empty, or longer than what comes at once', async () => {
    socket.lengths = [65_536];
    expect(await written(`SELECT NULL::text AS body`)).toEqual([null]);
    expect(await written(`SELECT '' AS body WHERE false`)).toEqual([]);
    expect(await written(`SELECT '' AS body`)).toEqual(['']);
    const [body] = await written(`SELECT repeat('я', $1::int) AS body`, [1_000_000]);
    expect(body).toBe('я'.repeat(1_000_000));
  });

  it('is a string for whoever does not ask for bytes', async () => {
    const { rows } = await db.query(`SELECT 'да' AS body`);
    expect(rows).toEqual([{ body: 'да' }]);
  });

  it('is not taken for one where there is more than it', async () => {
    expect((await db.query(`SELECT 7 AS body`)).rows).toEqual([{ body: 7 }]);
    expect((await db.query(`SELECT 'да' AS body, 2 AS more`)).rows).toEqual([{ body: 'да', more: 2 }]);
  });
});
