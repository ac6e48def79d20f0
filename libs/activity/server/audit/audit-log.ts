import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chainStart, sealAll, type AuditContent, type ChainEnd } from '@planerka/activity/domain';
import { ok, type Id } from '@planerka/platform/domain';
import { EventBus, tables, UnitOfWork, type DispatchedEvent, type Tx } from '@planerka/platform/server';
import { sql } from 'kysely';
import { insertSealed } from './audit-rows';

/**
 * Writes every event into the agency's audit log, once, and seals it there: the entry has the event's id, and a place in the
 * chain. Commands wait for none of it; two nodes that write for one agency wait for each other at the chain's end.
 */
@Injectable()
export class AuditLog implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.bus.handle((events) => this.write(events));
  }

  private async write(events: readonly DispatchedEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    await this.unitOfWork.run({ agencyId: first.agencyId }, async (tx) => {
      const end = await lockedEnd(tx);
      const written = await writtenOf(tx, events);
      const sealed = sealAll(end, events.filter(({ id }) => !written.has(id)).map(contentOf));
      if (sealed.entries.length > 0) {
        tx.write(insertSealed(sealed.entries));
        tx.write(
          tables
            .updateTable('audit_chain')
            .set({ sequence: sealed.end.sequence, hash: Buffer.from(sealed.end.hash, 'hex') })
            .where('agency_id', '=', tx.agencyId),
        );
      }
      return ok(undefined);
    });
  }
}

const selectEnd = (agencyId: Id) =>
  tables.selectFrom('audit_chain').select(['sequence', 'hash']).where('agency_id', '=', agencyId).forUpdate();

/** Whoever holds it is the only one to lengthen the chain until they commit. */
async function lockedEnd(tx: Tx): Promise<ChainEnd> {
  const [known] = await tx.query(selectEnd(tx.agencyId));
  if (known) return { sequence: known.sequence, hash: known.hash.toString('hex') };
  tx.write(
    tables
      .insertInto('audit_chain')
      .values({ agency_id: tx.agencyId, sequence: chainStart.sequence, hash: Buffer.from(chainStart.hash, 'hex') })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const [made] = await tx.query(selectEnd(tx.agencyId));
  if (!made) throw new Error('The chain that was just begun is not there');
  return { sequence: made.sequence, hash: made.hash.toString('hex') };
}

/** Of a round that has failed before some may stand already. */
async function writtenOf(tx: Tx, events: readonly DispatchedEvent[]): Promise<ReadonlySet<Id>> {
  const ids = events.map(({ id }) => id);
  const rows = await tx.query(
    tables
      .selectFrom('audit_entry')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where(sql<boolean>`id = ANY(${ids}::uuid[])`),
  );
  return new Set(rows.map(({ id }) => id));
}

/** What is the owners' own may name a client: a manager is not shown it. Other events say in their audience whose they are. */
const clientOf = ({ audience, related }: DispatchedEvent): Id | null =>
  audience.clientId ?? (audience.ownersOnly ? related?.['clientId'] : null) ?? null;

const contentOf = (event: DispatchedEvent): AuditContent => ({
  agencyId: event.agencyId,
  id: event.id,
  at: event.at,
  actor: { memberId: event.actor.memberId, name: event.actor.name },
  action: event.type,
  entity: { type: event.entity.type, id: event.entity.id },
  clientId: clientOf(event),
  ownersOnly: event.audience.ownersOnly ?? false,
  details: event.details ?? {},
  related: event.related ?? {},
  changes: event.changes ?? {},
  origin: event.origin ?? null,
});
