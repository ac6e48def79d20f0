import { Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import type { TaskTransition } from '@planerka/tasks/domain';
import type { LoadedTask } from './loaded-task';

export interface TaskActor {
  /** null: a client by link, or the system's own round. */
  readonly memberId: Id | null;
  readonly name: string;
}

export interface StateChange {
  /** As it was before. */
  readonly task: LoadedTask;
  /** Its effects name what an upper domain has to do: `withdraw_approval`, `draft_change_request`. */
  readonly transition: TaskTransition;
  readonly actor: TaskActor;
}

export interface ContentChange {
  readonly task: LoadedTask;
  readonly deliverableId: Id;
  readonly contentHash: string;
  readonly actor: TaskActor;
}

type Listener<Change> = (tx: Tx, change: Change) => Promise<void>;

/**
 * What an upper domain has to do within the same transaction: review voids the approvals of content that is no longer
 * the last one, and withdraws a request with its task. Everything that may happen later listens to events instead.
 */
@Injectable()
export class TaskHooks {
  private readonly stateListeners: Listener<StateChange>[] = [];
  private readonly contentListeners: Listener<ContentChange>[] = [];

  onStateChanged(listener: Listener<StateChange>): void {
    this.stateListeners.push(listener);
  }

  onContentChanged(listener: Listener<ContentChange>): void {
    this.contentListeners.push(listener);
  }

  async stateChanged(tx: Tx, change: StateChange): Promise<void> {
    for (const listener of this.stateListeners) await listener(tx, change);
  }

  async contentChanged(tx: Tx, change: ContentChange): Promise<void> {
    for (const listener of this.contentListeners) await listener(tx, change);
  }
}
