import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { contentItemRead } from '@planerka/content-plan/server';
import type { Currency, Id } from '@planerka/platform/domain';
import { read, Reads, type ReadField, type ReadType } from '@planerka/platform/server';
import {
  comparedMonths,
  compareFigures,
  formatMeasure,
  lastOfChannels,
  type ChannelFigures,
  type Measured,
} from '@planerka/results/domain';
import { sql } from 'kysely';
import type { ItemComparisonObject, ItemResultsObject } from './item-results.object';
import {
  figuresOf,
  measuredFields,
  measuredOf,
  measuredType,
  moneyOf,
  type MeasuredRow,
  type MoneySight,
} from './measured-rows';

/** What this domain has to say of a publication. */
export interface ItemResultsFields {
  readonly results: ItemResultsObject;
  readonly comparisons: readonly ItemComparisonObject[];
}

interface EnteredRow extends MeasuredRow {
  readonly isImported: boolean;
  readonly enteredByName: string;
  readonly version: number;
}

const entered: ReadType = {
  name: 'ItemMeasurement',
  fields: {
    ...measuredFields('x'),
    isImported: read.boolean(sql`x.source = 'import'`),
    enteredByName: read.text(sql`coalesce(w.name, '')`),
    version: read.int(sql`x.version`),
  } satisfies Record<keyof EnteredRow, ReadField>,
};

const facts = {
  squadId: read.id(sql`client.squad_id`),
  currency: read.text<Currency>(sql`client.currency`),
  isOut: read.boolean(sql`item.published_at IS NOT NULL`),
  rows: read.many<EnteredRow>(
    () => entered,
    (object) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY channel.position, x.channel_id, x.day DESC) FROM item_measurement x
      JOIN channel ON channel.agency_id = x.agency_id AND channel.id = x.channel_id
      LEFT JOIN member w ON w.agency_id = x.agency_id AND w.id = x.entered_by_id
      WHERE x.agency_id = item.agency_id AND x.item_id = item.id)`,
  ),
};

interface Facts {
  readonly squadId: Id;
  readonly currency: Currency;
  readonly isOut: boolean;
  readonly rows: readonly EnteredRow[];
}

function resultsOf({ isOut, rows }: Facts, sight: MoneySight, canEnter: boolean): ItemResultsObject {
  const measured = rows.map(measuredOf);
  const last = lastOfChannels(measured);
  return {
    measuredOn: [...last.values()].map(({ day }) => day).reduce<string | null>(later, null),
    figures: figuresOf([...last.values()], sight),
    channels: [...last].map(([channelId, latest]) => ({
      channelId,
      measuredOn: latest.day,
      figures: figuresOf([latest], sight),
      measurements: measured
        .filter((row) => row.channelId === channelId)
        .map(({ channelId: _, spendMinor, ...row }) => ({ ...row, spend: moneyOf(spendMinor, sight) })),
    })),
    viewerCanEnter: canEnter && isOut,
    viewerSeesSpend: sight.seesSpend,
  };
}

const later = (one: string | null, other: string): string => (one === null || other > one ? other : one);

/** How many of the client's publications say what is usual. */
const comparedItems = 120;

interface OtherRow extends MeasuredRow {
  readonly itemId: Id;
  readonly rubricId: Id | null;
}

const other: ReadType = {
  name: 'ItemMeasurement',
  fields: {
    ...measuredFields('x'),
    itemId: read.id(sql`o.id`),
    rubricId: read.nullable(read.id(sql`o.rubric_id`)),
  } satisfies Record<keyof OtherRow, ReadField>,
};

const around = sql`make_interval(months => ${sql.lit(comparedMonths)})`;

const comparedFacts = {
  rubricId: read.nullable(read.id(sql`item.rubric_id`)),
  rows: read.many<MeasuredRow>(
    () => measuredType('x'),
    (object) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY x.channel_id, x.day) FROM item_measurement x
      WHERE x.agency_id = item.agency_id AND x.item_id = item.id)`,
  ),
  others: read.many<OtherRow>(
    () => other,
    (object) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY o.id, x.channel_id, x.day) FROM (
        SELECT near.id, near.rubric_id, near.agency_id FROM content_item near
        WHERE near.agency_id = item.agency_id AND near.client_id = item.client_id AND near.id <> item.id
          AND near.published_at IS NOT NULL AND near.deleted_at IS NULL
          AND near.publish_at BETWEEN item.publish_at - ${around} AND item.publish_at + ${around}
        ORDER BY near.publish_at DESC, near.id LIMIT ${sql.lit(comparedItems)}) o
      JOIN item_measurement x ON x.agency_id = o.agency_id AND x.item_id = o.id)`,
  ),
};

interface ComparedFacts {
  readonly rubricId: Id | null;
  readonly rows: readonly MeasuredRow[];
  readonly others: readonly OtherRow[];
}

function comparisonsOf({ rubricId, rows, others }: ComparedFacts): readonly ItemComparisonObject[] {
  const figures = (of: Id | null, measured: readonly Measured[]): ChannelFigures[] =>
    [...lastOfChannels(measured)].map(([channelId, counts]) => ({ channelId, rubricId: of, counts }));
  const beside = [...Map.groupBy(others, ({ itemId }) => itemId).values()].flatMap((measured) =>
    figures(measured[0]?.rubricId ?? null, measured.map(measuredOf)),
  );
  return figures(rubricId, rows.map(measuredOf))
    .flatMap((own) => compareFigures(own, beside))
    .map((row) => ({ ...row, value: formatMeasure(row.value), median: formatMeasure(row.median) }));
}

const itemResultsFields = {
  results: read.fleeting(
    memberRule(facts, (found, viewer) => {
      const { squadId, currency } = found;
      const seesSpend = can(viewer, 'budget.line.view', { squadId, category: 'ad_spend' });
      return resultsOf(found, { currency, seesSpend }, can(viewer, 'kpi.enter', { squadId }));
    }),
  ),
  comparisons: read.fleeting(memberRule(comparedFacts, comparisonsOf)),
} satisfies Record<keyof ItemResultsFields, ReadField>;

/** What came of a publication: fields that the lower domain's ContentItem does not know. */
@Injectable()
export class ItemResultsRead implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.extend(contentItemRead, itemResultsFields);
  }
}
