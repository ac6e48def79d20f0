/** Something that happened, as a subscription answers it: the same object, and so the same answer, for all who may hear it. */
export interface Telling {
  /** What the answer is made of. Nobody's viewer is asked for any part of it. */
  readonly root: object;
  /** Of two tellings with one sameness the later says all that the earlier did: one who has fallen behind gets the later alone. */
  readonly sameness: string;
}

export interface LiveListener {
  tell(telling: Telling): void;
  /** The viewer may have become another one: what they may hear is asked anew when they come again. */
  comeAgain(): void;
  /** They may hear nothing any more. */
  end(): void;
}

/**
 * What a subscription's resolver returns. An iterator would be drained, executed and written out for each subscriber by
 * itself; of this one, `LiveServer` writes an answer once for everybody and hands it on.
 */
export class LiveStream implements AsyncIterable<never> {
  /** `listen` starts to tell, and returns how to stop. */
  constructor(readonly listen: (listener: LiveListener) => () => void) {}

  // graphql-js takes only what can be iterated for the source of a subscription.
  [Symbol.asyncIterator](): never {
    throw new TypeError('A live stream is listened to, not iterated');
  }
}
