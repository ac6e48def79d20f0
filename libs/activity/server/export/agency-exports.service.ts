import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { err, newId, ok, type Id, type Instant, type Result } from '@planerka/platform/domain';
import {
  Clock,
  FileHolders,
  FileStore,
  Jobs,
  notFound,
  POOL,
  Reader,
  toDbInstant,
  UnitOfWork,
  type Holder,
} from '@planerka/platform/server';
import type pg from 'pg';
import { writeAgencyArchive } from './agency-archive';

/** An archive is taken soon, or asked for anew. */
export const keptDays = 7;

/** Of an agency with some hundred gigabytes of files. */
const longestSeconds = 2 * 3_600;

interface ExportJob {
  readonly agencyId: Id;
  readonly exportId: Id;
}

/** Everything of an agency, for its owner: asked for by a command, made by a job, kept for a week. */
@Injectable()
export class AgencyExports implements OnModuleInit {
  private readonly log = new Logger(AgencyExports.name);

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly store: FileStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly holders: FileHolders,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<ExportJob>('agency.export', (job) => this.make(job), longestSeconds);
    this.jobs.everyNight('agency.exports.forget', () => this.forget(this.clock.now()));
    this.holders.add((agencyId, memberId) => this.owner(agencyId, memberId));
  }

  /** Whoever was shown an archive's address, for as long as they are an owner. */
  private async owner(agencyId: Id, memberId: Id): Promise<Holder | false> {
    const found = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('member')
        .select('name')
        .where('agency_id', '=', agencyId)
        .where('id', '=', memberId)
        .where('role', '=', 'owner')
        .where('deactivated_at', 'is', null)
        .executeTakeFirst(),
    );
    return found ? { memberId, name: found.name } : false;
  }

  /** One at a time: whoever asks while one is being made waits for that. */
  request(viewer: CurrentMember): Promise<Result<Id, ReturnType<typeof notFound>>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at, emit } = tx;
      if (!can(viewer, 'agency.export')) return err(notFound('Agency'));
      const waiting = await db.agencyExport.findFirst({ where: { agencyId, state: 'waiting' }, select: { id: true } });
      if (waiting) return ok(waiting.id);
      const exportId = newId();
      await db.agencyExport.create({
        data: { agencyId, id: exportId, requestedByName: viewer.name, requestedAt: toDbInstant(at) },
      });
      await this.jobs.enqueue(tx, 'agency.export', { agencyId, exportId });
      emit({
        type: 'agency.exportAsked',
        entity: { type: 'Agency', id: agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
      });
      return ok(exportId);
    });
  }

  /** Does nothing where it is made already, or its agency is gone. */
  async make({ agencyId, exportId }: ExportJob): Promise<void> {
    const found = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('agency_export')
        .innerJoin('agency', 'agency.id', 'agency_export.agency_id')
        .select(['agency_export.state', 'agency.locale'])
        .where('agency_export.agency_id', '=', agencyId)
        .where('agency_export.id', '=', exportId)
        .executeTakeFirst(),
    );
    if (found?.state !== 'waiting') return;
    const path = this.store.exportPathOf(agencyId, exportId);
    try {
      const size = await writeAgencyArchive(this.pool, this.store, { agencyId, path, locale: found.locale });
      await this.settle({ agencyId, exportId }, { state: 'ready', size: BigInt(size) });
    } catch (problem) {
      this.log.error(problem, `The export ${exportId} failed`);
      await this.settle({ agencyId, exportId }, { state: 'failed' });
    }
  }

  async forget(at: Instant): Promise<void> {
    const agencies = await this.reader.read({ system: true }, (db) => db.selectFrom('agency').select('id').execute());
    const before = toDbInstant(at.subtract({ hours: keptDays * 24 }));
    for (const { id: agencyId } of agencies) {
      const old = await this.unitOfWork.run({ agencyId }, async ({ db }) => {
        const rows = await db.agencyExport.findMany({
          where: { agencyId, requestedAt: { lt: before } },
          select: { id: true },
        });
        if (rows.length > 0) await db.agencyExport.deleteMany({ where: { agencyId, requestedAt: { lt: before } } });
        return ok(rows.map(({ id }) => id));
      });
      if (old.ok) for (const id of old.value) await this.store.removeExport(agencyId, id);
    }
  }

  private async settle(
    { agencyId, exportId }: ExportJob,
    data: { readonly state: 'ready' | 'failed'; readonly size?: bigint },
  ): Promise<void> {
    await this.unitOfWork.run({ agencyId }, async ({ db, at }) => {
      await db.agencyExport.updateMany({
        where: { agencyId, id: exportId },
        data: { ...data, readyAt: toDbInstant(at) },
      });
      return ok(undefined);
    });
  }
}
