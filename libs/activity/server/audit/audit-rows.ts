import type { AuditOrigin, SealedEntry } from '@planerka/activity/domain';
import type { Changes, Id } from '@planerka/platform/domain';
import { tables, type Statement } from '@planerka/platform/server';

/** A row of `audit_entry` as PostgreSQL gives it. */
export interface AuditRow {
  readonly agency_id: Id;
  readonly id: Id;
  readonly at: Date;
  readonly actor_member_id: Id | null;
  readonly actor_name: string;
  readonly action: string;
  readonly entity_type: string;
  readonly entity_id: Id;
  readonly client_id: Id | null;
  readonly owners_only: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly related: Readonly<Record<string, Id | null>>;
  readonly changes: Changes;
  readonly origin: AuditOrigin | null;
  readonly sequence: number;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

export const insertSealed = (entries: readonly SealedEntry[]): Statement =>
  tables.insertInto('audit_entry').values(
    entries.map((entry) => ({
      agency_id: entry.agencyId,
      id: entry.id,
      at: new Date(entry.at),
      actor_member_id: entry.actor.memberId,
      actor_name: entry.actor.name,
      action: entry.action,
      entity_type: entry.entity.type,
      entity_id: entry.entity.id,
      client_id: entry.clientId,
      owners_only: entry.ownersOnly,
      details: JSON.stringify(entry.details),
      related: JSON.stringify(entry.related),
      changes: JSON.stringify(entry.changes),
      origin: entry.origin && JSON.stringify(entry.origin),
      sequence: entry.sequence,
      previous_hash: Buffer.from(entry.previousHash, 'hex'),
      hash: Buffer.from(entry.hash, 'hex'),
    })),
  );

export const sealedEntryOf = (row: AuditRow): SealedEntry => ({
  agencyId: row.agency_id,
  id: row.id,
  at: row.at.toISOString(),
  actor: { memberId: row.actor_member_id, name: row.actor_name },
  action: row.action,
  entity: { type: row.entity_type, id: row.entity_id },
  clientId: row.client_id,
  ownersOnly: row.owners_only,
  details: row.details,
  related: row.related,
  changes: row.changes,
  origin: row.origin,
  sequence: row.sequence,
  previousHash: row.previous_hash.toString('hex'),
  hash: row.hash.toString('hex'),
});
