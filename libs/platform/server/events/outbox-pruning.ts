import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { Outbox } from './outbox';

/** Long enough to look into what was dispatched last week; nothing reads an event after that. */
const keptDays = 7;

/** Once a night the outbox forgets what it has handed on. */
@Injectable()
export class OutboxPruning implements OnModuleInit {
  private readonly log = new Logger(OutboxPruning.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.everyNight('outbox.prune', async () => {
      const pruned = await this.outbox.prune(keptDays);
      if (pruned > 0) this.log.log(`${pruned} dispatched events forgotten`);
    });
  }
}
