import type { BrandProfile } from '@planerka/clients/domain';
import type { Id } from '@planerka/platform/domain';
import type { AdSource, MarkingNote } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';
import { readBrand } from '../briefs/brief-readiness';

/** As the database gives it; texts that an older brief has not are null. */
export interface AdDocument {
  readonly marking: Partial<AdSource['marking']> | null;
  readonly creatives: AdSource['creatives'];
  readonly ads: readonly { readonly [Field in keyof AdSource['ads'][number]]: string | null }[];
  /** Of the brand profile, as it stands today. */
  readonly brand: Partial<BrandProfile['marking']> | null;
  readonly notes: readonly StoredNote[];
}

export interface StoredNote extends MarkingNote {
  readonly id: Id;
  readonly markedByName: string;
  readonly markedAt: string;
  readonly version: number;
}

const notesOf = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  SELECT coalesce(json_agg(json_build_object('id', n.id, 'key', n.key, 'advertiser', n.advertiser, 'contract', n.contract,
    'kktu', n.kktu, 'erid', n.erid, 'state', n.state, 'markedByName', n.marked_by_name, 'markedAt', n.marked_at,
    'version', n.version)), '[]')
  FROM ad_marking n WHERE n.agency_id = ${condition})`;

const brandOf = (row: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  SELECT r.data -> 'marking' FROM brand_profile r WHERE r.agency_id = ${row}.agency_id AND r.client_id = ${row}.client_id)`;

/** What an issued targeting task `t` says of its advertisements. */
export const adOfTask = sql`(
  SELECT json_build_object(
    'marking', b.data -> 'marking',
    'creatives', (
      SELECT coalesce(json_agg(json_build_object('key', e.value ->> 'key', 'name', e.value ->> 'name') ORDER BY e.ordinality), '[]')
      FROM jsonb_array_elements(b.data -> 'creatives') WITH ORDINALITY e),
    'ads', (
      SELECT coalesce(json_agg(json_build_object('name', e.value ->> 'name', 'creative', e.value ->> 'creative',
        'erid', e.value ->> 'erid') ORDER BY e.ordinality), '[]')
      FROM deliverable v CROSS JOIN LATERAL jsonb_array_elements(v.data -> 'ads') WITH ORDINALITY e
      WHERE v.agency_id = t.agency_id AND v.task_id = t.id AND v.number = t.deliverable_number),
    'brand', ${brandOf(sql`t`)},
    'notes', ${notesOf(sql`t.agency_id AND n.task_id = t.id`)})
  FROM brief_version b WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = t.brief_number)`;

/** The same of a publication `i`, of which the brand profile says all that is known. */
export const adOfItem = sql`json_build_object(
  'marking', null, 'creatives', json_build_array(), 'ads', json_build_array(),
  'brand', ${brandOf(sql`i`)},
  'notes', ${notesOf(sql`i.agency_id AND n.item_id = i.id`)})`;

export interface ReadAd {
  readonly source: AdSource & { readonly holdsLaunch: boolean };
  readonly notes: readonly StoredNote[];
}

export function readAd({ marking, creatives, ads, brand, notes }: AdDocument, isLaunched: boolean): ReadAd {
  const profile = readBrand({ marking: brand ?? {} }).marking;
  const text = (part: keyof AdSource['marking']): string => marking?.[part] || (part === 'erid' ? '' : profile[part]);
  return {
    source: {
      marking: {
        advertiser: text('advertiser'),
        inn: text('inn'),
        contract: text('contract'),
        kktu: text('kktu'),
        erid: text('erid'),
      },
      creatives,
      ads: ads.map(({ name, creative, erid }) => ({ name: name ?? '', creative: creative ?? '', erid: erid ?? '' })),
      isWanted: profile.isWanted,
      holdsLaunch: profile.holdsLaunch,
      isLaunched,
    },
    notes,
  };
}
