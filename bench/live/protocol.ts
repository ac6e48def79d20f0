/** A subscriber's session, and whether it may hear what the bench makes happen. */
export interface Ear {
  readonly url: string;
  readonly cookie: string;
  readonly agencyId: string;
  readonly mayHear: boolean;
}

/** What the bench tells the process that holds the subscribers. */
export type ToEars =
  | { readonly do: 'open'; readonly ears: readonly Ear[]; readonly query: string }
  /** Forget what was heard; from now on keep the moment of each arrival, or only count. */
  | { readonly do: 'listen'; readonly moments: boolean }
  | { readonly do: 'report' }
  | { readonly do: 'close' };

/** Moments are milliseconds since the epoch, by the clock that all processes of a machine share. */
export interface EarsReport {
  readonly messages: number;
  readonly first: number;
  readonly last: number;
  /** Arrivals by the id of what it happened to; empty unless moments were asked for. */
  readonly moments: Readonly<Record<string, readonly number[]>>;
  /** Subscribers that have heard nothing since they were opened although they may. */
  readonly silent: number;
  /** Messages that reached whoever must not hear them. */
  readonly leaked: number;
  /** Subscribers that the server has sent away. */
  readonly lost: number;
}

export const now = (): number => performance.timeOrigin + performance.now();
