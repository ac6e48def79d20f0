import { Injectable } from '@nestjs/common';
import { isId, type Id } from '@planerka/platform/domain';
import { Reader } from '../database/reader';
import type { Actor } from '../graphql/context';
import { FileAccess } from './file-access';
import { FilePresenter, type FileObject } from './file.object';

@Injectable()
export class FileQuery {
  constructor(
    private readonly reader: Reader,
    private readonly access: FileAccess,
    private readonly presenter: FilePresenter,
  ) {}

  /** A file of one's own work in hand: whoever may attach to its task or client may see it. */
  async file(actor: Actor, id: Id): Promise<FileObject | null> {
    if (!isId(id)) return null;
    const row = await this.reader.read(actor, (db) =>
      db.selectFrom('file').selectAll().where('agency_id', '=', actor.agencyId).where('id', '=', id).executeTakeFirst(),
    );
    if (!row) return null;
    const { client_id: clientId, task_id: taskId, idea_id: ideaId } = row;
    const ownerId = clientId === null && taskId === null && ideaId === null ? row.uploaded_by_id : null;
    const owner = await this.access.ownerFor(actor, { clientId, taskId, ownerId });
    return owner && this.presenter.present(actor.agencyId, row);
  }
}
