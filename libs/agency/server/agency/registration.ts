import { demoAgencyIds } from '@planerka/agency/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Reader, type Config } from '@planerka/platform/server';

/** Whether a stranger may begin an agency on this server. */
@Injectable()
export class Registration {
  constructor(
    private readonly reader: Reader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async isOpen(): Promise<boolean> {
    if (this.config.registration !== 'first') return this.config.registration === 'open';
    const own = await this.reader.read({ system: true }, (db) =>
      db.selectFrom('agency').select('id').where('id', 'not in', demoAgencyIds).limit(1).executeTakeFirst(),
    );
    return own === undefined;
  }
}
