import { itemPatternSchema } from '@planerka/content-plan/domain';
import { fromRRule, type DayOffChoice } from '@planerka/content-plan/domain/series';
import type { Id } from '@planerka/platform/domain';
import type { Statement } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { PlanSeriesObject } from './plan-series.object';

export interface SeriesRow {
  readonly id: Id;
  readonly squadId: Id;
  readonly campaignId: Id | null;
  readonly rule: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly times: number | null;
  readonly onDayOff: DayOffChoice;
  readonly data: unknown;
  readonly isPaused: boolean;
  readonly isEnded: boolean;
  readonly nextOn: string | null;
  readonly version: number;
}

/** Of one client; far more than anybody keeps. */
export const mostSeries = 100;

/** Of a client those that have not ended, or one. */
export const seriesStatement = (
  agencyId: Id,
  at: string,
  of: { readonly clientId: Id } | { readonly seriesId: Id },
): Statement<SeriesRow> => sql<SeriesRow>`
  SELECT s.id, c.squad_id AS "squadId", s.campaign_id AS "campaignId", s.rule, s.starts_on::text AS "startsOn",
    s.ends_on::text AS "endsOn", s.times, s.on_day_off AS "onDayOff", s.data, s.paused_at IS NOT NULL AS "isPaused",
    s.ended_at IS NOT NULL AS "isEnded", s.version,
    (SELECT (min(i.publish_at) AT TIME ZONE g.time_zone)::date::text FROM content_item i
      WHERE i.agency_id = s.agency_id AND i.series_id = s.id AND i.deleted_at IS NULL AND i.publish_at >= ${at}::timestamptz
    ) AS "nextOn"
  FROM plan_series s
  JOIN client c ON c.agency_id = s.agency_id AND c.id = s.client_id
  JOIN agency g ON g.id = s.agency_id
  WHERE s.agency_id = ${agencyId}::uuid
    AND ${'clientId' in of ? sql`s.client_id = ${of.clientId}::uuid AND s.ended_at IS NULL` : sql`s.id = ${of.seriesId}::uuid`}
  ORDER BY s.created_at, s.id
  LIMIT ${sql.lit(mostSeries)}`;

export function toSeries({ data, squadId: _squad, ...row }: SeriesRow): PlanSeriesObject {
  const { title, idea, format, time, rubric, channels, wantsClientApproval, tasks } = itemPatternSchema.parse(data);
  return {
    ...row,
    title,
    idea,
    format,
    wantsClientApproval,
    publishTime: time,
    channelIds: channels.map(({ id }) => id),
    rubricId: rubric?.id ?? null,
    rhythm: fromRRule(row.rule),
    taskCount: tasks.length,
  };
}
