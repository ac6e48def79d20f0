import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { isNetwork, type Network } from '@planerka/clients/domain';
import {
  checkPost,
  preflightRules,
  rulesOn,
  type ActiveRule,
  type ItemFormat,
  type Post,
  type PostAd,
  type RuleOverride,
} from '@planerka/content-plan/domain';
import { contentItemRead, seesTask } from '@planerka/content-plan/server';
import { kindOf, publishableTextOf, Temporal, type Id, type RichText } from '@planerka/platform/domain';
import { fileRead, read, Reads, type FileObject, type ReadField, type ReadType } from '@planerka/platform/server';
import { markedCreatives, type TaskState } from '@planerka/tasks/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { readBrand } from '../briefs/brief-readiness';
import { adOfItem, adOfTask, readAd, type AdDocument } from '../marking/ad-sources';
import type { ItemMediaObject, ItemPreflightObject, ItemTextObject } from './item-page.object';

/** What this domain has to say of a publication: what was handed in for it, and how that stands before it goes out. */
export interface ItemPageFields {
  readonly text: ItemTextObject | null;
  readonly media: ItemMediaObject | null;
  readonly preflight: ItemPreflightObject;
}

const handedIn = {
  taskId: read.id(sql`t.id`),
  number: read.int(sql`v.number`),
  state: read.enumeration<TaskState>(sql`t.state`),
};

/** The last version that was handed in for the publication, of the task of that discipline that was made last; for those who see the task. */
const lastVersion = (discipline: 'copy' | 'design') => (object: RawBuilder<string>) => sql`(
  SELECT ${object} FROM task t
  JOIN deliverable v ON v.agency_id = t.agency_id AND v.task_id = t.id AND v.number = t.deliverable_number
  WHERE t.agency_id = item.agency_id AND t.item_id = item.id AND t.discipline = ${sql.lit(discipline)}
    AND t.state <> 'cancelled' AND ${seesTask}
  ORDER BY t.created_at DESC, t.id DESC LIMIT 1)`;

const itemText: ReadType = {
  name: 'ItemText',
  fields: {
    ...handedIn,
    text: read.json(sql`v.data -> 'text'`),
    variants: read.json(sql`coalesce(v.data -> 'variants', '[]')`),
  } satisfies Record<keyof ItemTextObject, ReadField>,
};

/** What people are shown of a version, in its order: a layered source is not among it. */
const shownFiles = (object: RawBuilder<string>) => sql`(
  SELECT string_agg(${object}, ',' ORDER BY shown_file.ordinality)
  FROM jsonb_array_elements_text(v.data -> 'fileIds') WITH ORDINALITY AS shown_file (id, ordinality)
  JOIN file f ON f.agency_id = v.agency_id AND f.id = shown_file.id::uuid)`;

const itemMedia: ReadType = {
  name: 'ItemMedia',
  fields: {
    ...handedIn,
    files: read.many<FileObject>(() => fileRead, shownFiles),
  } satisfies Record<keyof ItemMediaObject, ReadField>,
};

