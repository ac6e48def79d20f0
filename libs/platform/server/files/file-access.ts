import type { Id } from '@planerka/platform/domain';
import type { Actor } from '../graphql/context';

/** What a file is attached to: it is seen by whoever sees that. */
export interface FileOwner {
  readonly clientId: Id | null;
  readonly taskId: Id | null;
}

/** What somebody wants to attach it to. */
export interface AskedOwner extends FileOwner {
  /** Of neither a client nor a task: the member who brings it, for what is not there yet. */
  readonly ownerId: Id | null;
}

/** May this actor attach files to it? Undefined where the rule does not know this kind of owner. */
export type AttachRule = (actor: Actor, owner: AskedOwner) => Promise<FileOwner | null | undefined>;

/**
 * Where domains say who may attach a file to what. A rule answers with the whole owner (a task's client, too), null
 * for «no», undefined for «not mine to say».
 */
export class FileAccess {
  private readonly rules: AttachRule[] = [];

  add(rule: AttachRule): void {
    this.rules.push(rule);
  }

  async ownerFor(actor: Actor, asked: AskedOwner): Promise<FileOwner | null> {
    for (const rule of this.rules) {
      const owner = await rule(actor, asked);
      if (owner !== undefined) return owner;
    }
    return null;
  }
}
