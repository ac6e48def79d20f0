import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Role, Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { seriesHorizon } from '@planerka/content-plan/domain/series';
import { dateOf, ok, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, Jobs, Reader, UnitOfWork, type Tx } from '@planerka/platform/server';
import { sql } from 'kysely';
import { heldSeries, isGoingOn, type LoadedSeries } from './loaded-series';
import { SeriesTurns } from './series-turns';

/**
 * Every night the turns of the month that has come near. Each series is one transaction that holds it, and looks again
 * at what is there: a round that runs twice, or was killed in the middle, makes nothing twice.
 */
@Injectable()
export class SeriesRounds implements OnModuleInit {
  private readonly log = new Logger(SeriesRounds.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly turns: SeriesTurns,
  ) {}

  onModuleInit(): void {
    this.jobs.everyNight('plan.series.extend', () => this.round(this.clock.now()));
  }

  async round(at: Instant): Promise<void> {
    const agencies = await this.reader.read({ system: true }, (db) =>
      db.selectFrom('agency').select(['id', 'time_zone as zone']).execute(),
    );
    for (const { id: agencyId, zone } of agencies) {
      for (const seriesId of await this.behind(agencyId, seriesHorizon(dateOf(at, zone)).toString())) {
        try {
          await this.unitOfWork.run({ agencyId }, async (tx) => ok(await this.extend(tx, seriesId)));
        } catch (problem) {
          // One that cannot be made keeps no other waiting.
          this.log.error(problem, `The turns of series ${seriesId} were not made; the next night tries again`);
        }
      }
    }
  }

  private async behind(agencyId: Id, until: string): Promise<readonly Id[]> {
    const rows = await this.reader.ask<{ readonly id: Id }>(
      { agencyId },
      sql<{ readonly id: Id }>`
        SELECT id FROM plan_series
        WHERE agency_id = ${agencyId}::uuid AND paused_at IS NULL AND ended_at IS NULL AND made_until < ${until}::date
          AND (ends_on IS NULL OR ends_on > made_until)
        ORDER BY created_at, id`,
    );
    return rows.map(({ id }) => id);
  }

  private async extend(tx: Tx, seriesId: Id): Promise<void> {
    const series = await heldSeries(tx, seriesId);
    if (!series || !isGoingOn(series)) return;
    const manager = await managerOf(tx, series);
    if (manager) await this.turns.settle(tx, manager, series, { isOnlyExtended: true });
  }
}

interface ManagerRow {
  readonly memberId: Id;
  readonly userId: Id;
  readonly name: string;
  readonly role: Role;
  readonly disciplines: readonly Discipline[];
  readonly squadIds: readonly Id[];
}

/** In whose name it goes on: whoever made it while they lead the client, else another who does, else an owner. */
async function managerOf(tx: Tx, { createdById, squadId }: LoadedSeries): Promise<CurrentMember | null> {
  const { agencyId } = tx;
  const [row] = await tx.query<ManagerRow>(sql<ManagerRow>`
    SELECT m.id AS "memberId", m.user_id AS "userId", m.name, m.role, m.disciplines::text[] AS disciplines,
      array(SELECT s.squad_id::text FROM squad_member s WHERE s.agency_id = m.agency_id AND s.member_id = m.id) AS "squadIds"
    FROM member m
    WHERE m.agency_id = ${agencyId}::uuid AND m.deactivated_at IS NULL AND (m.role = 'owner' OR (m.role = 'manager' AND EXISTS (
      SELECT FROM squad_member s
      WHERE s.agency_id = m.agency_id AND s.member_id = m.id AND s.squad_id = ${squadId}::uuid)))
    ORDER BY m.id = ${createdById}::uuid DESC, m.role = 'manager' DESC, m.created_at, m.id LIMIT 1`);
  return row ? { kind: 'member', agencyId, ...row } : null;
}
