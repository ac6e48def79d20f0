import { Injectable } from '@nestjs/common';
import { Temporal, type Instant } from '@planerka/platform/domain';

/** The only place where the server reads the time; tests move it. */
@Injectable()
export class Clock {
  now(): Instant {
    // Postgres keeps milliseconds here, so an instant read back equals the one written.
    return Temporal.Instant.fromEpochMilliseconds(Date.now());
  }
}
