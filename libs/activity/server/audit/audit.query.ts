import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { leadScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import {
  connectionOf,
  DateTimeScalar,
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { z } from 'zod';

@ObjectType('AuditEntry')
export class AuditEntryObject {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field()
  actorName!: string;

  @Field({ description: '"task.accepted"' })
  action!: string;

  @Field()
  entityType!: string;

  @Field(() => ID)
  entityId!: string;

  @Field(() => String, { nullable: true, description: 'What it is called, where the event said so.' })
  title!: string | null;
}

@ObjectType()
export class AuditEntryConnection extends connectionOf(AuditEntryObject) {}

const order = 'audit';
const keySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Newest first: the agency's for the owner, of own clients for a manager, nothing for a specialist. */
@Injectable()
export class AuditQuery {
  constructor(private readonly reader: Reader) {}

  async log(viewer: CurrentMember, clientId: Id | null, args: PageArgs): Promise<Connection<AuditEntryObject>> {
    const first = pageSize(args);
    const after = pageStart(args, order, keySchema);
    const scope = leadScope(viewer);
    const rows = await this.reader.read(viewer, (db) => {
      let query = db
        .selectFrom('audit_entry')
        .leftJoin('client', (join) =>
          join.onRef('client.agency_id', '=', 'audit_entry.agency_id').onRef('client.id', '=', 'audit_entry.client_id'),
        )
        .select([
          'audit_entry.id',
          'audit_entry.at',
          'audit_entry.actor_name as actorName',
          'audit_entry.action',
          'audit_entry.entity_type as entityType',
          'audit_entry.entity_id as entityId',
          sql<string | null>`audit_entry.details ->> 'title'`.as('title'),
        ])
        .where('audit_entry.agency_id', '=', viewer.agencyId)
        .orderBy('audit_entry.at', 'desc')
        .orderBy('audit_entry.id', 'desc')
        .limit(first + 1);
      if (clientId) query = query.where('audit_entry.client_id', '=', clientId);
      if (scope.kind === 'squads') {
        query = query
          .where('audit_entry.owners_only', '=', false)
          .where(sql<boolean>`client.squad_id = ANY(${scope.squadIds}::uuid[])`);
      }
      if (after)
        query = query.where(
          sql<boolean>`(audit_entry.at, audit_entry.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
        );
      return query.execute();
    });
    return toConnection(
      rows,
      first,
      order,
      (row) => [row.at.toISOString(), row.id],
      (row) => row,
    );
  }
}
