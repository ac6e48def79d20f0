import { contentHash, type Canonical, type Changes, type Id } from '@planerka/platform/domain';

/** From where something was asked. */
export interface AuditOrigin {
  readonly address: string;
  readonly device: string;
  readonly token?: string;
}

/** What an entry of the audit log says. */
export interface AuditContent {
  readonly agencyId: Id;
  readonly id: Id;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
  readonly actor: { readonly memberId: Id | null; readonly name: string };
  /** `task.accepted` */
  readonly action: string;
  readonly entity: { readonly type: string; readonly id: Id };
  readonly clientId: Id | null;
  /** Owners' own affairs, even where they are about a client. */
  readonly ownersOnly: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly related: Readonly<Record<string, Id | null>>;
  readonly changes: Changes;
  readonly origin: AuditOrigin | null;
}

/** Where an agency's chain ends. */
export interface ChainEnd {
  /** Entries so far. */
  readonly sequence: number;
  /** Hash of the last, as hex; 64 zeros before the first. */
  readonly hash: string;
}

/** An entry in its place. */
export interface SealedEntry extends AuditContent {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

export const chainStart: ChainEnd = { sequence: 0, hash: '0'.repeat(64) };

/** The next entry of a chain: its hash covers what it says, its place and the hash before it. */
export function seal(end: ChainEnd, content: AuditContent): SealedEntry {
  const sequence = end.sequence + 1;
  return { ...content, sequence, previousHash: end.hash, hash: entryHash(end.hash, sequence, content) };
}

/** Seals them one after the other. */
export function sealAll(
  end: ChainEnd,
  contents: readonly AuditContent[],
): { readonly entries: readonly SealedEntry[]; readonly end: ChainEnd } {
  const entries: SealedEntry[] = [];
  let last = end;
  for (const content of contents) {
    const entry = seal(last, content);
    entries.push(entry);
    last = entry;
  }
  return { entries, end: { sequence: last.sequence, hash: last.hash } };
}

/** The migration that chained what was there before has the same in SQL. */
export function entryHash(previous: string, sequence: number, content: AuditContent): string {
  const { agencyId, id, at, actor, action, entity, clientId, ownersOnly, details, related, changes, origin } = content;
  return contentHash({
    version: 1,
    previous,
    sequence,
    agencyId,
    id,
    at,
    actor: { memberId: actor.memberId, name: actor.name },
    action,
    entity: { type: entity.type, id: entity.id },
    clientId,
    ownersOnly,
    details: details as Canonical,
    related,
    changes: changes as unknown as Canonical,
    origin: origin && { ...origin },
  });
}
