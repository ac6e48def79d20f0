import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { seesClient } from '@planerka/clients/server';
import { dateOf, Temporal, unwrap, type Id, type PlainDate } from '@planerka/platform/domain';
import { Clock, Reader } from '@planerka/platform/server';
import { parseMeasure, type Fact, type Period } from '@planerka/results/domain';
import { sql } from 'kysely';
import type { KpiFactObject } from './facts.object';

/** What plan and fact of a campaign are computed from. */
export interface CampaignFacts {
  readonly facts: readonly KpiFactObject[];
  readonly today: PlainDate;
}

/** Measurements for commands; screens read them with the campaign. */
@Injectable()
export class FactsLoader {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async load(viewer: CurrentMember, ids: readonly Id[]): Promise<(CampaignFacts | null)[]> {
    const rows = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('client')
        .innerJoin('campaign', (join) =>
          join.onRef('campaign.agency_id', '=', 'client.agency_id').onRef('campaign.client_id', '=', 'client.id'),
        )
        .innerJoin('agency', 'agency.id', 'client.agency_id')
        .select([
          'campaign.id',
          'agency.time_zone',
          sql<readonly KpiFactObject[]>`coalesce((
            SELECT json_agg(json_build_object('id', f.id, 'metric', f.metric, 'day', f.day,
              'value', trim_scale(f.value)::text, 'version', f.version) ORDER BY f.day, f.metric)
            FROM kpi_fact f WHERE f.agency_id = campaign.agency_id AND f.campaign_id = campaign.id), '[]')`.as('facts'),
        ])
        .where('client.agency_id', '=', viewer.agencyId)
        .where('campaign.id', 'in', [...ids])
        .where(seesClient(viewer))
        .execute(),
    );
    const now = this.clock.now();
    const byId = new Map(rows.map(({ id, facts, time_zone }) => [id, { facts, today: dateOf(now, time_zone) }]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

export const toFact = ({ metric, day, value }: Pick<KpiFactObject, 'metric' | 'day' | 'value'>): Fact => ({
  metric,
  day: Temporal.PlainDate.from(day),
  value: unwrap(parseMeasure(value)),
});

export const periodOf = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): Period => ({
  from: Temporal.PlainDate.from(startsOn),
  to: Temporal.PlainDate.from(endsOn),
});
