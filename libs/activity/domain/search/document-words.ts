import { wordsIn } from './words';

/** A word of a title; what stands in a text only weighs less however often it stands there. */
export const titleWeight = 6;
const mostOfBody = 3;

/** What a document is found by, and how much each word says of it. */
export function weighWords(title: string, body: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { word } of wordsIn(body)) weights.set(word, Math.min(mostOfBody, (weights.get(word) ?? 0) + 1));
  for (const word of new Set(wordsIn(title).map((one) => one.word)))
    weights.set(word, titleWeight + (weights.get(word) ?? 0));
  return weights;
}
