import { newId, type Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import type { LinkUse } from '@planerka/review/domain';
import { sql } from 'kysely';

/** What a link opens: a request, or a month. */
export const linkTables = {
  approval: { links: sql.table('approval_link'), uses: sql.table('approval_link_use') },
  plan: { links: sql.table('plan_link'), uses: sql.table('plan_link_use') },
} as const;
export type LinkKind = keyof typeof linkTables;

/** Whoever came by a link, and from where. */
export interface LinkUser {
  readonly linkId: Id;
  readonly ipAddress: string;
  readonly userAgent: string;
}

/** In the transaction of what was done: what failed was not done. */
export async function keepUse(tx: Tx, kind: LinkKind, user: LinkUser, use: LinkUse): Promise<void> {
  const { linkId, ipAddress, userAgent } = user;
  await tx.query(sql`INSERT INTO ${linkTables[kind].uses} (agency_id, id, link_id, kind, ip_address, user_agent, at)
    VALUES (${tx.agencyId}::uuid, ${newId()}::uuid, ${linkId}::uuid, ${use}::"LinkUseKind", ${ipAddress}, ${userAgent},
      ${toDbInstant(tx.at)})`);
}

/** Of the link `k`: when it was opened last from the same place. */
export const lastVisit = (kind: LinkKind, { ipAddress, userAgent }: LinkUser) =>
  sql<Date | null>`(SELECT u.at FROM ${linkTables[kind].uses} u
    WHERE u.agency_id = k.agency_id AND u.link_id = k.id AND u.kind = 'opened' AND u.ip_address = ${ipAddress}
      AND u.user_agent = ${userAgent} ORDER BY u.at DESC LIMIT 1)`;
