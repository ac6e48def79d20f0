import { Injectable } from '@nestjs/common';
import { err, issue, newId, ok, under, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, toDbInstant, type CommandError, type Prisma, type Tx } from '@planerka/platform/server';
import {
  deliverableFiles,
  deliverableHash,
  parseDeliverable,
  preflight,
  type DeliverableContent,
  type FileFacts,
} from '@planerka/tasks/domain';
import { readBrand } from '../briefs/brief-readiness';
import { BriefVersions } from '../briefs/brief-versions';
import type { LoadedTask } from '../workflow/loaded-task';
import type { TaskActor } from '../workflow/task-hooks';
import { noteText } from '../tasks/task-input';

export interface AddedDeliverable {
  readonly id: Id;
  readonly number: number;
  readonly contentHash: string;
}

type InvalidInput = Extract<CommandError, { kind: 'InvalidInput' }>;

interface CheckedFiles {
  readonly facts: ReadonlyMap<string, FileFacts>;
  readonly hashes: ReadonlyMap<string, string>;
}

/** What specialists hand in: each submission is a version of its own, hashed and held against its brief. */
@Injectable()
export class Deliverables {
  constructor(private readonly briefs: BriefVersions) {}

  async add(
    tx: Tx,
    task: LoadedTask,
    submission: { readonly content: unknown; readonly note: string },
    actor: TaskActor,
  ): Promise<Result<AddedDeliverable, InvalidInput>> {
    const note = noteText.safeParse(submission.note);
    if (!note.success) return err(invalidInput([issue(['note'], 'too_long')]));
    const content = parseDeliverable(task.discipline, submission.content);
    if (!content.ok) return err(invalidInput(under(['content'], content.error)));
    const files = await this.filesOf(tx, task, content.value);
    if (!files.ok) return files;
    const { brief, brand } = await this.briefs.current(tx, task);
    const added = {
      id: newId(),
      number: task.deliverableNumber + 1,
      contentHash: deliverableHash(content.value, files.value.hashes),
    };
    const findings = preflight(brief, content.value, {
      files: files.value.facts,
      brandStopWords: readBrand(brand).stopWords,
    });
    await tx.db.deliverable.create({
      data: {
        ...added,
        agencyId: tx.agencyId,
        taskId: task.id,
        data: content.value as unknown as Prisma.InputJsonObject,
        note: note.data,
        preflight: findings as unknown as Prisma.InputJsonArray,
        submittedById: actor.memberId ?? task.managerId,
        submittedAt: toDbInstant(tx.at),
      },
    });
    await tx.db.deliverableFile.createMany({
      data: [...new Set(deliverableFiles(content.value))].map((fileId, position) => ({
        agencyId: tx.agencyId,
        deliverableId: added.id,
        fileId,
        position,
      })),
    });
    return ok(added);
  }

  /** Uploaded for this task or its client, whole and checked; anything else is refused where it stands in the list. */
  private async filesOf(
    { db, agencyId }: Tx,
    task: LoadedTask,
    content: DeliverableContent,
  ): Promise<Result<CheckedFiles, InvalidInput>> {
    const ids = [...new Set(deliverableFiles(content))];
    const found = await db.file.findMany({
      where: {
        agencyId,
        id: { in: ids },
        state: 'ready',
        sha256: { not: null },
        OR: [{ taskId: task.id }, { clientId: task.clientId }],
      },
      select: { id: true, name: true, size: true, width: true, height: true, sha256: true },
    });
    const known = new Set(found.map(({ id }) => id));
    const field = content.kind === 'copy' ? 'text' : 'fileIds';
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0) {
      return err(
        invalidInput(missing.map((id) => issue(['content', field, String(ids.indexOf(id))], 'file_not_ready'))),
      );
    }
    return ok({
      facts: new Map(found.map(({ size, sha256: _, ...file }) => [file.id, { ...file, bytes: Number(size) }])),
      hashes: new Map(found.map(({ id, sha256 }) => [id, sha256 ?? ''])),
    });
  }
}
