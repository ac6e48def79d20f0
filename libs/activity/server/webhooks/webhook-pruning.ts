import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deliveriesKeptDays } from '@planerka/activity/domain';
import { ok, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, Jobs, Reader, tables, toDbInstant, UnitOfWork } from '@planerka/platform/server';

/** At night deliveries are forgotten, waiting ones of a webhook that was paused for so long included; and secrets that no longer sign. */
@Injectable()
export class WebhookPruning implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.everyNight('webhook.prune', () => this.prune(this.clock.now()));
  }

  async prune(at: Instant): Promise<void> {
    const agencies = await this.reader.read({ system: true }, (db) => db.selectFrom('agency').select('id').execute());
    for (const { id } of agencies) await this.pruneOf(id, at);
  }

  private async pruneOf(agencyId: Id, at: Instant): Promise<void> {
    const before = toDbInstant(at.subtract({ hours: deliveriesKeptDays * 24 }));
    await this.unitOfWork.run({ agencyId }, (tx) => {
      tx.write(
        tables.deleteFrom('webhook_delivery').where('agency_id', '=', agencyId).where('created_at', '<', before),
      );
      tx.write(
        tables
          .updateTable('webhook')
          .set({ previous_secret: null, previous_until: null })
          .where('agency_id', '=', agencyId)
          .where('previous_until', '<', toDbInstant(at)),
      );
      return Promise.resolve(ok(undefined));
    });
  }
}
