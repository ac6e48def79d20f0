import { Money, type Currency, type Id } from '@planerka/platform/domain';
import { read, type MoneyObject, type ReadField, type ReadType } from '@planerka/platform/server';
import {
  engagementOf,
  formatMeasure,
  ratesOf,
  totalsOf,
  type ItemCounts,
  type ItemRate,
  type Measured,
  type MeasuredCounts,
} from '@planerka/results/domain';
import { sql, type RawBuilder } from 'kysely';
import type { ItemFiguresObject } from './item-results.object';

/** A row of `item_measurement` as a statement gives it: minor units do not survive JSON as a number. */
export interface MeasuredRow extends ItemCounts {
  readonly channelId: Id;
  readonly day: string;
  readonly spendMinor: string | null;
}

const column = (alias: string, name: string): RawBuilder<unknown> => sql`${sql.ref(alias)}.${sql.ref(name)}`;

/** Its fields, of rows under that alias. */
export const measuredFields = (alias: string) => {
  const count = (name: string) => read.nullable(read.int(column(alias, name)));
  return {
    channelId: read.id(column(alias, 'channel_id')),
    day: read.date(column(alias, 'day')),
    reach: count('reach'),
    impressions: count('impressions'),
    views: count('views'),
    likes: count('likes'),
    comments: count('comments'),
    shares: count('shares'),
    saves: count('saves'),
    clicks: count('clicks'),
    newFollowers: count('new_followers'),
    spendMinor: read.nullable(read.text(sql`${column(alias, 'spend_minor')}::text`)),
  } satisfies Record<keyof MeasuredRow, ReadField>;
};

export const measuredType = (alias: string): ReadType => ({ name: 'ItemMeasurement', fields: measuredFields(alias) });

export const measuredOf = <Row extends MeasuredRow>(row: Row): Omit<Row, 'spendMinor'> & Measured => ({
  ...row,
  spendMinor: row.spendMinor === null ? null : BigInt(row.spendMinor),
});

/** Money of it is told only to those who may see what promotion cost. */
export interface MoneySight {
  readonly currency: Currency;
  readonly seesSpend: boolean;
}

export const moneyOf = (minor: bigint | null, { currency, seesSpend }: MoneySight): MoneyObject | null =>
  minor === null || !seesSpend ? null : Money.of(minor, currency).toJSON();

/** Of channels together. */
export function figuresOf(channels: readonly MeasuredCounts[], sight: MoneySight): ItemFiguresObject {
  const { spendMinor, ...counts } = totalsOf(channels);
  const { er, ctr, cpmMinor, cpcMinor } = ratesOf(channels);
  return {
    ...counts,
    spend: moneyOf(spendMinor, sight),
    engagement: engagementOf(counts),
    er: rateOf(er),
    ctr: rateOf(ctr),
    cpm: moneyOf(cpmMinor, sight),
    cpc: moneyOf(cpcMinor, sight),
  };
}

const rateOf = (rate: ItemRate | null) => rate && { value: formatMeasure(rate.value), base: rate.base };
