/**
 * Everybody who may come to a thing. It is a task of the first squad's client, done by Maria (`assignee`), led by Anna
 * (`manager`), and shown to the client by a link (`guest`).
 */
export const actors = [
  'owner',
  'manager',
  /** Leads the second squad. */
  'otherManager',
  'assignee',
  /** Of the first squad; does ads there, and not this task. */
  'targetologist',
  /** Of the first squad, and not on this task. */
  'colleague',
  /** A specialist of the second squad. */
  'stranger',
  /** The owner of another agency. */
  'foreigner',
  'guest',
  'expiredGuest',
  'nobody',
] as const;
export type ActorName = (typeof actors)[number];

/** The names in the order of `actors`. */
export const inOrder = (names: Iterable<string>): string => {
  const wanted = new Set(names);
  return actors.filter((actor) => wanted.has(actor)).join(' ');
};
