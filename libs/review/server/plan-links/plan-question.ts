import { changesBetween, type Id } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import {
  planWord,
  settledBy,
  type PlanAsked,
  type PlanEntry,
  type PlanStandingState,
  type PlanVoice,
} from '@planerka/review/domain';
import { sql } from 'kysely';

/** A client's month, by its first day. */
export interface MonthPlace {
  readonly clientId: Id;
  readonly month: Date;
}

interface Question {
  readonly entries: readonly PlanEntry[];
  /** The last of each person, the newest first. */
  readonly voices: readonly PlanVoice[];
  readonly asked: readonly PlanAsked[];
}

/** What is told where a month has come to this. */
export const planEvents: Readonly<Record<PlanStandingState, string>> = {
  approved: 'plan.approved',
  changes_requested: 'plan.changes_requested',
  changed: 'plan.answered',
  undecided: 'plan.answered',
};

/** Two who decide, or one who decides while another is asked no more, do it one after the other. */
export async function lockMonths({ db, agencyId }: Tx, clientId: Id, months: readonly Date[]): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM plan_link WHERE agency_id = ${agencyId}::uuid
    AND client_id = ${clientId}::uuid AND month = ANY(${[...months]}::date[]) ORDER BY id FOR UPDATE`;
}

/**
 * What a month asks and has been answered.
 * @param isHeld no publication of it changes until the transaction ends
 */
export async function questionOf(
  tx: Tx,
  place: MonthPlace,
  { isHeld }: { readonly isHeld: boolean },
): Promise<Question> {
  const { db, agencyId } = tx;
  const entries = await entriesOf(tx, place, isHeld);
  const said = await db.planDecision.findMany({
    where: { agencyId, ...place },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    distinct: ['name'],
    select: { name: true, isFinal: true, isOpinion: true, verdicts: true },
  });
  const asked = await db.planLink.findMany({
    where: { agencyId, ...place, asksApproval: true, revokedAt: null },
    select: { name: true, isFinal: true, mustAgree: true },
  });
  // Written by `decide` from what the rule made, so they have that shape.
  return { entries, voices: said as unknown as readonly PlanVoice[], asked };
}

/** The month's publications as a decision is bound to them. */
function entriesOf(tx: Tx, { clientId, month }: MonthPlace, isHeld: boolean): Promise<readonly PlanEntry[]> {
  const first = month.toISOString().slice(0, 10);
  return tx.query(sql<PlanEntry>`
    SELECT i.id, to_json(i.publish_at)#>>'{}' AS "publishAt", i.rubric_id AS "rubricId", i.format::text, i.title, i.idea,
      array(SELECT ic.channel_id FROM item_channel ic WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id) AS "channelIds"
    FROM content_item i JOIN agency g ON g.id = i.agency_id
    WHERE i.agency_id = ${tx.agencyId}::uuid AND i.client_id = ${clientId}::uuid AND i.deleted_at IS NULL
      AND i.publish_at >= ${first}::date::timestamp AT TIME ZONE g.time_zone
      AND i.publish_at < (${first}::date + interval '1 month') AT TIME ZONE g.time_zone
    ORDER BY i.publish_at, i.id ${isHeld ? sql`FOR SHARE OF i` : sql``}`);
}

/**
 * Asks somebody no more, or otherwise; where the month has come to something by that, it is told by the names of those whose word it
 * is. The months are locked by the caller.
 */
export async function askingOtherwise(
  tx: Tx,
  place: MonthPlace,
  by: { readonly linkId: Id; readonly squadId: Id; readonly clientName: string; readonly memberId: Id },
  change: () => Promise<void>,
): Promise<void> {
  const wordNow = async () => {
    // A publication that is edited meanwhile takes its yes back by itself: nobody waits for it here.
    const { entries, voices, asked } = await questionOf(tx, place, { isHeld: false });
    return planWord(voices, entries, asked);
  };
  const before = await wordNow();
  await change();
  const after = await wordNow();
  const settled = settledBy(before.state, after.state);
  if (!settled || !after.counting) return;
  const named = settled === 'approved' && after.agreed.length > 0 ? after.agreed : [after.counting.name];
  const month = place.month.toISOString().slice(0, 7);
  tx.emit({
    type: planEvents[settled],
    entity: { type: 'PlanLink', id: by.linkId },
    actor: { memberId: null, name: named.join(', ') },
    audience: { clientId: place.clientId, squadId: by.squadId, memberIds: [by.memberId] },
    related: { taskId: null, itemId: null },
    details: { title: `${by.clientName}, ${month}`, month },
    changes: changesBetween({ state: before.state }, { state: after.state }),
  });
}
