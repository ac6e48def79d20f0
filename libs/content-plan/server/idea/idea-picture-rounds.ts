import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ok, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, FileStore, Jobs, Reader, toDbInstant, UnitOfWork } from '@planerka/platform/server';
import { sql } from 'kysely';

/** A note that somebody has begun with a picture is kept or given up by then. */
const keptHours = 72;

/** Once a night pictures go that were brought for an idea and kept by none: from the database, and from the disk or the bucket. */
@Injectable()
export class IdeaPictureRounds implements OnModuleInit {
  private readonly log = new Logger(IdeaPictureRounds.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  onModuleInit(): void {
    this.jobs.everyNight('idea.pictures.forget', () => this.round(this.clock.now()));
  }

  async round(at: Instant): Promise<void> {
    const agencies = await this.reader.read({ system: true }, (db) => db.selectFrom('agency').select('id').execute());
    for (const { id: agencyId } of agencies) {
      const left = await this.forget(agencyId, at);
      // Rows first: a file that is left is nobody's and found by the doctor, a row without its file would be shown.
      for (const id of left) await this.files.remove(agencyId, id);
      if (left.length > 0) this.log.log(`${left.length} pictures that no idea has kept are gone`);
    }
  }

  /** Ids of those whose rows are gone. A file of neither client nor task was brought for an idea. */
  private async forget(agencyId: Id, at: Instant): Promise<readonly Id[]> {
    const before = toDbInstant(at.subtract({ hours: keptHours }));
    const forgotten = await this.unitOfWork.run({ agencyId }, async (tx) =>
      ok(
        await tx.query(sql<{ readonly id: Id }>`
          DELETE FROM file f
          WHERE f.agency_id = ${agencyId}::uuid AND f.client_id IS NULL AND f.task_id IS NULL AND f.idea_id IS NULL
            AND f.state <> 'uploading' AND f.created_at < ${before}
            AND NOT EXISTS (SELECT FROM idea i WHERE i.agency_id = f.agency_id AND i.file_id = f.id)
          RETURNING f.id`),
      ),
    );
    return forgotten.ok ? forgotten.value.map(({ id }) => id) : [];
  }
}
