import type { Id } from '@planerka/platform/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ScopedRead } from '../database/reader';

/** Who is asking, as far as the platform needs to know; what they may do, the domains know. */
export interface Actor {
  readonly kind: string;
  readonly agencyId: Id;
  /** The API token that speaks for them; absent where they are there in person. */
  readonly tokenId?: Id;
  /** What that token was given; absent where they are there in person. */
  readonly scopes?: readonly string[];
  /** With whose sockets theirs are counted, where they are no user; absent for whom nothing is told as it happens. */
  readonly hearsAs?: string;
  /** Whether they may still be here, for less than finding them anew; absent where only that says so. */
  readonly isStillHere?: () => Promise<boolean>;
}

/** Headers of an HTTP request or of a WebSocket's connection_init. */
export interface Credentials {
  readonly cookie: string | undefined;
  /** An API token. Whoever sends one is asked for nothing else. */
  readonly bearer: string | undefined;
  /** Which of their agencies a member works in now. */
  readonly agencyId: string | undefined;
  /** The token of a guest link. */
  readonly guestToken: string | undefined;
  readonly guestPin: string | undefined;
  readonly ipAddress: string;
  readonly userAgent: string;
}

/** Finds out who is asking; null where these credentials are not of its kind. */
export type ActorSource = (credentials: Credentials) => Promise<Actor | null>;

/**
 * An actor as they were found the last time, and the statement that says whether they still are. Whoever reads for them sends both in
 * one flight, and answers nothing unless it {@link Presumed.holds}.
 */
export interface Presumed {
  readonly actor: Actor;
  readonly check: ScopedRead;
  readonly holds: (body: Buffer | null) => boolean;
}

/** Null where nobody has been found by these credentials lately. */
export type ActorPresumption = (credentials: Credentials) => Promise<Presumed | null>;

/** Domains add their kinds of actors here: members by session, clients by link. */
export class ActorSources {
  private readonly sources: ActorSource[] = [];
  private readonly presumptions: ActorPresumption[] = [];

  add(source: ActorSource, presumption?: ActorPresumption): void {
    this.sources.push(source);
    if (presumption) this.presumptions.push(presumption);
  }

  async presume(credentials: Credentials): Promise<Presumed | null> {
    for (const presumption of this.presumptions) {
      const presumed = await presumption(credentials);
      if (presumed) return presumed;
    }
    return null;
  }

  async find(credentials: Credentials): Promise<Actor | null> {
    for (const source of this.sources) {
      const actor = await source(credentials);
      if (actor) return actor;
    }
    return null;
  }
}

export interface GraphQLContext {
  readonly actor: Actor | null;
  /** Who the actor is has not been looked up yet: only what checks it with its own reading may answer. */
  readonly presumed?: Presumed;
  readonly credentials: Credentials;
  /** Absent on a subscription. */
  readonly request?: FastifyRequest;
  readonly reply?: FastifyReply;
}

export function credentialsOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  ipAddress: string,
): Credentials {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return {
    cookie: one('cookie'),
    bearer: bearerIn(one('authorization')),
    agencyId: one('x-planerka-agency'),
    guestToken: one('x-planerka-guest'),
    guestPin: one('x-planerka-pin'),
    ipAddress,
    userAgent: one('user-agent') ?? '',
  };
}

const bearerIn = (authorization: string | undefined): string | undefined =>
  authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
