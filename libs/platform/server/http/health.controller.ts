import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.tokens';

/** For load balancers and for `npm start`: alive at all, and ready to answer. */
@Controller('health')
export class HealthController {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string; database: string }> {
    try {
      await this.pool.query('SELECT 1 FROM agency LIMIT 1');
      return { status: 'ok', database: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'unavailable', database: 'unreachable or not migrated' });
    }
  }
}
