import { can } from '@planerka/agency/domain';
import { memberRead, memberRule } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { payablesStatement } from './payable-rows';
import type { MemberPayablesObject, PayableWorkObject } from './payout.object';

interface PayablesInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  /** Null: of all squads' clients. */
  readonly squadIds: readonly Id[] | null;
  /** Null: everybody's. */
  readonly memberId: Id | null;
}

const values = ['agencyId', 'squadIds', 'memberId'] as const;

/** The rows of `payablesStatement`, whose parameters have names here. */
const owed: RawBuilder<unknown> = sql.join(
  payablesStatement.split(/\$([123])/).map((part, index) => {
    const name = index % 2 === 1 ? values[Number(part) - 1] : undefined;
    return name ? read.value(name) : sql.raw(part);
  }),
  sql``,
);

/** Rows of `owed`. */
const payableWork: ReadType = {
  name: 'PayableWork',
  fields: {
    taskId: read.id(sql`owed.task_id`),
    title: read.text(sql`owed.title`),
    clientName: read.text(sql`owed.client_name`),
    amount: read.money(sql`owed.minor::bigint`, sql`owed.currency`),
    owedSince: read.nullable(read.instant(sql`owed.owed_since`)),
  } satisfies Record<keyof PayableWorkObject, ReadField>,
};

const memberId = read.id(sql`due.member_id`);

/** Rows of `due`: a member and a currency. */
const memberPayables: ReadType = {
  name: 'MemberPayables',
  fields: {
    id: read.id(sql`due.member_id || ':' || due.currency`),
    memberId,
    memberName: read.text(sql`due.member_name`),
    employment: read.enumeration(sql`due.employment`),
    total: read.money(sql`due.minor`, sql`due.currency`),
    works: read.many<PayableWorkObject>(
      () => payableWork,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY owed.owed_since, owed.task_id) FROM owed
        WHERE owed.member_id = due.member_id AND owed.currency = due.currency)`,
    ),
    viewerCanPrepare: memberRule({ memberId, squadIds: read.listOf(read.id(sql`due.squad_ids`)) }, (facts, viewer) =>
      can(viewer, 'payout.prepare', facts),
    ),
  } satisfies Record<keyof MemberPayablesObject, ReadField>,
};

/** What waits to be gathered: everybody's for an owner, own clients' for a manager, their own for a specialist. */
export const payablesRead = memberRead<object, PayablesInput>({
  field: 'payables',
  type: memberPayables,
  input: (viewer) => ({
    agencyId: viewer.agencyId,
    squadIds: viewer.role === 'manager' ? viewer.squadIds : null,
    memberId: viewer.role === 'specialist' ? viewer.memberId : null,
  }),
  statement: ({ object }) => sql`
    WITH owed AS MATERIALIZED (${owed}), due AS (
      SELECT owed.member_id, owed.currency, owed.member_name, owed.employment, sum(owed.minor::bigint) AS minor,
        min(owed.owed_since) AS owed_since, array_agg(DISTINCT owed.squad_id) AS squad_ids
      FROM owed GROUP BY owed.member_id, owed.currency, owed.member_name, owed.employment)
    SELECT concat('[', string_agg(${object}, ',' ORDER BY due.member_name, due.member_id, due.owed_since, due.currency), ']') AS body
    FROM due`,
});
