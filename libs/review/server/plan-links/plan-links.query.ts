import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { StageMode } from '@planerka/clients/domain';
import { isId } from '@planerka/platform/domain';
import { Clock, Reader } from '@planerka/platform/server';
import { linkStateOf, standingWithout } from '@planerka/review/domain';
import { sql } from 'kysely';
import { planDocument } from './plan-document';
import type { PlanLinkObject, PlanSharingContactObject, PlanSharingObject } from './plan-link.object';
import type { PlanMonth } from './plan-links.service';
import { decidedOn, remarksOf, voicesOf } from './plan-presented';

interface LinkRow extends Omit<PlanLinkObject, 'state' | 'standingIfRevoked'> {
  readonly isRevoked: boolean;
  readonly pinAttempts: number;
}

interface SharingRow {
  readonly links: readonly LinkRow[];
  readonly contacts: readonly PlanSharingContactObject[];
  readonly approvalMode: StageMode;
}

/** To whom the viewer has shown a month, and what was said of it. */
@Injectable()
export class PlanLinksQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Null where the client is not one the viewer leads. */
  async sharing(viewer: CurrentMember, { clientId, month }: PlanMonth): Promise<PlanSharingObject | null> {
    if (!isId(clientId)) return null;
    const { agencyId } = viewer;
    const firstDay = `${month.toString()}-01`;
    return this.reader.read({ agencyId }, async (db) => {
      const document = await planDocument(db, agencyId, { clientId, month: firstDay });
      if (!document || !can(viewer, 'approval.send', document)) return null;
      const { rows } = await sql<SharingRow>`
        SELECT
          (SELECT coalesce(json_agg(last.link ORDER BY last.name), '[]') FROM (
            SELECT DISTINCT ON (k.name) k.name, json_build_object(
              'id', k.id, 'contactId', k.contact_id, 'name', k.name, 'hasPin', k.pin_hash IS NOT NULL,
              'asksApproval', k.asks_approval, 'isFinal', k.is_final, 'mustAgree', k.must_agree, 'dueAt', k.due_at, 'remindedAt', k.reminded_at, 'expiresAt', k.expires_at, 'isRevoked', k.revoked_at IS NOT NULL,
              'pinAttempts', k.pin_attempts,
              'visits', (SELECT count(*) FROM plan_link_use u
                WHERE u.agency_id = k.agency_id AND u.link_id = k.id AND u.kind = 'opened'),
              'lastVisitAt', (SELECT max(u.at) FROM plan_link_use u
                WHERE u.agency_id = k.agency_id AND u.link_id = k.id AND u.kind = 'opened')) AS link
            FROM plan_link k
            WHERE k.agency_id = ${agencyId}::uuid AND k.client_id = ${clientId}::uuid AND k.month = ${firstDay}::date
            ORDER BY k.name, k.created_at DESC, k.id DESC) last) AS links,
          (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'position', n.position,
              'isFinalApprover', n.is_final_approver)
              ORDER BY n.is_final_approver DESC, n.is_approver DESC, n.name), '[]')
            FROM contact n
            WHERE n.agency_id = ${agencyId}::uuid AND n.client_id = ${clientId}::uuid AND n.archived_at IS NULL) AS contacts,
          (SELECT c.approval_mode FROM client c
            WHERE c.agency_id = ${agencyId}::uuid AND c.id = ${clientId}::uuid) AS "approvalMode"`.execute(db);
      const { links = [], contacts = [], approvalMode = 'any' } = rows[0] ?? {};
      const { word, items, voices, asked } = document;
      const question = { entries: items, voices, asked };
      const at = this.clock.now().epochMilliseconds;
      return {
        standing: word.state,
        decision: decidedOn(document),
        decider: document.decider,
        agreed: word.agreed,
        waiting: word.waiting,
        approvalMode,
        voices: voicesOf(document),
        entries: document.items.map(({ id: itemId, title, publishAt }) => ({
          itemId,
          title,
          publishAt,
          standing: word.entries.get(itemId) ?? 'undecided',
        })),
        links: links.map(({ isRevoked, pinAttempts, ...link }) => ({
          ...link,
          standingIfRevoked: standingWithout(question, link.name),
          state: linkStateOf({
            isRevoked,
            pinAttempts,
            hasPin: link.hasPin,
            isExpired: new Date(link.expiresAt).getTime() <= at,
          }),
        })),
        remarks: remarksOf(document, null),
        contacts,
      };
    });
  }
}
