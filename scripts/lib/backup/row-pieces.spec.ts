import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rowEnds, rowPieces } from './row-pieces.mjs';

const row = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `${text.replaceAll('\n', '\\n')}\n`);

describe('Pieces of a table', () => {
  it('are whole rows, all of them, however the network cut the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 20 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        fc.integer({ min: 1, max: 100 }),
        async (rows, cuts, size) => {
          const bytes = Buffer.from(rows.join(''));
          const put: Buffer[] = [];
          const pieces = rowPieces((piece, count) => {
            expect(count).toBe(put.length);
            put.push(piece);
            return Promise.resolve();
          }, size);
          let ended = 0;
          for (let at = 0; at < bytes.length;) {
            const length = cuts.next().value as number;
            const cut = bytes.subarray(at, at + length);
            ended += rowEnds(cut);
            await pieces.take(cut);
            at += length;
          }
          expect(ended).toBe(rows.length);
          await pieces.end();
          expect(Buffer.concat(put)).toEqual(bytes);
          for (const piece of put) expect(piece.at(-1)).toBe('\n'.charCodeAt(0));
        },
      ),
    );
  });
});
