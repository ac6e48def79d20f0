import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { parsePlainYearMonth, type Id, type PlainYearMonth } from '@planerka/platform/domain';
import { Clock, Reader } from '@planerka/platform/server';
import { isWordWanted, planWord, type PlanEntry } from '@planerka/review/domain';
import { sql } from 'kysely';
import { inScope } from '../approvals/in-scope';
import type { PlanDecisionDocument } from './plan-document';
import type { PlanApprovalObject } from './plan-approval.object';

interface Row {
  readonly clientId: Id;
  readonly clientName: string;
  readonly month: string;
  readonly dueAt: string | null;
  readonly sentAt: string;
  readonly asked: PlanApprovalObject['asked'];
  readonly voices: readonly Pick<
    PlanDecisionDocument,
    'id' | 'isFinal' | 'isOpinion' | 'name' | 'decidedAt' | 'verdicts'
  >[];
  readonly entries: readonly PlanEntry[];
}

/** Months that clients were asked about, of the last and of all to come: older ones are in the plan itself. */
const most = 60;

@Injectable()
export class PlanApprovalsQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** What waits the longest first; one statement. */
  async list(viewer: CurrentMember): Promise<readonly PlanApprovalObject[]> {
    const rows = await this.reader.ask<Row>(
      viewer,
      sql`WITH month AS (
          SELECT k.agency_id, k.client_id, k.month, min(k.due_at) AS due_at, min(k.created_at) AS sent_at,
            json_agg(json_build_object('name', k.name, 'isFinal', k.is_final, 'mustAgree', k.must_agree, 'dueAt', k.due_at) ORDER BY k.is_final DESC, k.name) AS asked
          FROM plan_link k
          JOIN client c ON c.agency_id = k.agency_id AND c.id = k.client_id
          WHERE ${inScope(viewer, sql`k`)} AND k.asks_approval AND k.revoked_at IS NULL
            AND k.month >= date_trunc('month', now() - interval '1 month')::date
          GROUP BY k.agency_id, k.client_id, k.month
          ORDER BY k.month, min(k.due_at) NULLS LAST LIMIT ${most})
        SELECT m.client_id AS "clientId", c.name AS "clientName", to_char(m.month, 'YYYY-MM') AS month,
          to_json(m.due_at)#>>'{}' AS "dueAt", to_json(m.sent_at)#>>'{}' AS "sentAt", m.asked,
          (SELECT coalesce(json_agg(v.said ORDER BY v.decided_at DESC), '[]') FROM (
            SELECT DISTINCT ON (x.name) x.decided_at, json_build_object('id', x.id, 'name', x.name,
              'isFinal', x.is_final, 'isOpinion', x.is_opinion, 'decidedAt', x.decided_at, 'verdicts', x.verdicts) AS said
            FROM plan_decision x WHERE x.agency_id = m.agency_id AND x.client_id = m.client_id AND x.month = m.month
            ORDER BY x.name, x.decided_at DESC, x.id DESC) v) AS voices,
          (SELECT coalesce(json_agg(json_build_object('id', i.id, 'publishAt', i.publish_at, 'rubricId', i.rubric_id,
              'format', i.format, 'title', i.title, 'idea', i.idea,
              'channelIds', array(SELECT ic.channel_id FROM item_channel ic
                WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id))), '[]')
            FROM content_item i
            WHERE i.agency_id = m.agency_id AND i.client_id = m.client_id AND i.deleted_at IS NULL
              AND i.publish_at >= m.month::timestamp AT TIME ZONE g.time_zone
              AND i.publish_at < (m.month + interval '1 month') AT TIME ZONE g.time_zone) AS entries
        FROM month m
        JOIN client c ON c.agency_id = m.agency_id AND c.id = m.client_id
        JOIN agency g ON g.id = m.agency_id`,
    );
    const at = this.clock.now().epochMilliseconds;
    return rows.map(({ voices, entries, ...row }) => {
      const { asked } = row;
      const { state: standing, counting, agreed } = planWord(voices, entries, asked);
      const question = { entries, voices, asked };
      const isWaiting = standing === 'undecided' || standing === 'changed';
      return {
        ...row,
        id: `${row.clientId}:${row.month}`,
        month: monthOf(row.month),
        standing,
        isOverdue: isWaiting && row.dueAt !== null && new Date(row.dueAt).getTime() < at,
        items: entries.length,
        spoken: voices.map(({ name }) => name),
        agreed,
        waiting: asked.filter((one) => isWordWanted(question, { ...one, asksApproval: true })).map(({ name }) => name),
        decidedBy: counting?.name ?? null,
        decidedAt: counting?.decidedAt ?? null,
      };
    });
  }
}

function monthOf(text: string): PlainYearMonth {
  const month = parsePlainYearMonth(text);
  if (!month.ok) throw new Error(`A plan link of the month ${text}`);
  return month.value;
}
