import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { campaignRead } from '@planerka/campaigns/server';
import { isNetwork } from '@planerka/clients/domain';
import type { Currency, Id } from '@planerka/platform/domain';
import { read, Reads, type ReadField, type ReadType } from '@planerka/platform/server';
import {
  comparedMonths,
  formatMeasure,
  lastOfChannels,
  rankItems,
  totalsOf,
  type MeasuredItem,
} from '@planerka/results/domain';
import { sql } from 'kysely';
import { measuredFields, measuredOf, moneyOf, type MeasuredRow } from '../items/measured-rows';
import type { PublicationResultObject } from './publication-result.object';

export interface CampaignPublications {
  readonly publicationResults: readonly PublicationResultObject[];
}

/** Of the campaign's measured publications and of those around it, the latest. */
const atMost = 300;

interface PublicationRow extends MeasuredRow {
  readonly itemId: Id;
  readonly rubricId: Id | null;
  readonly rubricName: string | null;
  readonly title: string;
  readonly publishedOn: string;
  readonly network: string;
  readonly isOwn: boolean;
}

const publication: ReadType = {
  name: 'ItemMeasurement',
  fields: {
    ...measuredFields('x'),
    itemId: read.id(sql`o.id`),
    rubricId: read.nullable(read.id(sql`o.rubric_id`)),
    rubricName: read.nullable(read.text(sql`r.name`)),
    title: read.text(sql`o.title`),
    publishedOn: read.date(sql`(o.published_at AT TIME ZONE agency.time_zone)::date`),
    network: read.text(sql`channel.network::text`),
    isOwn: read.boolean(sql`o.is_own`),
  } satisfies Record<keyof PublicationRow, ReadField>,
};

const around = sql`make_interval(months => ${sql.lit(comparedMonths)})`;

const facts = {
  squadId: read.id(sql`client.squad_id`),
  currency: read.text<Currency>(sql`client.currency`),
  rows: read.many<PublicationRow>(
    () => publication,
    (object) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY o.publish_at, o.id, channel.position, x.day) FROM (
        SELECT near.*, near.campaign_id IS NOT DISTINCT FROM campaign.id AS is_own FROM content_item near
        WHERE near.agency_id = campaign.agency_id AND near.client_id = campaign.client_id
          AND near.published_at IS NOT NULL AND near.deleted_at IS NULL
          AND near.publish_at BETWEEN campaign.starts_on - ${around} AND campaign.ends_on + ${around}
          AND EXISTS (SELECT FROM item_measurement m WHERE m.agency_id = near.agency_id AND m.item_id = near.id)
        ORDER BY near.campaign_id IS NOT DISTINCT FROM campaign.id DESC, near.publish_at DESC, near.id
        LIMIT ${sql.lit(atMost)}) o
      JOIN agency ON agency.id = o.agency_id
      JOIN item_measurement x ON x.agency_id = o.agency_id AND x.item_id = o.id
      JOIN channel ON channel.agency_id = x.agency_id AND channel.id = x.channel_id
      LEFT JOIN rubric r ON r.agency_id = o.agency_id AND r.id = o.rubric_id)`,
  ),
};

interface Facts {
  readonly squadId: Id;
  readonly currency: Currency;
  readonly rows: readonly PublicationRow[];
}

function publicationsOf({ rows, currency }: Facts, seesSpend: boolean): readonly PublicationResultObject[] {
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  const all = [...byItem].map(([id, of]): MeasuredItem => ({ id, channels: channelsOf(of) }));
  const own = all.filter(({ id }) => byItem.get(id)?.[0]?.isOwn);
  const figures = new Map(own.map(({ id, channels }) => [id, totalsOf(channels.map(({ counts }) => counts))]));
  return rankItems(own, all).flatMap(({ id, er, ...rank }) => {
    const of = byItem.get(id) ?? [];
    const [first] = of;
    if (!first) return [];
    return {
      itemId: id,
      title: first.title,
      publishedOn: first.publishedOn,
      rubricName: first.rubricName,
      networks: [...new Set(of.map(({ network }) => network))].filter(isNetwork),
      ...rank,
      er: er && { value: formatMeasure(er.value), base: er.base },
      spend: moneyOf(figures.get(id)?.spendMinor ?? null, { currency, seesSpend }),
    };
  });
}

const channelsOf = (rows: readonly PublicationRow[]): MeasuredItem['channels'] =>
  [...lastOfChannels(rows.map(measuredOf))].map(([channelId, counts]) => ({
    channelId,
    rubricId: counts.rubricId,
    counts,
  }));

/** How a campaign's publications did: a field that the lower domain's Campaign does not know. */
@Injectable()
export class CampaignPublicationsRead implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.extend(campaignRead, {
      publicationResults: read.fleeting(
        memberRule(facts, (found, viewer) =>
          publicationsOf(found, can(viewer, 'budget.line.view', { squadId: found.squadId, category: 'ad_spend' })),
        ),
      ),
    } satisfies Record<keyof CampaignPublications, ReadField>);
  }
}
