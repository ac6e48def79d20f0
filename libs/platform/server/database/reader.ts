import { Inject, Injectable } from '@nestjs/common';
import { sql, type Kysely, type Transaction } from 'kysely';
import { KYSELY } from './database.tokens';
import type { Tables } from './kysely';
import { settingsOf, type TenantScope } from './tenant';

export type ReadTransaction = Transaction<Tables>;

/** The read's way: one read-only transaction inside the tenant, as few statements as the screen needs. */
@Injectable()
export class Reader {
  constructor(@Inject(KYSELY) private readonly kysely: Kysely<Tables>) {}

  read<T>(scope: TenantScope, query: (db: ReadTransaction) => Promise<T>): Promise<T> {
    return this.kysely
      .transaction()
      .setAccessMode('read only')
      .execute(async (transaction) => {
        for (const setting of settingsOf(scope)) await sql.raw(setting).execute(transaction);
        return query(transaction);
      });
  }
}
