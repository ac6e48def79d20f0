import { Injectable } from '@nestjs/common';
import { err, issue, newId, ok, under, type Finding, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, tables, toDbInstant, type CommandError, type Tx } from '@planerka/platform/server';
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
    const [files, { brief, brand }] = await Promise.all([
      this.filesOf(tx, task, content.value),
      this.briefs.current(tx, task),
    ]);
    if (!files.ok) return files;
    const added = {
      id: newId(),
      number: task.deliverableNumber + 1,
      contentHash: deliverableHash(content.value, files.value.hashes),
    };
    const findings = preflight(brief, content.value, {
      files: files.value.facts,
      brandStopWords: readBrand(brand).stopWords,
    });
    this.write(tx, task, added, actor, { content: content.value, note: note.data, findings });
    return ok(added);
  }

  private write(
    tx: Tx,
    task: LoadedTask,
    { id, number, contentHash }: AddedDeliverable,
    actor: TaskActor,
    said: { readonly content: DeliverableContent; readonly note: string; readonly findings: readonly Finding[] },
  ): void {
    tx.write(
      tables.insertInto('deliverable').values({
        agency_id: tx.agencyId,
        id,
        task_id: task.id,
        number,
        content_hash: contentHash,
        data: JSON.stringify(said.content),
        note: said.note,
        preflight: JSON.stringify(said.findings),
        submitted_by_id: actor.memberId ?? task.managerId,
        submitted_at: toDbInstant(tx.at),
      }),
    );
    const fileIds = [...new Set(deliverableFiles(said.content))];
    if (fileIds.length === 0) return;
    tx.write(
      tables.insertInto('deliverable_file').values(
        fileIds.map((fileId, position) => ({
          agency_id: tx.agencyId,
          deliverable_id: id,
          file_id: fileId,
          position,
        })),
      ),
    );
  }

  /** Uploaded for this task or its client, whole and checked; anything else is refused where it stands in the list. */
  private async filesOf(
    { db, agencyId }: Tx,
    task: LoadedTask,
    content: DeliverableContent,
  ): Promise<Result<CheckedFiles, InvalidInput>> {
    const ids = [...new Set(deliverableFiles(content))];
    if (ids.length === 0) return ok({ facts: new Map(), hashes: new Map() });
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
