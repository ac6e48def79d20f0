import { can, type Viewer } from '@planerka/agency/domain';
import type { MemberActor } from '@planerka/agency/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { FileAccess, Reader, type Actor, type AskedOwner, type FileOwner } from '@planerka/platform/server';

/** Who may attach files to a task (whoever works on it) and to a client (whoever leads it). */
@Injectable()
export class AttachmentAccess implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly reader: Reader,
  ) {}

  onModuleInit(): void {
    this.access.add((actor, owner) => this.ownerFor(actor, owner));
  }

  private async ownerFor(actor: Actor, asked: AskedOwner): Promise<FileOwner | null | undefined> {
    if (actor.kind !== 'member') return null;
    const viewer = (actor as MemberActor).member;
    if (asked.taskId) return this.taskFor(viewer, asked.taskId);
    if (asked.clientId) return this.clientFor(viewer, asked.clientId);
    return undefined;
  }

  private async taskFor(viewer: Viewer, taskId: Id): Promise<FileOwner | null> {
    const task = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('task')
        .innerJoin('client', (join) =>
          join.onRef('client.agency_id', '=', 'task.agency_id').onRef('client.id', '=', 'task.client_id'),
        )
        .select(['client.id as clientId', 'client.squad_id as squadId', 'task.assignee_id as assigneeId'])
        .where('task.agency_id', '=', viewer.agencyId)
        .where('task.id', '=', taskId)
        .executeTakeFirst(),
    );
    return task && can(viewer, 'task.view', task) ? { taskId, clientId: task.clientId } : null;
  }

  private async clientFor(viewer: Viewer, clientId: Id): Promise<FileOwner | null> {
    const client = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('client')
        .select('squad_id as squadId')
        .where('agency_id', '=', viewer.agencyId)
        .where('id', '=', clientId)
        .executeTakeFirst(),
    );
    return client && can(viewer, 'client.edit', client) ? { taskId: null, clientId } : null;
  }
}
