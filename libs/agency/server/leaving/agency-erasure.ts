import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ok, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, FileStore, Jobs, Reader, toDbInstant, UnitOfWork } from '@planerka/platform/server';
import { DeletionLetters } from './deletion-letters';

/** Once a night: agencies whose day has come go, with every row and every file. */
@Injectable()
export class AgencyErasure implements OnModuleInit {
  private readonly log = new Logger(AgencyErasure.name);

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly letters: DeletionLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.everyNight('agency.erase', async () => {
      const now = this.clock.now();
      await this.eraseDue(now);
      await this.warn(now);
    });
  }

  /** The last night before: owners who missed the notice hear of it once more. */
  async warn(at: Instant): Promise<void> {
    const soon = await this.reader.read({ system: true }, (db) =>
      db
        .selectFrom('agency')
        .select('id')
        .where('deletion_due_at', '>', toDbInstant(at.add({ hours: 24 })))
        .where('deletion_due_at', '<=', toDbInstant(at.add({ hours: 48 })))
        .execute(),
    );
    for (const { id } of soon)
      await this.unitOfWork.run({ agencyId: id }, async (tx) => {
        await this.letters.send(tx, 'tomorrow', null);
        return ok(undefined);
      });
  }

  /** Ids of those that are gone. */
  async eraseDue(at: Instant): Promise<readonly Id[]> {
    const due = await this.reader.read({ system: true }, (db) =>
      db.selectFrom('agency').select('id').where('deletion_due_at', '<=', toDbInstant(at)).execute(),
    );
    const erased: Id[] = [];
    for (const { id } of due) {
      if (!(await this.erase(id, at))) continue;
      // Rows first: a file that is left is nobody's and found by the doctor, a row without its file would be shown.
      await this.files.removeAgency(id);
      this.log.log(`Agency ${id} is erased`);
      erased.push(id);
    }
    return erased;
  }

  /** False where an owner has taken it back at the last moment. */
  private async erase(agencyId: Id, at: Instant): Promise<boolean> {
    const done = await this.unitOfWork.run({ agencyId }, async ({ db }) => {
      const [row] = await db.$queryRaw<{ erased: boolean }[]>`
        SELECT erase_agency(${agencyId}::uuid, ${toDbInstant(at)}::timestamptz) AS erased`;
      return ok(row?.erased === true);
    });
    return done.ok && done.value;
  }
}
