import { relocate, type Passage } from '@planerka/review/domain';
import type { Thread } from './comment-commands';

/** A thread as one version shows it: under its number, at its place. */
export interface PlacedThread {
  readonly thread: Thread;
  readonly number: number;
  /** Still open from an earlier version. */
  readonly isCarried: boolean;
  /** Where its words stand in this version; null where it is not about words, or they are gone. */
  readonly passage: { readonly network: string | null; readonly from: number; readonly to: number } | null;
}

export interface ShownVersion {
  readonly id: string;
  readonly number: number;
  /** Plain text by network; the main text is under null. */
  readonly texts: ReadonlyMap<string | null, string>;
}

/** What belongs to a version: its own threads in the order they were begun, then those that earlier ones left open. */
export function placeThreads(threads: readonly Thread[], version: ShownVersion): readonly PlacedThread[] {
  const own = threads.filter(({ deliverableId }) => deliverableId === version.id);
  const carried = threads.filter(
    ({ deliverableNumber, resolvedAt }) =>
      resolvedAt === null && deliverableNumber !== null && deliverableNumber < version.number,
  );
  return [...own, ...carried].map((thread, index) => ({
    thread,
    number: index + 1,
    isCarried: index >= own.length,
    passage: passageIn(thread, version),
  }));
}

function passageIn({ anchor, deliverableId }: Thread, version: ShownVersion): PlacedThread['passage'] {
  if (anchor?.__typename !== 'PassageAnchor') return null;
  const { network, from, to, quote } = anchor;
  if (deliverableId === version.id) return { network, from, to };
  const text = version.texts.get(network);
  const passage: Passage = { kind: 'passage', network, from, to, quote };
  return text === undefined ? null : relocate(passage, text);
}
