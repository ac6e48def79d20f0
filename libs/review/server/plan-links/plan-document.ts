import type { ItemFormat } from '@planerka/content-plan/domain';
import { linksWhereOut } from '@planerka/content-plan/server';
import type { Id } from '@planerka/platform/domain';
import type { ReadTransaction } from '@planerka/platform/server';
import {
  planWord,
  type DecisionKind,
  type PlanAsked,
  type PlanEntry,
  type PlanVoice,
  type PlanWord,
} from '@planerka/review/domain';
import { sql } from 'kysely';
import type { GuestChannelObject } from '../guest/guest.object';
import { channelsOf, filesOf, type ShownDocument } from '../guest/guest-document';
import type { GuestPlanLinkObject } from './plan-guest.object';

export interface PlanItemDocument extends PlanEntry {
  readonly format: ItemFormat;
  /** In the agency's time. */
  readonly publishOn: string;
  readonly isPublished: boolean;
  readonly channels: readonly GuestChannelObject[];
  /** Where it is out. */
  readonly links: readonly GuestPlanLinkObject[];
  readonly rubric: { readonly name: string; readonly colour: number } | null;
  /** Versions that have passed every review; of nothing else anything goes out. */
  readonly finished: readonly ShownDocument[];
}

export interface PlanRemarkDocument {
  readonly id: Id;
  readonly itemId: Id | null;
  readonly linkId: Id | null;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
}

export interface PlanDecisionDocument extends PlanVoice {
  readonly id: Id;
  readonly linkId: Id;
  readonly kind: DecisionKind;
  readonly comment: string;
  readonly contentHash: string;
  readonly decidedAt: string;
}

/** A month as it is shown to the client, with what was said about it. */
export interface PlanDocument {
  readonly agencyName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly clientName: string;
  readonly squadId: Id;
  /** By time. */
  readonly items: readonly PlanItemDocument[];
  readonly remarks: readonly PlanRemarkDocument[];
  /** The last word of each person, the newest first. */
  readonly voices: readonly PlanDecisionDocument[];
  /** Whose word is asked for, by name. */
  readonly asked: readonly PlanAsked[];
  /** Whoever has the last word, where somebody was given it. */
  readonly decider: string | null;
  /** What all that was said comes to. */
  readonly word: PlanWord<PlanDecisionDocument>;
}

export interface PlanPlace {
  readonly clientId: Id;
  /** Its first day, "2026-12-01". */
  readonly month: string;
}

const finished = sql`(SELECT coalesce(json_agg(json_build_object('content', d.data, 'files', ${filesOf('d')}) ORDER BY t.done_at DESC), '[]')
  FROM task t JOIN deliverable d ON d.agency_id = t.agency_id AND d.task_id = t.id AND d.number = t.deliverable_number
  WHERE t.agency_id = i.agency_id AND t.item_id = i.id AND t.state = 'done')`;

const links = sql`(
  SELECT coalesce(json_agg(json_build_object('network', link.network, 'url', link.url) ORDER BY link.position, link.channel_id), '[]')
  FROM ${linksWhereOut('i')})`;

/** Of `c`, the client: the last word of each person on the month. Whoever was given a new link is the same person. */
const voicesOf = (month: string) => sql`(
  SELECT coalesce(json_agg(voice.said ORDER BY voice.decided_at DESC, voice.id DESC), '[]') FROM (
    SELECT DISTINCT ON (x.name) x.id, x.decided_at, json_build_object('id', x.id, 'linkId', x.link_id, 'name', x.name,
      'kind', x.kind, 'isFinal', x.is_final, 'isOpinion', x.is_opinion, 'comment', x.comment, 'contentHash', x.content_hash,
      'decidedAt', x.decided_at, 'verdicts', x.verdicts) AS said
    FROM plan_decision x
    WHERE x.agency_id = c.agency_id AND x.client_id = c.id AND x.month = ${month}::date
    ORDER BY x.name, x.decided_at DESC, x.id DESC) voice)`;

const askedOf = (month: string) => sql`(
  SELECT coalesce(json_agg(json_build_object('name', k.name, 'isFinal', k.is_final, 'mustAgree', k.must_agree) ORDER BY k.name), '[]')
  FROM plan_link k
  WHERE k.agency_id = c.agency_id AND k.client_id = c.id AND k.month = ${month}::date AND k.asks_approval
    AND k.revoked_at IS NULL)`;

/**
 * One statement for the whole page. What is not selected here cannot leak: no fee, no brief, no people, no risk, no internal
 * comment, no version that is still worked on.
 */
export async function planDocument(
  db: ReadTransaction,
  agencyId: Id,
  { clientId, month }: PlanPlace,
): Promise<PlanDocument | null> {
  const { rows } = await sql<{ readonly document: Omit<PlanDocument, 'decider' | 'word'> }>`
    SELECT json_build_object(
      'agencyName', g.name, 'timeZone', g.time_zone, 'locale', g.locale, 'clientName', c.name, 'squadId', c.squad_id,
      'items', (SELECT coalesce(json_agg(json_build_object(
          'id', i.id, 'publishAt', i.publish_at, 'publishOn', (i.publish_at AT TIME ZONE g.time_zone)::date,
          'format', i.format, 'title', i.title, 'idea', i.idea, 'isPublished', i.published_at IS NOT NULL,
          'rubricId', i.rubric_id,
          'rubric', (SELECT json_build_object('name', r.name, 'colour', r.colour) FROM rubric r
            WHERE r.agency_id = i.agency_id AND r.id = i.rubric_id),
          'channelIds', (SELECT coalesce(json_agg(ic.channel_id), '[]') FROM item_channel ic
            WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id),
          'channels', ${channelsOf}, 'links', ${links}, 'finished', ${finished}
        ) ORDER BY i.publish_at, i.id), '[]')
        FROM content_item i
        WHERE i.agency_id = c.agency_id AND i.client_id = c.id AND i.deleted_at IS NULL
          AND i.publish_at >= ${month}::date::timestamp AT TIME ZONE g.time_zone
          AND i.publish_at < (${month}::date + interval '1 month') AT TIME ZONE g.time_zone),
      'remarks', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'itemId', m.item_id, 'linkId', m.author_link_id,
          'author', m.author_name, 'body', m.body, 'createdAt', m.created_at) ORDER BY m.created_at, m.id), '[]')
        FROM plan_remark m
        WHERE m.agency_id = c.agency_id AND m.client_id = c.id AND m.month = ${month}::date),
      'voices', ${voicesOf(month)}, 'asked', ${askedOf(month)}
    ) AS document
    FROM client c JOIN agency g ON g.id = c.agency_id
    WHERE c.agency_id = ${agencyId}::uuid AND c.id = ${clientId}::uuid`.execute(db);
  const document = rows[0]?.document;
  if (!document) return null;
  const { voices, items, asked } = document;
  const decider = asked.find(({ isFinal }) => isFinal)?.name ?? null;
  return { ...document, decider, word: planWord(voices, items, asked) };
}
