import { open } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import { checkContents, err, issue, ok, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import { fileTypeFromBuffer } from 'file-type';
import { UnitOfWork } from '../database/unit-of-work';
import type { FileOwner } from './file-access';
import { FileStore, type Picture } from './file-store';

export interface NewFile {
  readonly agencyId: Id;
  readonly fileId: Id;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly owner: FileOwner;
  /** Null for what the system itself brings in. */
  readonly uploadedById: Id | null;
}

/** A file's life in the database: begun with the upload, ready (or refused) when its bytes are all there. */
@Injectable()
export class Files {
  private readonly log = new Logger(Files.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  async begin(file: NewFile): Promise<void> {
    await this.unitOfWork.run(file, async ({ db, agencyId }) => {
      await db.file.create({
        data: {
          agencyId,
          id: file.fileId,
          ...file.owner,
          name: file.name,
          mime: file.mime,
          size: BigInt(file.bytes),
          storageKey: `${agencyId}/${file.fileId}`,
          uploadedById: file.uploadedById,
        },
      });
      return ok(undefined);
    });
  }

  /** Looks into the bytes at `path`, takes them over, makes previews; a file that is not what it says is thrown away. */
  async finish(agencyId: Id, fileId: Id, name: string, path: string): Promise<Result<void, InputIssue>> {
    const type = checkContents(name, await detectedType(path));
    if (!type.ok) return this.refuse(agencyId, fileId, type.error);
    const sha256 = await this.store.hash(path);
    await this.store.take(path, agencyId, fileId);
    let picture: Picture | null = null;
    try {
      if (type.value.kind === 'image') picture = await this.store.preparePicture(agencyId, fileId);
    } catch {
      await this.store.remove(agencyId, fileId);
      return this.refuse(agencyId, fileId, issue(['file'], 'file_broken', { name }));
    }
    const previews = picture?.previews ?? [];
    const paths = previews.map((size) => this.store.previewPathOf(agencyId, fileId, size));
    try {
      await this.store.keep(this.store.pathOf(agencyId, fileId), ...paths);
    } catch (problem) {
      this.log.error(problem, `The file ${fileId} could not be kept`);
      return this.refuse(agencyId, fileId, issue(['file'], 'file_not_kept', { name }));
    }
    return this.unitOfWork.run({ agencyId }, async ({ db }) => {
      await db.file.update({
        where: { agencyId_id: { agencyId, id: fileId } },
        data: {
          state: 'ready',
          sha256,
          width: picture?.width ?? null,
          height: picture?.height ?? null,
          previews: [...previews],
        },
      });
      return ok(undefined);
    });
  }

  private async refuse(agencyId: Id, fileId: Id, reason: InputIssue): Promise<Result<void, InputIssue>> {
    await this.unitOfWork.run({ agencyId }, async ({ db }) => {
      await db.file.update({
        where: { agencyId_id: { agencyId, id: fileId } },
        data: { state: 'rejected', rejection: reason.code },
      });
      return ok(undefined);
    });
    return err(reason);
  }
}

/** file-type reads all it needs from the first 4,100 bytes. */
async function detectedType(path: string): Promise<string | null> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_100), 0, 4_100, 0);
    const type = await fileTypeFromBuffer(buffer.subarray(0, bytesRead));
    return type?.mime ?? null;
  } finally {
    await handle.close();
  }
}
