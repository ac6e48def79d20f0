import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';

export interface ContactGone {
  readonly contactId: Id;
  readonly viewer: CurrentMember;
}

type Listener = (tx: Tx, gone: ContactGone) => Promise<void>;

/** Where higher domains put an end to what a person of the client may do, in the transaction that archives them. */
export class ContactHooks {
  private readonly listeners: Listener[] = [];

  onArchived(listener: Listener): void {
    this.listeners.push(listener);
  }

  async archived(tx: Tx, gone: ContactGone): Promise<void> {
    for (const listener of this.listeners) await listener(tx, gone);
  }
}
