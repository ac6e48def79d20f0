import { Logger } from '@nestjs/common';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Actor, ActorSources, Credentials } from '../graphql/context';
import { closeCodes } from './outlet';
import { SocketCounts } from './socket-counts';

const minute = 60_000;

/** The sockets that have said who they are, and who that is. */
export class LiveSockets {
  private readonly log = new Logger(LiveSockets.name);
  private readonly open = new Map<WebSocket, () => Promise<boolean>>();
  private readonly people: SocketCounts;
  private readonly round: NodeJS.Timeout;

  constructor(
    private readonly actors: ActorSources,
    perPerson: number,
  ) {
    this.people = new SocketCounts(perPerson);
    this.round = setInterval(() => void this.review(), minute).unref();
  }

  stop(): void {
    clearInterval(this.round);
  }

  /** False where nobody is signed in by these credentials; a socket too many is closed. */
  async admit(socket: WebSocket, credentials: Credentials): Promise<boolean> {
    const actor = await this.actors.find(credentials);
    const person = actor && personOf(actor);
    if (!person) return false;
    if (!this.people.enter(person)) {
      socket.close(closeCodes.tooMany, 'Too many sockets');
      return true;
    }
    this.open.set(socket, actor.isStillHere ?? (async () => (await this.actors.find(credentials)) !== null));
    socket.once('close', () => {
      this.open.delete(socket);
      this.people.leave(person);
    });
    return true;
  }

  /** Ends what belongs to a session or a link that has expired or was ended, by whatever way. */
  async review(): Promise<void> {
    try {
      for (const [socket, isStillHere] of this.open)
        if (!(await isStillHere())) socket.close(CloseCode.Forbidden, 'Signed out');
    } catch (problem) {
      this.log.warn(problem, 'Open sockets could not be looked through; trying again in a minute');
    }
  }
}

/** One person in several agencies is one person. Null for whom nothing that happens is told: a link that lets nobody in. */
const personOf = (actor: Actor): string | null =>
  'user' in actor ? (actor.user as { readonly id: string }).id : (actor.hearsAs ?? null);
