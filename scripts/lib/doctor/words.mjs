/** At most so many of a kind are named, and the rest counted: a report is to be read. */
const NAMED = 10;

export function named(things, sentence) {
  const named = things.slice(0, NAMED).map(sentence);
  return things.length > NAMED ? [...named, `… and ${things.length - NAMED} more.`] : named;
}