interface MediaFacts {
  readonly id: Id;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

const mediaFacts: ReadType = {
  name: 'File',
  fields: {
    id: read.id(sql`f.id`),
    name: read.text(sql`f.name`),
    mime: read.text(sql`f.mime`),
    bytes: read.float(sql`f.size`),
    width: read.nullable(read.int(sql`f.width`)),
    height: read.nullable(read.int(sql`f.height`)),
  },
};

const overrideFacts: ReadType = {
  name: 'PreflightDecision',
  fields: {
    rule: read.text(sql`decision.rule`),
    clientId: read.nullable(read.id(sql`decision.client_id`)),
    isOff: read.boolean(sql`decision.is_off`),
    limit: read.nullable(read.int(sql`decision.limit_value`)),
  } satisfies Record<keyof RuleOverride, ReadField>,
};

/** Advertising of the publication: that of its targeting, else it is one itself. */
const ads = read.json(sql`(
  SELECT coalesce(json_agg(ad.ad), '[]') FROM (
    SELECT ${adOfTask} AS ad FROM task t
    WHERE t.agency_id = item.agency_id AND t.item_id = item.id AND t.discipline = 'targeting'
      AND t.brief_number > 0 AND t.state NOT IN ('draft', 'cancelled')
    UNION ALL
    SELECT ${adOfItem} FROM content_item i
    WHERE i.agency_id = item.agency_id AND i.id = item.id
      AND (EXISTS (SELECT FROM ad_marking n WHERE n.agency_id = i.agency_id AND n.item_id = i.id)
        OR i.format IN ('ad', 'influencer') AND NOT EXISTS (
          SELECT FROM task t WHERE t.agency_id = i.agency_id AND t.item_id = i.id AND t.discipline = 'targeting'
            AND t.brief_number > 0 AND t.state NOT IN ('draft', 'cancelled')))) AS ad)`);

const facts = {
  squadId: read.id(sql`client.squad_id`),
  clientId: read.id(sql`item.client_id`),
  publishOn: read.date(sql`(item.publish_at AT TIME ZONE clock.zone)::date`),
  title: read.text(sql`item.title`),
  format: read.text<ItemFormat>(sql`item.format`),
  isOut: read.boolean(sql`item.published_at IS NOT NULL`),
  networks: read.listOf(
    read.text(sql`array(
      SELECT DISTINCT channel.network::text FROM item_channel ic
      JOIN channel ON channel.agency_id = ic.agency_id AND channel.id = ic.channel_id
      WHERE ic.agency_id = item.agency_id AND ic.item_id = item.id ORDER BY 1)`),
  ),
  copy: read.one<Pick<ItemTextObject, 'text' | 'variants'>>(() => itemText, lastVersion('copy')),
  design: read.one<{ readonly files: readonly MediaFacts[] }>(
    () => ({ name: 'ItemMedia', fields: { files: read.many<MediaFacts>(() => mediaFacts, shownFiles) } }),
    lastVersion('design'),
  ),
  about: read.text(sql`client.about`),
  brand: read.json(sql`(
    SELECT r.data FROM brand_profile r WHERE r.agency_id = item.agency_id AND r.client_id = item.client_id)`),
  overrides: read.many<RuleOverride>(
    () => overrideFacts,
    (object) => sql`(
      SELECT string_agg(${object}, ',') FROM preflight_override decision
      WHERE decision.agency_id = item.agency_id AND decision.scope_id IN (item.agency_id, item.client_id))`,
  ),
  ads,
};

interface Facts {
  readonly squadId: Id;
  readonly clientId: Id;
  readonly publishOn: string;
  readonly title: string;
  readonly format: ItemFormat;
  readonly isOut: boolean;
  readonly networks: readonly string[];
  readonly copy: Pick<ItemTextObject, 'text' | 'variants'> | null;
  readonly design: { readonly files: readonly MediaFacts[] } | null;
  readonly about: string;
  readonly brand: unknown;
  readonly overrides: readonly RuleOverride[];
  readonly ads: unknown;
}

/** Whoever does not lead the client is not told of its contracts and tokens. */
function preflightOf(found: Facts, isLed: boolean): ItemPreflightObject {
  const { publishOn, overrides, clientId } = found;
  const day = Temporal.PlainDate.from(publishOn);
  const rules = rulesOn(preflightRules, day, overrides, clientId);
  const post = postOf(found, day, isLed);
  return { findings: checkPost(post, rules), limits: limitsOf(post, rules) };
}

function postOf(
  { title, format, networks, copy, design, about, brand, ...rest }: Facts,
  day: Post['day'],
  isLed: boolean,
): Post {
  const profile = readBrand(brand ?? {});
  const variants = (copy?.variants ?? []) as readonly { readonly network: string; readonly text: RichText }[];
  return {
    day,
    title,
    format,
    networks: networks.filter(isNetwork),
    text: copy ? publishableTextOf(copy.text as RichText) : null,
    variants: variants.map((variant) => ({ network: variant.network, text: publishableTextOf(variant.text) })),
    media: (design?.files ?? []).map(({ mime, ...file }) => ({ ...file, kind: kindOf(mime) })),
    brand: { stopWords: profile.stopWords, about: `${about} ${profile.positioning}` },
    ad: isLed ? adOf(rest.ads as readonly AdDocument[], rest.isOut) : null,
  };
}

function adOf(documents: readonly AdDocument[], isOut: boolean): PostAd | null {
  if (documents.length === 0) return null;
  const creatives = documents.flatMap((document) => {
    const { source, notes } = readAd(document, isOut);
    return markedCreatives(source, notes);
  });
  return {
    unmarked: creatives.filter(({ isMissing }) => isMissing).map(({ name }) => name),
    erids: [...new Set(creatives.map(({ erid }) => erid).filter((erid) => erid !== ''))],
  };
}

function limitsOf({ networks, media }: Post, rules: readonly ActiveRule[]): ItemPreflightObject['limits'] {
  const counts = ({ kind, media: only }: ActiveRule) =>
    kind === 'text_length' && (only === undefined || (only === 'with') === media.length > 0);
  return rules
    .filter(counts)
    .flatMap(({ key, networks: of, unit, limit }) =>
      networks
        .filter((network: Network) => unit !== null && limit !== null && (of === null || of.includes(network)))
        .flatMap((network) => (unit === null || limit === null ? [] : [{ rule: key, network, unit, limit }])),
    );
}

const itemPageFields = {
  text: read.one<ItemTextObject>(() => itemText, lastVersion('copy')),
  media: read.one<ItemMediaObject>(() => itemMedia, lastVersion('design')),
  preflight: read.fleeting(
    memberRule(facts, (found, viewer) => preflightOf(found, can(viewer, 'item.edit', { squadId: found.squadId }))),
  ),
} satisfies Record<keyof ItemPageFields, ReadField>;

/** Fields that the lower domain's ContentItem does not know. */
@Injectable()
export class ItemPageRead implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.extend(contentItemRead, itemPageFields);
  }
}
