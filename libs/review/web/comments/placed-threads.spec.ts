import { expect, it } from '@jest/globals';
import type { Thread } from './comment-commands';
import { placeThreads, type ShownVersion } from './placed-threads';

const thread = (id: string, more: Partial<Thread>): Thread =>
  ({ id, deliverableId: 'v2', deliverableNumber: 2, resolvedAt: null, anchor: null, ...more }) as Thread;
const earlier = { deliverableId: 'v1', deliverableNumber: 1 };
const passage = (quote: string, from: number) =>
  ({ __typename: 'PassageAnchor', network: null, from, to: from + quote.length, quote }) as const;

const version: ShownVersion = { id: 'v2', number: 2, texts: new Map([[null, 'Большой стол на всех']]) };

it('numbers a version’s own threads first, then what earlier ones left open', () => {
  const threads = [
    thread('old', earlier),
    thread('settled', { ...earlier, resolvedAt: '2026-12-01T00:00:00Z' }),
    thread('own', {}),
    thread('later', { deliverableId: 'v3', deliverableNumber: 3 }),
  ];
  expect(
    placeThreads(threads, version).map(({ thread: { id }, number, isCarried }) => [id, number, isCarried]),
  ).toEqual([
    ['own', 1, false],
    ['old', 2, true],
  ]);
});

it('finds the words of an earlier version again, or says that they are gone', () => {
  const [moved, gone] = placeThreads(
    [thread('a', { ...earlier, anchor: passage('стол', 0) }), thread('b', { ...earlier, anchor: passage('стул', 0) })],
    version,
  );
  expect(moved?.passage).toMatchObject({ from: 8, to: 12 });
  expect(gone?.passage).toBeNull();
});
