import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash, isContentHash, type Canonical } from './content-hash';

const content = fc.jsonValue() as fc.Arbitrary<Canonical>;

describe('content hash', () => {
  it('sorts members, keeps order of lists and ignores what is absent', () => {
    expect(canonicalJson({ б: 1, a: [2, { z: null, y: undefined }] })).toBe('{"a":[2,{"z":null}],"б":1}');
  });

  it('is the SHA-256 that everyone else computes', () => {
    const text = { text: 'Стол, за которым поместятся все 😀' };
    expect(contentHash(text)).toBe(createHash('sha256').update(JSON.stringify(text)).digest('hex'));
    expect(isContentHash(contentHash(text))).toBe(true);
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(content, (value) => {
        expect(contentHash(reversed(value))).toBe(contentHash(value));
      }),
    );
  });

  it('survives the database: the hash of what JSON gives back is the same', () => {
    fc.assert(
      fc.property(content, (value) => {
        expect(contentHash(JSON.parse(JSON.stringify(value)))).toBe(contentHash(value));
      }),
    );
  });

  it.each<[Canonical, Canonical]>([
    ['a', 'a '],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [{ a: null }, {}],
    ['1', 1],
    [{ a: { b: 1 } }, { a: 1, b: {} }],
  ])('tells %j from %j', (one, other) => {
    expect(contentHash(one)).not.toBe(contentHash(other));
  });

  it('refuses what cannot be told apart afterwards', () => {
    expect(() => contentHash('\uD83D')).toThrow(TypeError);
    expect(() => contentHash({ n: Number.NaN })).toThrow(TypeError);
  });
});

function reversed(value: Canonical): Canonical {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member ?? null)]),
  );
}
